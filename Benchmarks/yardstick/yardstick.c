// Hand-written solver of the benchmark model cart8: what this processor can give when one model is written out by hand.
//
// Eight patients share a 512-bit register, one a lane. Each lane has its own time, step and error control; a lane whose
// patient is done takes the next one from the queue. Two methods: Tsit5 (explicit, order 5) and Rodas4 (Rosenbrock,
// order 4, the linear system eliminated by hand). Both give each day's values from their own dense output.
//
//   clang -O3 -march=native -ffp-contract=fast -pthread yardstick.c -o yardstick -lm
//   yardstick METHOD RTOL ATOL THREADS POP.csv [OUT.bin]
//
// OUT.bin: little-endian float64 [patients][366][8], states in the order E M X T B C P G.
#define _GNU_SOURCE
#include <math.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#ifdef __AVX512F__
#include <immintrin.h>
#endif

enum { LANES = 8, STATES = 8, DAYS = 365, ROWS = DAYS + 1, COLUMNS = 30 };
enum { E, M, X, T, B, C, P, G };

typedef double v8 __attribute__((vector_size(64)));
typedef int64_t i8 __attribute__((vector_size(64)));
#define INLINE static inline __attribute__((always_inline))

// MARK: lanes

INLINE v8 all(double x) { return (v8){x, x, x, x, x, x, x, x}; }
INLINE v8 choose(i8 mask, v8 yes, v8 no) { return (v8)((mask & (i8)yes) | (~mask & (i8)no)); }
INLINE v8 larger(v8 a, v8 b) { return choose(a > b, a, b); }
INLINE v8 smaller(v8 a, v8 b) { return choose(a < b, a, b); }
INLINE v8 magnitude(v8 a) { return (v8)((i8)a & INT64_MAX); }

INLINE unsigned bits(i8 mask) {
#ifdef __AVX512DQ__
    return _mm512_movepi64_mask((__m512i)mask);
#else
    unsigned out = 0;
    for (int lane = 0; lane < LANES; lane++) out |= (mask[lane] ? 1u : 0u) << lane;
    return out;
#endif
}

INLINE v8 reciprocal(v8 x) {
#ifdef __AVX512F__
    // 14 bits from the table, two Newton steps: 53 bits but for the last place, in a third of a division's time.
    v8 r = (v8)_mm512_rcp14_pd((__m512d)x);
    r = r + r * (1.0 - x * r);
    return r + r * (1.0 - x * r);
#else
    return 1.0 / x;
#endif
}

// Good to 0.01: enough for a step size, where a library pow would cost as much as the step.
INLINE v8 log2_rough(v8 x) {
    i8 b = (i8)x;
    v8 whole = __builtin_convertvector((b >> 52) - 1023, v8);
    v8 f = (v8)((b & 0xfffffffffffffll) | 0x3ff0000000000000ll) - 1.0;
    return whole + f + 0.3467 * f * (1.0 - f);
}

INLINE v8 exp2_rough(v8 y) {
    v8 shifted = y + 0x1.8p52;  // rounds to a whole number
    v8 f = y - (shifted - 0x1.8p52);
    i8 scale = ((i8)shifted + 1023) << 52;
    return (v8)scale * (1.0 + f * (0.6931 + f * (0.2402 + f * 0.0555)));
}

