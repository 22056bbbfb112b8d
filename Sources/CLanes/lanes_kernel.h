/* The integrator, written for any model. Before it is included these are defined: LD_GROUPS, LD_MOVING, LD_STATES,
 * LD_PARAMETERS, LD_HOISTED, LD_DELAYS, LD_FACTORS, LD_EVENTS, LD_DEPENDS_ON_TIME (numbers, or fields
 * of the block), LD_NAME (prefix of the functions), and the model's equations:
 *   ld_field(b, into)     d(moving)/dt at the point and time, to `moving` rows from `into` on
 *   ld_factorize(b)       the factors of shift I - J at the point and time, the right-hand side there (to the rows
 *                         `right`), and the slope in time
 *   ld_substitute(b, into) solves for the right-hand side in the rows `right`
 *   ld_trigger(b)         the triggers at the point and time, to the second half of their rows
 */
/* Rows of numbers and of integers. Each function takes the arena's address once (`ARENA`): nothing written to the arena
 * changes where it is. */
#define ARENA v8d *restrict const arena = (v8d *)b->arena
#define AT(row, g) arena[(row) * LD_GROUPS + (g)]
#define INT(row, g) (*(ld_integers *)&arena[(row) * LD_GROUPS + (g)])
#define EACH(i, n) for (int64_t i = 0; i < (n); i++)

#define R_POINT 0
#define R_PARAMETERS (LD_STATES)
#define R_TIME (R_PARAMETERS + LD_PARAMETERS)
#define R_HOISTED (R_TIME + 1)
#define R_DELAYED (R_HOISTED + LD_HOISTED)
#define R_SHIFT (R_DELAYED + LD_DELAYS)
#define R_STATE (R_SHIFT + 1)
#define R_PROPOSAL (R_STATE + LD_STATES)
#define R_STAGE (R_PROPOSAL + LD_MOVING)
#define R_INCREMENT (R_STAGE + 7 * LD_MOVING)
#define R_BASE (R_INCREMENT + 8 * LD_MOVING)
#define R_FACTORS (R_BASE + LD_MOVING)
#define R_RIGHT (R_FACTORS + LD_FACTORS)
#define R_SLOPE (R_RIGHT + LD_MOVING)
#define R_TRIGGER (R_SLOPE + LD_MOVING)
#define R_DENSE (R_TRIGGER + 2 * LD_EVENTS)
#define R_CONTROL (R_DENSE + 3 * LD_MOVING)
#define R_THRESHOLD (R_CONTROL + LD_CONTROL_COUNT)
#define C(name) (R_CONTROL + LD_C_##name)
#define I(name) (R_CONTROL + LD_I_##name)

typedef v8i ld_integers __attribute__((may_alias));

LD_INLINE int ld_any(v8i mask) {
    int64_t bits = 0;
    for (int lane = 0; lane < 8; lane++) bits |= mask[lane];
    return bits != 0;
}

/* Which lanes of a mask are set, a bit each. */
LD_INLINE unsigned ld_bits(v8i mask) {
#if defined(__AVX512DQ__) && defined(__clang__)
    return (unsigned char)__builtin_ia32_cvtq2mask512(mask);
#else
    unsigned bits = 0;
    for (int lane = 0; lane < 8; lane++) bits |= (unsigned)(mask[lane] & 1) << lane;
    return bits;
#endif
}

/* 2 to the power x and the logarithm to base 2, to about 1e-4: enough for step sizes, and cheap. */
LD_INLINE v8d ld_rough_exp2(v8d x) {
    v8d shifted = x + 6755399441055744.0;
    v8d whole = shifted - 6755399441055744.0;
    v8d r = x - whole;
    v8d p = 0.0096181291 * r + 0.0555041087;
    p = p * r + 0.2402265070;
    p = p * r + 0.6931471806;
    p = p * r + 1.0;
    v8i bits = ((v8i)shifted - 0x4338000000000000LL + 1023) << 52;
    return p * (v8d)bits;
}

LD_INLINE v8d ld_rough_log2(v8d x) {
    /* The mantissa in [sqrt 1/2, sqrt 2). */
    v8i offset = (v8i)x - 0x3FE6A09E667F3BCDLL;
    v8i exponent = offset >> 52;
    v8d m = (v8d)((v8i)x - (exponent << 52));
    v8d e = (v8d)(exponent + 0x4338000000000000LL) - 6755399441055744.0;
    v8d s = (m - 1.0) / (m + 1.0);
    v8d z = s * s;
    return e + s * (2.8853900818 + z * (0.9617966939 + z * 0.5770780164));
}

