/* What the next attempt is: steps, methods, and the slopes that it starts from. */
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