// Rows become columns: from one state of eight patients to eight states of one patient.
INLINE void transpose(v8 r[8]) {
    v8 t[8], u[8];
    for (int i = 0; i < 8; i += 2) {
        t[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);
        t[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);
    }
    for (int i = 0; i < 8; i += 4)
        for (int j = 0; j < 2; j++) {
            u[i + j] = __builtin_shufflevector(t[i + j], t[i + j + 2], 0, 1, 8, 9, 4, 5, 12, 13);
            u[i + j + 2] = __builtin_shufflevector(t[i + j], t[i + j + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        }
    for (int i = 0; i < 4; i++) {
        r[i] = __builtin_shufflevector(u[i], u[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        r[i + 4] = __builtin_shufflevector(u[i], u[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);
    }
}

INLINE void save(double *to, v8 row) {
#if __has_builtin(__builtin_nontemporal_store)
    __builtin_nontemporal_store(row, (v8 *)to);
#else
    *(v8 *)to = row;
#endif
}

// MARK: the model

// What the equations need, made once per patient: sums and quotients of parameters are taken here.
typedef struct {
    v8 KA, w, growth, crowding, lossE, kEX, kME, kEM, muM, muX;
    v8 sT, g, gT, k, h, inB, dB, kB, hB, c0, c1, c2, p0, p1, Kc, p2, kG, dG;
} Parameters;

static const char *const columns[COLUMNS] = {
    "dose", "rho", "KA", "Emax", "alpha", "kEM", "kEX", "kME", "muM", "muX", "w",  "T0", "g",  "Tmax", "sT",
    "k",    "h",   "B0", "dB",   "kB",    "hB",  "c0",  "c1",  "c2",  "p0",  "p1", "Kc", "p2", "kG",   "dG"};

static void set(Parameters *p, v8 y[STATES], int lane, const double *q) {
    const double dose = q[0], rho = q[1], KA = q[2], Emax = q[3], alpha = q[4], kEM = q[5], kEX = q[6], kME = q[7],
                 muM = q[8], muX = q[9], w = q[10], T0 = q[11], g = q[12], Tmax = q[13], sT = q[14], k = q[15],
                 h = q[16], B0 = q[17], dB = q[18], kB = q[19], hB = q[20], c0 = q[21], c1 = q[22], c2 = q[23],
                 p0 = q[24], p1 = q[25], Kc = q[26], p2 = q[27], kG = q[28], dG = q[29];
    p->KA[lane] = KA, p->w[lane] = w, p->growth[lane] = rho - kEX, p->crowding[lane] = rho / Emax;
    p->lossE[lane] = alpha + kEM, p->kEX[lane] = kEX, p->kME[lane] = kME, p->kEM[lane] = kEM;
    p->muM[lane] = muM, p->muX[lane] = muX, p->sT[lane] = sT, p->g[lane] = g, p->gT[lane] = g / Tmax;
    p->k[lane] = k, p->h[lane] = h, p->inB[lane] = dB * B0, p->dB[lane] = dB, p->kB[lane] = kB, p->hB[lane] = hB;
    p->c0[lane] = c0, p->c1[lane] = c1, p->c2[lane] = c2, p->p0[lane] = p0, p->p1[lane] = p1, p->Kc[lane] = Kc;
    p->p2[lane] = p2, p->kG[lane] = kG, p->dG[lane] = dG;
    const double C0 = c0 / c2;
    y[E][lane] = dose;  // the event at day 0
    y[M][lane] = 0, y[X][lane] = 0, y[T][lane] = T0, y[B][lane] = B0, y[C][lane] = C0;
    y[P][lane] = (p0 + p1 * C0 / (Kc + C0)) / p2, y[G][lane] = kG * B0 / dG;
}

typedef struct {
    v8 act, kT, bB, satC;  // activation, T's loss rate, B's loss rate per E, C/(Kc+C)
    v8 iA, iT, iB, iC;     // reciprocals of the saturating terms' denominators
} Terms;

INLINE Terms derivative(const Parameters *p, const v8 y[STATES], v8 f[STATES]) {
    Terms s;
    v8 stimulus = y[T] + p->w * y[B];
    s.iA = reciprocal(p->KA + stimulus), s.iT = reciprocal(p->h + y[T]);
    s.iB = reciprocal(p->hB + y[B]), s.iC = reciprocal(p->Kc + y[C]);
    s.act = stimulus * s.iA, s.kT = p->k * y[E] * s.iT, s.bB = p->kB * s.iB, s.satC = y[C] * s.iC;
    v8 back = p->kME * s.act * y[M];
    f[E] = y[E] * (s.act * (p->growth - p->crowding * y[E]) - p->lossE) + back;
    f[M] = p->kEM * y[E] - p->muM * y[M] - back;
    f[X] = p->kEX * s.act * y[E] - p->muX * y[X];
    f[T] = p->sT + y[T] * (p->g - p->gT * y[T] - s.kT);
    f[B] = p->inB - y[B] * (p->dB + s.bB * y[E]);
    f[C] = p->c0 + p->c1 * (s.kT * y[T]) - p->c2 * y[C];
    f[P] = p->p0 + p->p1 * s.satC - p->p2 * y[P];
    f[G] = p->kG * y[B] - p->dG * y[G];
    return s;
}

// W = 4/h - J, factorised. T, B and M hang on E alone, so E's equation is one scalar; X, C, P, G follow.
typedef struct {
    v8 iT, iB, iM, iE, iX, iC, iP, iG;        // pivots' reciprocals
    v8 tT, tB, tM;                            // dT/dE, dB/dE, dM/dE in the eliminated system
    v8 EM, ET, EB, MT, MB, XE, XT, XB, CE, CT, PC;  // Jacobian entries used in the solve
} Factors;

INLINE Factors factorise(const Parameters *p, const v8 y[STATES], const Terms *s, v8 shift) {
    Factors a;
    v8 actT = p->KA * s->iA * s->iA, pull = y[E] * (p->growth - p->crowding * y[E]) + p->kME * y[M];
    v8 EE = s->act * (p->growth - 2.0 * p->crowding * y[E]) - p->lossE;
    a.EM = p->kME * s->act, a.ET = pull * actT, a.EB = p->w * a.ET;
    a.MT = -p->kME * y[M] * actT, a.MB = p->w * a.MT;
    a.XE = p->kEX * s->act, a.XT = p->kEX * y[E] * actT, a.XB = p->w * a.XT;
    v8 TE = -p->k * y[T] * s->iT, killT = s->kT * p->h * s->iT;
    v8 TT = p->g - 2.0 * p->gT * y[T] - killT;
    v8 BE = -s->bB * y[B], BB = -p->dB - s->bB * y[E] * p->hB * s->iB;
    a.CE = -p->c1 * TE, a.CT = p->c1 * killT, a.PC = p->p1 * p->Kc * s->iC * s->iC;
    a.iT = reciprocal(shift - TT), a.iB = reciprocal(shift - BB);
    a.iM = reciprocal(shift + p->muM + a.EM), a.iX = reciprocal(shift + p->muX);
    a.iC = reciprocal(shift + p->c2), a.iP = reciprocal(shift + p->p2), a.iG = reciprocal(shift + p->dG);
    a.tT = a.iT * TE, a.tB = a.iB * BE, a.tM = a.iM * (p->kEM + a.MT * a.tT + a.MB * a.tB);
    a.iE = reciprocal(shift - EE - a.EM * a.tM - a.ET * a.tT - a.EB * a.tB);
    return a;
}

INLINE void solve(const Parameters *p, const Factors *a, const v8 r[STATES], v8 u[STATES]) {
    v8 t0 = a->iT * r[T], b0 = a->iB * r[B], m0 = a->iM * (r[M] + a->MT * t0 + a->MB * b0);
    u[E] = a->iE * (r[E] + a->EM * m0 + a->ET * t0 + a->EB * b0);
    u[T] = t0 + a->tT * u[E], u[B] = b0 + a->tB * u[E], u[M] = m0 + a->tM * u[E];
    u[X] = a->iX * (r[X] + a->XE * u[E] + a->XT * u[T] + a->XB * u[B]);
    u[C] = a->iC * (r[C] + a->CE * u[E] + a->CT * u[T]);
    u[P] = a->iP * (r[P] + a->PC * u[C]);
    u[G] = a->iG * (r[G] + p->kG * u[B]);
}

// MARK: the queue and the lanes' state

typedef struct {
    const double *population;
    double *out;
    size_t patients;
    double rtol, atol;
    bool rosenbrock;
    atomic_size_t next;
    atomic_size_t steps, rejected;
} Work;

typedef struct {
    Parameters p;
    v8 y[STATES], f[STATES];
    v8 t, h, due, before;   // time, step, next output's time, log2 of the last accepted error
    i8 retry;               // the last attempt was rejected
    double *to[LANES];
    unsigned busy;
} Lanes;

INLINE v8 square_mean(const v8 x[STATES], const v8 weight[STATES]) {
    v8 even = all(0), odd = all(0);
    for (int i = 0; i < STATES; i += 2) {
        v8 a = x[i] * weight[i], b = x[i + 1] * weight[i + 1];
        even += a * a, odd += b * b;
    }
    return (even + odd) * (1.0 / STATES);
}

// Fills the lanes of `free` from the queue: initial values, first output row, first step (Hairer's rule).
static __attribute__((noinline)) void refill(Work *work, Lanes *l, unsigned free, double order) {
    i8 fresh = {0};
    for (int lane = 0; lane < LANES; lane++) {
        if (!(free >> lane & 1)) continue;
        size_t patient = atomic_fetch_add_explicit(&work->next, 1, memory_order_relaxed);
        if (patient >= work->patients) {  // an idle lane goes on integrating its last patient; nothing is due
            l->busy &= ~(1u << lane), l->due[lane] = 1e300;
            continue;
        }
        l->busy |= 1u << lane, fresh[lane] = -1;
        set(&l->p, l->y, lane, work->population + patient * COLUMNS);
        l->t[lane] = 0, l->due[lane] = 1, l->before[lane] = -13, l->retry[lane] = 0;
        l->to[lane] = work->out + patient * ROWS * STATES;
        for (int i = 0; i < STATES; i++) l->to[lane][i] = l->y[i][lane];
        l->to[lane] += STATES;
    }
    if (!bits(fresh)) return;
    v8 f[STATES], second[STATES], weight[STATES], ahead[STATES];
    derivative(&l->p, l->y, f);
    for (int i = 0; i < STATES; i++) {
        l->f[i] = choose(fresh, f[i], l->f[i]);
        weight[i] = 1.0 / (work->atol + work->rtol * magnitude(l->y[i]));
    }
    v8 size = square_mean(l->y, weight), slope = square_mean(f, weight), first;
    for (int lane = 0; lane < LANES; lane++) first[lane] = 0.01 * sqrt(size[lane] / slope[lane]);
    for (int i = 0; i < STATES; i++) ahead[i] = l->y[i] + first * f[i];
    derivative(&l->p, ahead, second);
    for (int i = 0; i < STATES; i++) second[i] = second[i] - f[i];
    v8 bend = square_mean(second, weight) / (first * first), steepest = larger(slope, bend);
    v8 h = smaller(100.0 * first, exp2_rough((log2_rough(all(1e-4) / steepest) * 0.5) / (order + 1)));
    l->h = choose(fresh, h, l->h);
}

// Step control: PI on the logarithm of the error, all lanes at once. Returns the accepted lanes.
INLINE i8 control(Lanes *l, v8 error2, double expo, double beta, v8 *h) {
    error2 = choose(error2 < 1e40, error2, all(1e40));  // not-a-number too
    i8 accepted = error2 <= 1.0;
    v8 e = 0.5 * log2_rough(larger(error2, all(1e-16)));
    v8 gain = choose(accepted, beta * l->before - expo * e, -(expo + 0.75 * beta) * e) - 0.152;  // 0.9
    gain = larger(smaller(gain, choose(l->retry & accepted, all(0), all(2.33))), all(-2.33));
    l->before = choose(accepted, larger(e, all(-13.3)), l->before);
    l->retry = ~accepted;
    *h = l->h * exp2_rough(gain);
    return accepted;
}

#ifndef EXPO5
#define EXPO5 0.14
#define BETA5 0.08
#define EXPO4 0.22
#define BETA4 0.04
#endif
// MARK: Tsit5

static const double
    a21 = 0.161, a31 = -0.008480655492356989, a32 = 0.335480655492357, a41 = 2.8971530571054935,
    a42 = -6.359448489975075, a43 = 4.3622954328695815, a51 = 5.325864828439257, a52 = -11.748883564062828,
    a53 = 7.4955393428898365, a54 = -0.09249506636175525, a61 = 5.86145544294642, a62 = -12.92096931784711,
    a63 = 8.159367898576159, a64 = -0.071584973281401, a65 = -0.028269050394068383, a71 = 0.09646076681806523,
    a72 = 0.01, a73 = 0.4798896504144996, a74 = 1.379008574103742, a75 = -3.290069515436081, a76 = 2.324710524099774,
    e1 = -0.00178001105222577714, e2 = -0.0008164344596567469, e3 = 0.007880878010261995, e4 = -0.1447110071732629,
    e5 = 0.5823571654525552, e6 = -0.45808210592918697, e7 = 0.015151515151515152;

static void run_tsit5(Work *work, Lanes *l) {
    const double rtol = work->rtol, atol = work->atol;
    size_t steps = 0, rejected = 0;
    refill(work, l, 0xff, 5);
    while (l->busy) {
        v8 k2[STATES], k3[STATES], k4[STATES], k5[STATES], k6[STATES], k7[STATES], z[STATES], end[STATES];
        const v8 *y = l->y, *k1 = l->f;
        const v8 h = l->h;
#define STAGES(target, sum) for (int i = 0; i < STATES; i++) target[i] = y[i] + h * (sum)
        STAGES(z, a21 * k1[i]);
        derivative(&l->p, z, k2);
        STAGES(z, a31 * k1[i] + a32 * k2[i]);
        derivative(&l->p, z, k3);
        STAGES(z, a41 * k1[i] + a42 * k2[i] + a43 * k3[i]);
        derivative(&l->p, z, k4);
        STAGES(z, a51 * k1[i] + a52 * k2[i] + a53 * k3[i] + a54 * k4[i]);
        derivative(&l->p, z, k5);
        STAGES(z, a61 * k1[i] + a62 * k2[i] + a63 * k3[i] + a64 * k4[i] + a65 * k5[i]);
        derivative(&l->p, z, k6);
        STAGES(end, a71 * k1[i] + a72 * k2[i] + a73 * k3[i] + a74 * k4[i] + a75 * k5[i] + a76 * k6[i]);
        derivative(&l->p, end, k7);
        v8 error[STATES], weight[STATES];
        for (int i = 0; i < STATES; i++) {
            error[i] = h * (e1 * k1[i] + e2 * k2[i] + e3 * k3[i] + e4 * k4[i] + e5 * k5[i] + e6 * k6[i] + e7 * k7[i]);
            weight[i] = reciprocal(atol + rtol * larger(magnitude(y[i]), magnitude(end[i])));
        }
        v8 next;
        const i8 accepted = control(l, square_mean(error, weight), EXPO5, BETA5, &next);
        const v8 t = l->t + h;
        unsigned ready = bits(accepted & (l->due <= t)), done = 0;
        if (ready) {
            const v8 rate = reciprocal(h);
            do {
                const v8 s = (l->due - l->t) * rate, s2 = s * s;
                const v8 b1 = h * s * (1.0 + s * (-2.763706197274826 + s * (2.9132554618219126 - 1.0530884977290216 * s)));
                const v8 b2 = h * s2 * (0.13169999999999998 + s * (-0.2234 + 0.1017 * s));
                const v8 b3 = h * s2 * (3.9302962368947516 + s * (-5.941033872131505 + 2.490627285651253 * s));
                const v8 b4 = h * s2 * (-12.411077166933676 + s * (30.33818863028232 - 16.548102889244902 * s));
                const v8 b5 = h * s2 * (37.50931341651104 + s * (-88.1789048947664 + 47.37952196281928 * s));
                const v8 b6 = h * s2 * (-27.896526289197286 + s * (65.09189467479366 - 34.87065786149661 * s));
                const v8 b7 = h * s2 * (1.5 + s * (-4.0 + 2.5 * s));
                v8 row[STATES];
                for (int i = 0; i < STATES; i++)
                    row[i] = y[i] + b1 * k1[i] + b2 * k2[i] + b3 * k3[i] + b4 * k4[i] + b5 * k5[i] + b6 * k6[i]
                        + b7 * k7[i];
                transpose(row);
                for (unsigned rest = ready; rest; rest &= rest - 1) {
                    const int lane = __builtin_ctz(rest);
                    save(l->to[lane], row[lane]);
                    l->to[lane] += STATES;
                }
                l->due = choose(accepted & (l->due <= t), l->due + 1.0, l->due);
                const i8 finished = (l->due > DAYS) & (l->due < 1e200);
                done |= bits(finished);
                l->due = choose(finished, all(1e250), l->due);
                ready = bits(accepted & (l->due <= t));
            } while (ready);
        }
        steps += __builtin_popcount(bits(accepted) & l->busy), rejected += __builtin_popcount(~bits(accepted) & l->busy);
        for (int i = 0; i < STATES; i++) {
            l->y[i] = choose(accepted, end[i], l->y[i]);
            l->f[i] = choose(accepted, k7[i], l->f[i]);
        }
        l->t = choose(accepted, t, l->t), l->h = next;
        if (done) refill(work, l, done, 5);
    }
    atomic_fetch_add(&work->steps, steps), atomic_fetch_add(&work->rejected, rejected);
}

// MARK: Rodas4 (RODAS of Hairer & Wanner, gamma = 1/4)

static const double
    A21 = 1.544, A31 = 0.9466785280815826, A32 = 0.2557011698983284, A41 = 3.314825187068521, A42 = 2.896124015972201,
    A43 = 0.9986419139977817, A51 = 1.221224509226641, A52 = 6.019134481288629, A53 = 12.53708332932087,
    A54 = -0.6878860361058950, C21 = -5.6688, C31 = -2.430093356833875, C32 = -0.2063599157091915,
    C41 = -0.1073529058151375, C42 = -9.594562251023355, C43 = -20.47028614809616, C51 = 7.496443313967647,
    C52 = -10.24680431464352, C53 = -33.99990352819905, C54 = 11.70890893206160, C61 = 8.083246795921522,
    C62 = -7.981132988064893, C63 = -31.52159432874371, C64 = 16.31930543123136, C65 = -6.058818238834054,
    D21 = 10.12623508344586, D22 = -7.487995877610167, D23 = -34.80091861555747, D24 = -7.992771707568823,
    D25 = 1.025137723295662, D31 = -0.6762803392801253, D32 = 6.087714651680015, D33 = 16.43084320892478,
    D34 = 24.76722511418386, D35 = -6.594389125716872;

static void run_rodas4(Work *work, Lanes *l) {
    const double rtol = work->rtol, atol = work->atol;
    size_t steps = 0, rejected = 0;
    refill(work, l, 0xff, 4);
    while (l->busy) {
        v8 u1[STATES], u2[STATES], u3[STATES], u4[STATES], u5[STATES], u6[STATES], z[STATES], f[STATES];
        const v8 *y = l->y;
        const v8 h = l->h, rate = reciprocal(h);
        const Terms terms = derivative(&l->p, y, f);
        const Factors w = factorise(&l->p, y, &terms, 4.0 * rate);
        solve(&l->p, &w, f, u1);
#define STAGE(point, pull, u) \
        for (int i = 0; i < STATES; i++) z[i] = point; \
        derivative(&l->p, z, f); \
        for (int i = 0; i < STATES; i++) f[i] = f[i] + rate * (pull); \
        solve(&l->p, &w, f, u)
        STAGE(y[i] + A21 * u1[i], C21 * u1[i], u2);
        STAGE(y[i] + A31 * u1[i] + A32 * u2[i], C31 * u1[i] + C32 * u2[i], u3);
        STAGE(y[i] + A41 * u1[i] + A42 * u2[i] + A43 * u3[i], C41 * u1[i] + C42 * u2[i] + C43 * u3[i], u4);
        STAGE(y[i] + A51 * u1[i] + A52 * u2[i] + A53 * u3[i] + A54 * u4[i],
              C51 * u1[i] + C52 * u2[i] + C53 * u3[i] + C54 * u4[i], u5);
        STAGE(z[i] + u5[i], C61 * u1[i] + C62 * u2[i] + C63 * u3[i] + C64 * u4[i] + C65 * u5[i], u6);
        v8 end[STATES], weight[STATES];
        for (int i = 0; i < STATES; i++) {
            end[i] = z[i] + u6[i];
            weight[i] = reciprocal(atol + rtol * larger(magnitude(y[i]), magnitude(end[i])));
        }
        v8 next;
        const i8 accepted = control(l, square_mean(u6, weight), EXPO4, BETA4, &next);
        const v8 t = l->t + h;
        const unsigned ready = bits(accepted & (l->due <= t));
        unsigned done = 0;
        if (ready) {
            // y + s (end - y + (1 - s) (c3 + s c4)): turned to one patient a register, then a row costs four operations.
            v8 c0[STATES], c1[STATES], c2[STATES], c3[STATES];
            for (int i = 0; i < STATES; i++) {
                c0[i] = y[i], c1[i] = end[i] - y[i];
                c2[i] = D21 * u1[i] + D22 * u2[i] + D23 * u3[i] + D24 * u4[i] + D25 * u5[i];
                c3[i] = D31 * u1[i] + D32 * u2[i] + D33 * u3[i] + D34 * u4[i] + D35 * u5[i];
            }
            transpose(c0), transpose(c1), transpose(c2), transpose(c3);
            for (unsigned rest = ready; rest; rest &= rest - 1) {
                const int lane = __builtin_ctz(rest);
                const double start = l->t[lane], speed = rate[lane], stop = t[lane];
                const v8 v0 = c0[lane], v1 = c1[lane], v2 = c2[lane], v3 = c3[lane];
                double due = l->due[lane], *to = l->to[lane];
                for (; due <= stop && due <= DAYS; due += 1, to += STATES) {
                    const double s = (due - start) * speed;
                    save(to, v0 + s * (v1 + (1 - s) * (v2 + s * v3)));
                }
                l->to[lane] = to;
                if (due > DAYS) done |= 1u << lane, due = 1e250;
                l->due[lane] = due;
            }
        }
        steps += __builtin_popcount(bits(accepted) & l->busy), rejected += __builtin_popcount(~bits(accepted) & l->busy);
        for (int i = 0; i < STATES; i++) l->y[i] = choose(accepted, end[i], l->y[i]);
        l->t = choose(accepted, t, l->t), l->h = next;
        if (done) refill(work, l, done, 4);
    }
    atomic_fetch_add(&work->steps, steps), atomic_fetch_add(&work->rejected, rejected);
}

// MARK: command

static void *worker(void *argument) {
    Work *work = argument;
    Lanes *l = aligned_alloc(64, (sizeof(Lanes) + 63) / 64 * 64);
    memset(l, 0, sizeof *l);
    l->h = all(1e-3);
    (work->rosenbrock ? run_rodas4 : run_tsit5)(work, l);
    free(l);
    return NULL;
}

static void fail(const char *what) {
    fprintf(stderr, "yardstick: %s\n", what);
    exit(1);
}

static double *read_population(const char *path, size_t *patients) {
    FILE *file = fopen(path, "r");
    if (!file) fail("cannot open the population");
    char *line = NULL;
    size_t room = 0, capacity = 0, n = 0;
    int place[256], found = 0, count = 0;
    if (getline(&line, &room, file) < 0) fail("the population is empty");
    for (char *name = strtok(line, ",\r\n"); name && count < 256; name = strtok(NULL, ",\r\n"), count++) {
        place[count] = -1;
        for (int i = 0; i < COLUMNS; i++)
            if (!strcmp(name, columns[i])) place[count] = i, found++;
    }
    if (found != COLUMNS) fail("the population lacks a parameter");
    double *values = NULL;
    while (getline(&line, &room, file) > 1) {
        if (n == capacity) values = realloc(values, (capacity = capacity ? 2 * capacity : 1024) * COLUMNS * sizeof *values);
        char *at = line;
        for (int i = 0; i < count; i++, at += *at == ',') {
            double value = strtod(at, &at);
            if (place[i] >= 0) values[n * COLUMNS + place[i]] = value;
        }
        n++;
    }
    free(line), fclose(file);
    *patients = n;
    return values;
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int count, char **words) {
    if (count < 6) fail("METHOD(tsit5|rodas4) RTOL ATOL THREADS POP.csv [OUT.bin]");
    Work work = {.rtol = atof(words[2]), .atol = atof(words[3])};
    work.rosenbrock = !strcmp(words[1], "rodas4");
    if (!work.rosenbrock && strcmp(words[1], "tsit5")) fail("the method is tsit5 or rodas4");
    int threads = atoi(words[4]);
    if (threads < 1 || threads > 1024) fail("threads: 1 to 1024");
    work.population = read_population(words[5], &work.patients);
    const size_t bytes = work.patients * ROWS * STATES * sizeof(double);

    const double start = now();  // the memory for the results is taken, and paid for, inside the time
    work.out = mmap(NULL, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (work.out == MAP_FAILED) fail("no memory for the results");
    madvise(work.out, bytes, MADV_HUGEPAGE);
    pthread_t team[1024];
    for (int i = 1; i < threads; i++) pthread_create(&team[i], NULL, worker, &work);
    worker(&work);
    for (int i = 1; i < threads; i++) pthread_join(team[i], NULL);
    const double seconds = now() - start;

    printf("{\"tool\": \"yardstick-%s\", \"seconds\": %.6f, \"patients\": %zu, \"steps\": %zu, \"rejected\": %zu}\n", words[1],
           seconds, work.patients, (size_t)work.steps, (size_t)work.rejected);
    if (count > 6) {
        FILE *file = fopen(words[6], "wb");
        if (!file || fwrite(work.out, 1, bytes, file) != bytes || fclose(file)) fail("cannot write the results");
    }
    return 0;
}