/* Ch. Tsitouras, Computers & Mathematics with Applications 62 (2011) 770: pair of order 5(4), first same as last. */
static const double ld_tsit_a[7][6] = {
    {0},
    {0.161},
    {-0.008480655492356989, 0.335480655492357},
    {2.8971530571054935, -6.359448489975075, 4.3622954328695815},
    {5.325864828439257, -11.748883564062828, 7.4955393428898365, -0.09249506636175525},
    {5.86145544294642, -12.92096931784711, 8.159367898576159, -0.071584973281401, -0.028269050394068383},
    {0.09646076681806523, 0.01, 0.4798896504144996, 1.379008574103742, -3.290069515436081, 2.324710524099774},
};
static const double ld_tsit_c[7] = {0, 0.161, 0.327, 0.9, 0.9800255409045097, 1, 1};
static const double ld_tsit_error[7] = {
    -0.00178001105222577714, -0.0008164344596567469, 0.007880878010261995, -0.1447110071732629,
    0.5823571654525552, -0.45808210592918697, 1.0 / 66};
#define LD_TSIT_ORDER 5.0
/* The explicit pair is stable to h lambda = -3.5 on the negative axis; the estimate of lambda lags behind. */
#define LD_STIFF (0.7 * 3.5)

/* G. Steinebach, BIT Numerical Mathematics 63 (2023) 27: Rodas5P, order 5(4), stiffly accurate, L-stable, in the
 * transformed form: (1/(gamma h) I - J) u_i = f(t + alpha_i h, y + sum a_ij u_j) + sum (c_ij / h) u_j
 * + gamma_i h df/dt. The last three stages are evaluated at the solution so far; the last u is the error estimate. */
#define LD_RODAS_STAGES 8
#define LD_RODAS_FREE 6
static const double ld_rodas_a[LD_RODAS_FREE][5] = {
    {0},
    {3.0},
    {2.849394379747939, 0.45842242204463923},
    {-6.954028509809101, 2.489845061869568, -10.358996098473584},
    {2.8029986275628964, 0.5072464736228206, -0.3988312541770524, -0.04721187230404641},
    {-7.502846399306121, 2.561846144803919, -11.627539656261098, -0.18268767659942256, 0.030198172008377946},
};
static const double ld_rodas_c[LD_RODAS_STAGES][7] = {
    {0},
    {-14.155112264123755},
    {-17.97296035885952, -2.859693295451294},
    {147.12150275711716, -1.41221402718213, 71.68940251302358},
    {165.43517024871676, -0.4592823456491126, 42.90938336958603, -5.961986721573306},
    {24.854864614690072, -3.0009227002832186, 47.4931110020768, 5.5814197821558125, -0.6610691825249471},
    {30.91273214028599, -3.1208243349937974, 77.79954646070892, 34.28646028294783, -19.097331116725623,
     -28.087943162872662},
    {37.80277123390563, -3.2571969029072276, 112.26918849496327, 66.9347231244047, -40.06618937091002,
     -54.66780262877968, -9.48861652309627},
};
static const double ld_rodas_alpha[LD_RODAS_STAGES] = {
    0, 0.6358126895828704, 0.4095798393397535, 0.9769306725060716, 0.4288403609558664, 1, 1, 1};
/* The row sums of gamma_ij, which follow from c. */
static const double ld_rodas_time[LD_RODAS_STAGES] = {
    0.21193756319429014, -0.42387512638858027, -0.3384627126235924, 1.8046452872882734, 2.325825639765069, 0, 0, 0};
/* Dense output of order 4. */
static const double ld_rodas_d[3][LD_RODAS_STAGES] = {
    {25.948786856663858, -2.5579724845846235, 10.433815404888879, -2.3679251022685204, 0.524948541321073,
     1.1241088310450404, 0.4272876194431874, -0.17202221070155493},
    {-9.91568850695171, -0.9689944594115154, 3.0438037242978453, -24.495224566215796, 20.176138334709044,
     15.98066361424651, -6.789040303419874, -6.710236069923372},
    {11.419903575922262, 2.8879645146136994, 72.92137995996029, 80.12511834622643, -52.072871366152654,
     -59.78993625266729, -0.15582684282751913, 4.883087185713722},
};
#define LD_RODAS_GAMMA 0.21193756319429014
#define LD_RODAS_ORDER 5.0

/* Step control: Gustafsson's proportional-integral controller, in terms of the squared error norm. */
#define LD_SAFETY 0.9
#define LD_PROPORTIONAL 0.7
#define LD_INTEGRAL 0.4
#define LD_SHRINK 0.2
#define LD_GROW 6.0

LD_INLINE v8d ld_larger(v8d a, v8d b) { return ld_select(a > b, a, b); }
LD_INLINE v8d ld_smaller(v8d a, v8d b) { return ld_select(a < b, a, b); }
LD_INLINE v8d ld_magnitude(v8d a) { return (v8d)((v8i)a & 0x7FFFFFFFFFFFFFFFLL); }
LD_INLINE v8d ld_all(double x) { return (v8d){x, x, x, x, x, x, x, x}; }
LD_INLINE v8i ld_whole(int64_t x) { return (v8i){x, x, x, x, x, x, x, x}; }

/* Slopes of lanes that were changed from outside, and their first step: Hairer, Norsett, Wanner I, II.4. */
static int ld_refresh(ld_block *b) {
    ARENA;
    int needed = 0;
    EACH(g, LD_GROUPS) needed |= ld_any(INT(I(FRESH), g) & INT(I(RUNNING), g));
    if (!needed) return 0;
    EACH(g, LD_GROUPS) {
        EACH(i, LD_STATES) AT(R_POINT + i, g) = AT(R_STATE + i, g);
        AT(R_TIME, g) = AT(C(TIME), g);
    }
    ld_field(b, R_STAGE + LD_MOVING);
    EACH(g, LD_GROUPS) {
        v8i fresh = INT(I(FRESH), g) & INT(I(RUNNING), g);
        v8d size = ld_all(0), speed = ld_all(0);
        EACH(i, LD_MOVING) {
            v8d slope = AT(R_STAGE + LD_MOVING + i, g);
            AT(R_STAGE + i, g) = ld_select(fresh, slope, AT(R_STAGE + i, g));
            v8d y = AT(R_STATE + i, g);
            v8d scale = 1.0 / (b->absolute[i] + b->relative[i] * ld_magnitude(y));
            v8d a = y * scale, s = slope * scale;
            size += a * a;
            speed += s * s;
        }
        INT(I(FRESH), g) &= ~fresh;
        v8i first = fresh & (AT(C(PLANNED), g) == 0.0);
        v8d left = AT(C(GOAL), g) - AT(C(TIME), g);
        v8d guess = 0.01 * ld_sqrt(size / speed);
        /* Nothing to go by: a small part of the way. */
        v8i useless = ~((size > 1e-10) & (speed > 1e-10) & (guess > 0.0));
        guess = ld_select(useless, 1e-6 * left, guess);
        guess = ld_smaller(guess, 1e-2 * left);
        AT(C(PLANNED), g) = ld_select(first, guess, AT(C(PLANNED), g));
    }
    return 1;
}

/* When some lanes want one method and some the other, one method goes on alone, while the lanes of the other wait, until
 * these are twice as many. A lane's own steps are the same whenever they are taken. */
static int ld_take_turns(ld_block *b) {
    ARENA;
    int64_t explicit = 0, rosenbrock = 0;
    EACH(g, LD_GROUPS) {
        explicit += __builtin_popcount(ld_bits(INT(I(EXPLICIT), g)));
        rosenbrock += __builtin_popcount(ld_bits(INT(I(ROSENBROCK), g)));
    }
    if (b->turn ? explicit > 2 * rosenbrock : rosenbrock > 2 * explicit) b->turn = !b->turn;
    EACH(g, LD_GROUPS) INT(b->turn ? I(EXPLICIT) : I(ROSENBROCK), g) = ld_whole(0);
    return b->turn ? 2 : 1;
}

/* Sets the step of each running lane so that targets are hit exactly and no sliver is left before one. Returns bit 0
 * if any lane takes an explicit step, bit 1 if any takes a Rosenbrock step. */
static int ld_plan(ld_block *b) {
    ARENA;
    int methods = 0;
    EACH(g, LD_GROUPS) {
        v8i running = INT(I(STATUS), g) == LD_RUNNING;
        INT(I(RUNNING), g) = running;
        if (!ld_any(running)) {
            INT(I(EXPLICIT), g) = INT(I(ROSENBROCK), g) = ld_whole(0);
            continue;
        }
        v8d left = AT(C(TARGET), g) - AT(C(TIME), g);
        v8d planned = ld_smaller(AT(C(PLANNED), g), AT(C(LONGEST), g));
        v8i arriving = planned >= left * (1 - 1e-12);
        v8i halved = ~arriving & (planned > 0.5 * left);
        v8d step = ld_select(arriving, left, ld_select(halved, 0.5 * left, planned));
        INT(I(ARRIVING), g) = arriving;
        INT(I(CUT), g) = halved | (arriving & (planned > left));
        AT(C(STEP), g) = ld_select(running, step, ld_all(1));
        AT(C(END), g) = ld_select(arriving, AT(C(TARGET), g), AT(C(TIME), g) + step);
        v8i stiff = b->method == LD_AUTOMATIC ? INT(I(MODE), g) != 0 : ld_whole(b->method == LD_ROSENBROCK ? -1 : 0);
        INT(I(EXPLICIT), g) = running & ~stiff;
        INT(I(ROSENBROCK), g) = running & stiff;
        methods |= ld_any(running & ~stiff) | ld_any(running & stiff) << 1;
    }
    return methods == 3 ? ld_take_turns(b) : methods;
}

/* One saved state within a step: s is the part of the step that has gone by, w the weights of the explicit stages. */
LD_INLINE v8d ld_inside(ld_block *b, int64_t g, int64_t i, int rosenbrock, v8d s, v8i at_end, const v8d *w) {
    ARENA;
    v8d value = AT(R_STATE + i, g);
    if (i >= LD_MOVING) return value;
    if (rosenbrock) {
        v8d rest = 1.0 - s;
        value = value * rest + s * (AT(R_PROPOSAL + i, g) + rest * (AT(R_DENSE + i, g)
            + s * (AT(R_DENSE + LD_MOVING + i, g) + s * AT(R_DENSE + 2 * LD_MOVING + i, g))));
    } else {
        for (int j = 0; j < 7; j++) value += w[j] * AT(R_STAGE + j * LD_MOVING + i, g);
    }
    return ld_select(at_end, AT(R_PROPOSAL + i, g), value);
}

/* Values of saved states at the times of the grid that lie in the steps of these lanes. */
LD_INLINE void ld_save(ld_block *b, int64_t g, v8i lanes, int rosenbrock, int including_end) {
    ARENA;
    const v8d end = AT(C(END), g), start = AT(C(TIME), g), h = AT(C(STEP), g);
    v8d next = AT(C(NEXT), g);
    v8i due = lanes & (including_end ? (next <= end) : (next < end));
    if (!ld_any(due)) return;
    const int32_t *saved = b->saved;
    const int64_t count = saved ? b->saved_count : LD_STATES;
    const double *grid = b->grid;
    double *tile = b->tile;
    double *const *output = b->output + g * 8;
    v8i cursor = INT(I(CURSOR), g);
    if (rosenbrock) {
        EACH(i, LD_MOVING) {
            v8d u = AT(R_INCREMENT + i, g);
            v8d c2 = ld_rodas_d[0][0] * u, c3 = ld_rodas_d[1][0] * u, c4 = ld_rodas_d[2][0] * u;
            for (int j = 1; j < LD_RODAS_STAGES; j++) {
                u = AT(R_INCREMENT + j * LD_MOVING + i, g);
                c2 += ld_rodas_d[0][j] * u;
                c3 += ld_rodas_d[1][j] * u;
                c4 += ld_rodas_d[2][j] * u;
            }
            AT(R_DENSE + i, g) = c2;
            AT(R_DENSE + LD_MOVING + i, g) = c3;
            AT(R_DENSE + 2 * LD_MOVING + i, g) = c4;
        }
    }
    const v8d rate = 1.0 / h;
    do {
        v8d s = (next - start) * rate;
        v8i at_end = next >= end;
        v8d w[7];
        if (!rosenbrock) {
            v8d q = s * s;
            w[0] = h * (-1.0530884977290216 * s * (s - 1.3299890189751412) * (q - 1.4364028541716351 * s + 0.7139816917074209));
            w[1] = h * (0.1017 * q * (q - 2.1966568338249754 * s + 1.2949852507374631));
            w[2] = h * (2.490627285651252793 * q * (q - 2.38535645472061657 * s + 1.57803468208092486));
            w[3] = h * (-16.54810288924490272 * (s - 1.21712927295533244) * (s - 0.61620406037800089) * q);
            w[4] = h * (47.37952196281928122 * (s - 1.203071208372362603) * (s - 0.658047292653547382) * q);
            w[5] = h * (-34.87065786149660974 * (s - 1.2) * (s - 0.666666666666666667) * q);
            w[6] = h * (2.5 * (s - 1.0) * (s - 0.6) * q);
        }
        /* The states side by side first, then each due lane's row. */
        if (saved) {
            EACH(k, count) ((v8d *)tile)[k] = ld_inside(b, g, saved[k], rosenbrock, s, at_end, w);
        } else {
            EACH(i, LD_STATES) ((v8d *)tile)[i] = ld_inside(b, g, i, rosenbrock, s, at_end, w);
        }
        for (unsigned bits = ld_bits(due); bits; bits &= bits - 1) {
            int lane = __builtin_ctz(bits);
            double *row = output[lane] + cursor[lane] * count;
            if (saved) {
                EACH(k, count) row[k] = tile[k * 8 + lane];
            } else {
                EACH(k, LD_STATES) row[k] = tile[k * 8 + lane];
            }
        }
        cursor -= due;
        v8d then = {grid[cursor[0]], grid[cursor[1]], grid[cursor[2]], grid[cursor[3]],
                    grid[cursor[4]], grid[cursor[5]], grid[cursor[6]], grid[cursor[7]]};
        next = ld_select(due, then, next);
        due &= including_end ? (next <= end) : (next < end);
    } while (ld_any(due));
    AT(C(NEXT), g) = next;
    INT(I(CURSOR), g) = cursor;
}

/* Takes the attempted steps of these lanes. */
LD_INLINE void ld_take(ld_block *b, int64_t g, v8i lanes, int rosenbrock, int including_end) {
    ARENA;
    if (b->output) ld_save(b, g, lanes, rosenbrock, including_end);
    EACH(i, LD_MOVING) {
        AT(R_STATE + i, g) = ld_select(lanes, AT(R_PROPOSAL + i, g), AT(R_STATE + i, g));
        if (!rosenbrock) AT(R_STAGE + i, g) = ld_select(lanes, AT(R_STAGE + 6 * LD_MOVING + i, g), AT(R_STAGE + i, g));
    }
    EACH(e, LD_EVENTS)
        AT(R_TRIGGER + e, g) = ld_select(lanes, AT(R_TRIGGER + LD_EVENTS + e, g), AT(R_TRIGGER + e, g));
    /* What has died out stays so, even if others feed it. */
    EACH(x, b->extinctions) {
        int64_t i = b->extinct[x];
        v8i gone = lanes & (AT(R_STATE + i, g) < AT(R_THRESHOLD + x, g)) & (AT(R_STATE + i, g) != 0.0);
        AT(R_STATE + i, g) = ld_select(gone, ld_all(0), AT(R_STATE + i, g));
        INT(I(FRESH), g) |= gone;
    }
    AT(C(TIME), g) = ld_select(lanes, AT(C(END), g), AT(C(TIME), g));
    v8i reached = lanes & (AT(C(TIME), g) >= AT(C(TARGET), g));
    v8i running = lanes & ~reached;
    INT(I(STATUS), g) = (INT(I(STATUS), g) & ~lanes) | (reached & LD_REACHED) | (running & LD_RUNNING);
}

/* Which method next. In the explicit: ten steps in a row at the edge of stability (more, after each time that the change
 * brought nothing) for the Rosenbrock method. In that: back when its steps are not longer by what they cost more than
 * the explicit ones were, and now and then to see whether the stretch is still stiff. */
LD_INLINE void ld_switch(ld_block *b, int64_t g, v8i good, int rosenbrock, v8i stiff, v8d next) {
    ARENA;
    v8i count = INT(I(COUNT), g);
    if (rosenbrock) {
        v8i slow = next < AT(C(RIVAL), g) * b->cost_ratio;
        v8i since = INT(I(SINCE), g) - good;
        count = (count + 1) & slow;
        v8i useless = good & (count >= 5), probing = good & (since >= INT(I(PROBE), g));
        v8i change = useless | probing;
        INT(I(SINCE), g) = since;
        INT(I(MODE), g) &= ~change;
        INT(I(FRESH), g) |= change;
        v8i patience = INT(I(PATIENCE), g);
        INT(I(PATIENCE), g) = patience + (patience & useless & (patience < 160));
        count &= ~change;
    } else {
        count = (count + 1) & stiff;
        v8i change = good & (count >= INT(I(PATIENCE), g));
        v8i probe = INT(I(PROBE), g);
        INT(I(PROBE), g) = probe + (probe & change & (probe < 3200));
        INT(I(SINCE), g) &= ~change;
        INT(I(MODE), g) |= change & 1;
        AT(C(RIVAL), g) = ld_select(change, next, AT(C(RIVAL), g));
        count &= ~change;
    }
    INT(I(COUNT), g) = (INT(I(COUNT), g) & ~good) | (count & good);
}

/* Judges the attempted steps: rejects, takes, or holds those in which something happens. `squares` is the squared
 * error norm; `stiff` says where an explicit step was at the edge of stability. */
LD_INLINE void ld_judge(ld_block *b, int64_t g, v8i lanes, int rosenbrock, v8d squares, v8i stiff) {
    ARENA;
    const double order = rosenbrock ? LD_RODAS_ORDER : LD_TSIT_ORDER;
    v8d h = AT(C(STEP), g);
    /* A step to a target that is hardly ahead leads over a discontinuity: shorter ones would do no better. */
    v8d shortest = 1e-14 * ld_larger(ld_magnitude(AT(C(TIME), g)), ld_all(1e-3));
    v8i over = INT(I(ARRIVING), g) & (h < shortest) & (squares > 1.0) & (squares < __builtin_inf());
    v8i good = lanes & ((squares <= 1.0) | over);
    v8i bad = lanes & ~good;
    INT(I(STEPS), g) += lanes & 1;
    INT(I(ACCEPTED), g) += good & 1;
    v8d level = ld_rough_log2(ld_larger(squares, ld_all(1e-20)));
    v8d factor = LD_SAFETY
        * ld_rough_exp2(level * (-0.5 * LD_PROPORTIONAL / order) + AT(C(LAST), g) * (0.5 * LD_INTEGRAL / order));
    factor = ld_larger(ld_smaller(factor, ld_all(LD_GROW)), ld_all(LD_SHRINK));
    v8d next = h * factor;
    /* A step cut short by a target says nothing against the longer one that was planned. */
    v8d planned = AT(C(PLANNED), g);
    next = ld_select(INT(I(CUT), g), ld_larger(next, planned), next);
    v8d last = ld_select(over, ld_all(0), ld_larger(level, ld_all(-26.575424759098897)));
    if (ld_any(bad)) {
        v8d smaller = LD_SAFETY * ld_rough_exp2(level * (-0.5 / order));
        smaller = ld_larger(ld_smaller(smaller, ld_all(0.9)), ld_all(LD_SHRINK));
        v8i finite = squares < __builtin_inf();
        v8d retry = h * ld_select(finite, smaller, ld_all(0.1));
        next = ld_select(bad, retry, next);
        last = ld_select(bad, ld_all(0), last);
        INT(I(REJECTED), g) += bad & 1;
        v8i stuck = bad & (next < shortest);
        INT(I(STATUS), g) = (INT(I(STATUS), g) & ~stuck) | (stuck & finite & LD_STEP_TOO_SMALL)
            | (stuck & ~finite & LD_NOT_FINITE);
    }
    AT(C(PLANNED), g) = ld_select(lanes, next, planned);
    AT(C(LAST), g) = ld_select(lanes, last, AT(C(LAST), g));

    if (b->method == LD_AUTOMATIC) ld_switch(b, g, good, rosenbrock, stiff, next);
    v8i happens = ld_whole(0);
    EACH(e, LD_EVENTS) happens |= AT(R_TRIGGER + e, g) != AT(R_TRIGGER + LD_EVENTS + e, g);
    EACH(x, b->extinctions) {
        v8d y = AT(R_PROPOSAL + b->extinct[x], g);
        v8d threshold = AT(R_THRESHOLD + x, g);
        happens |= (y < threshold) & (AT(R_STATE + b->extinct[x], g) >= threshold);
    }
    happens &= good;
    INT(I(STATUS), g) = (INT(I(STATUS), g) & ~happens) | (happens & LD_EVENT);
    ld_take(b, g, good & ~happens, rosenbrock, 1);
    v8i tired = (INT(I(STATUS), g) == LD_RUNNING) & lanes & (INT(I(STEPS), g) > b->step_limit);
    INT(I(STATUS), g) = (INT(I(STATUS), g) & ~tired) | (tired & LD_TOO_MANY_STEPS);
}

/* The triggers at the end of the attempted steps. */
static void ld_look(ld_block *b) {
    ARENA;
    if (LD_EVENTS == 0) return;
    EACH(g, LD_GROUPS) {
        EACH(i, LD_MOVING) AT(R_POINT + i, g) = AT(R_PROPOSAL + i, g);
        AT(R_TIME, g) = AT(C(END), g);
    }
    ld_trigger(b);
}

LD_INLINE void ld_tsit_stage(ld_block *b, int stage) {
    ARENA;
    EACH(g, LD_GROUPS) {
        v8d h = AT(C(STEP), g);
        AT(R_TIME, g) = stage >= 5 ? AT(C(END), g) : AT(C(TIME), g) + ld_tsit_c[stage] * h;
        EACH(i, LD_MOVING) {
            v8d sum = ld_tsit_a[stage][0] * AT(R_STAGE + i, g);
            for (int j = 1; j < stage; j++) sum += ld_tsit_a[stage][j] * AT(R_STAGE + j * LD_MOVING + i, g);
            v8d point = AT(R_STATE + i, g) + h * sum;
            AT(R_POINT + i, g) = point;
            if (stage == 5) AT(R_BASE + i, g) = point;
            if (stage == 6) AT(R_PROPOSAL + i, g) = point;
        }
    }
    ld_field(b, R_STAGE + stage * LD_MOVING);
}

static void ld_explicit(ld_block *b) {
    ARENA;
    EACH(g, LD_GROUPS) for (int64_t i = LD_MOVING; i < LD_STATES; i++) AT(R_POINT + i, g) = AT(R_STATE + i, g);
    ld_tsit_stage(b, 1);
    ld_tsit_stage(b, 2);
    ld_tsit_stage(b, 3);
    ld_tsit_stage(b, 4);
    ld_tsit_stage(b, 5);
    ld_tsit_stage(b, 6);
    ld_look(b);
    EACH(g, LD_GROUPS) {
        v8d h = AT(C(STEP), g);
        v8d squares = ld_all(0), drift = ld_all(0), distance = ld_all(0);
        EACH(i, LD_MOVING) {
            v8d sum = ld_tsit_error[0] * AT(R_STAGE + i, g);
            for (int j = 1; j < 7; j++) sum += ld_tsit_error[j] * AT(R_STAGE + j * LD_MOVING + i, g);
            v8d y = AT(R_PROPOSAL + i, g);
            v8d scale = 1.0 / (b->absolute[i]
                + b->relative[i] * ld_larger(ld_magnitude(AT(R_STATE + i, g)), ld_magnitude(y)));
            v8d error = h * sum * scale;
            squares += error * error;
            v8d df = (AT(R_STAGE + 6 * LD_MOVING + i, g) - AT(R_STAGE + 5 * LD_MOVING + i, g)) * scale;
            v8d dy = (y - AT(R_BASE + i, g)) * scale;
            drift += df * df;
            distance += dy * dy;
        }
        squares = squares * (1.0 / (LD_MOVING > 0 ? (double)LD_MOVING : 1.0));
        v8i stiff = h * h * drift > LD_STIFF * LD_STIFF * distance;
        ld_judge(b, g, INT(I(EXPLICIT), g), 0, squares, stiff);
    }
}

LD_INLINE void ld_rodas_stage(ld_block *b, int stage) {
    ARENA;
    /* Each increment is read once for both of its sums; that of the right-hand side waits in the rows of dense output. */
    const int free = stage < LD_RODAS_FREE, row = free ? stage : 0;
    if (stage > 0) EACH(g, LD_GROUPS) {
        v8d h = AT(C(STEP), g);
        AT(R_TIME, g) = stage >= LD_RODAS_FREE - 1 ? AT(C(END), g) : AT(C(TIME), g) + ld_rodas_alpha[stage] * h;
        EACH(i, LD_MOVING) {
            v8d u = AT(R_INCREMENT + i, g);
            v8d sum = ld_rodas_c[stage][0] * u;
            v8d point = free ? AT(R_STATE + i, g) + ld_rodas_a[row][0] * u
                             : AT(R_BASE + i, g) + AT(R_INCREMENT + (stage - 1) * LD_MOVING + i, g);
            for (int j = 1; j < stage; j++) {
                u = AT(R_INCREMENT + j * LD_MOVING + i, g);
                sum += ld_rodas_c[stage][j] * u;
                if (free) point += ld_rodas_a[row][j < 5 ? j : 0] * u;
            }
            AT(R_DENSE + i, g) = sum;
            AT(R_POINT + i, g) = point;
            if (stage >= LD_RODAS_FREE - 1) AT(R_BASE + i, g) = point;
        }
    }
    /* The right-hand side at the start came with the factors. */
    if (stage > 0) ld_field(b, R_RIGHT);
    if (stage > 0 || LD_DEPENDS_ON_TIME) EACH(g, LD_GROUPS) {
        v8d h = AT(C(STEP), g), inverse = LD_RODAS_GAMMA * AT(R_SHIFT, g);
        EACH(i, LD_MOVING) {
            v8d right = AT(R_RIGHT + i, g);
            if (stage > 0) right += inverse * AT(R_DENSE + i, g);
            if (LD_DEPENDS_ON_TIME && stage < LD_RODAS_FREE - 1) right += ld_rodas_time[stage] * h * AT(R_SLOPE + i, g);
            AT(R_RIGHT + i, g) = right;
        }
    }
    ld_substitute(b, R_INCREMENT + stage * LD_MOVING);
}

static void ld_rosenbrock(ld_block *b) {
    ARENA;
    EACH(g, LD_GROUPS) {
        EACH(i, LD_STATES) AT(R_POINT + i, g) = AT(R_STATE + i, g);
        AT(R_TIME, g) = AT(C(TIME), g);
        AT(R_SHIFT, g) = 1.0 / (LD_RODAS_GAMMA * AT(C(STEP), g));
    }
    ld_factorize(b);
    ld_rodas_stage(b, 0);
    ld_rodas_stage(b, 1);
    ld_rodas_stage(b, 2);
    ld_rodas_stage(b, 3);
    ld_rodas_stage(b, 4);
    ld_rodas_stage(b, 5);
    ld_rodas_stage(b, 6);
    ld_rodas_stage(b, 7);
    EACH(g, LD_GROUPS) EACH(i, LD_MOVING)
        AT(R_PROPOSAL + i, g) = AT(R_BASE + i, g) + AT(R_INCREMENT + 7 * LD_MOVING + i, g);
    ld_look(b);
    EACH(g, LD_GROUPS) {
        v8d squares = ld_all(0);
        EACH(i, LD_MOVING) {
            v8d scale = b->absolute[i] + b->relative[i]
                * ld_larger(ld_magnitude(AT(R_STATE + i, g)), ld_magnitude(AT(R_PROPOSAL + i, g)));
            v8d error = AT(R_INCREMENT + 7 * LD_MOVING + i, g) / scale;
            squares += error * error;
        }
        squares = squares * (1.0 / (LD_MOVING > 0 ? (double)LD_MOVING : 1.0));
        ld_judge(b, g, INT(I(ROSENBROCK), g), 1, squares, ld_whole(0));
    }
}

int64_t LD_NAME(advance)(ld_block *b) {
    ARENA;
    for (;;) {
        int methods = ld_plan(b);
        /* A first step may just have been found. */
        if (methods && ld_refresh(b)) methods = ld_plan(b);
        if (methods == 1) ld_explicit(b);
        if (methods == 2) ld_rosenbrock(b);
        int64_t waiting = 0;
        EACH(g, LD_GROUPS) {
            v8i status = INT(I(STATUS), g);
            if (!ld_any(status > LD_RUNNING)) continue;
            for (int lane = 0; lane < 8; lane++) waiting += status[lane] > LD_RUNNING;
        }
        if (waiting || !methods || b->single) return waiting;
    }
}

void LD_NAME(commit)(ld_block *b, int64_t lane, int64_t including_end) {
    ARENA;
    int64_t g = lane / 8;
    v8i mask = ld_whole(0);
    mask[lane % 8] = -1;
    ld_take(b, g, mask, INT(I(ROSENBROCK), g)[lane % 8] != 0, including_end != 0);
}

void LD_NAME(interpolate)(ld_block *b, int64_t lane, double time, double *values) {
    ARENA;
    int64_t g = lane / 8, l = lane % 8;
    double start = AT(C(TIME), g)[l], h = AT(C(STEP), g)[l], end = AT(C(END), g)[l];
    double s = time >= end ? 1.0 : (time - start) / h, q = s * s;
    const double w[7] = {
        -1.0530884977290216 * s * (s - 1.3299890189751412) * (q - 1.4364028541716351 * s + 0.7139816917074209),
        0.1017 * q * (q - 2.1966568338249754 * s + 1.2949852507374631),
        2.490627285651252793 * q * (q - 2.38535645472061657 * s + 1.57803468208092486),
        -16.54810288924490272 * (s - 1.21712927295533244) * (s - 0.61620406037800089) * q,
        47.37952196281928122 * (s - 1.203071208372362603) * (s - 0.658047292653547382) * q,
        -34.87065786149660974 * (s - 1.2) * (s - 0.666666666666666667) * q,
        2.5 * (s - 1.0) * (s - 0.6) * q,
    };
    int rosenbrock = INT(I(ROSENBROCK), g)[l] != 0;
    EACH(i, LD_MOVING) {
        double value = AT(R_STATE + i, g)[l];
        if (time >= end) {
            value = AT(R_PROPOSAL + i, g)[l];
        } else if (rosenbrock) {
            double c[3] = {0, 0, 0};
            for (int j = 0; j < LD_RODAS_STAGES; j++) {
                double u = AT(R_INCREMENT + j * LD_MOVING + i, g)[l];
                for (int k = 0; k < 3; k++) c[k] += ld_rodas_d[k][j] * u;
            }
            value = value * (1.0 - s)
                + s * (AT(R_PROPOSAL + i, g)[l] + (1.0 - s) * (c[0] + s * (c[1] + s * c[2])));
        } else {
            double sum = 0;
            for (int j = 0; j < 7; j++) sum += w[j] * AT(R_STAGE + j * LD_MOVING + i, g)[l];
            value += h * sum;
        }
        values[i] = value;
    }
}

void LD_NAME(triggers)(ld_block *b) {
    ARENA;
    if (LD_EVENTS == 0) return;
    EACH(g, LD_GROUPS) {
        EACH(i, LD_STATES) AT(R_POINT + i, g) = AT(R_STATE + i, g);
        AT(R_TIME, g) = AT(C(TIME), g);
    }
    ld_trigger(b);
}
