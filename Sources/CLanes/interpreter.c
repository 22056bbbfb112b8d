/* The portable back end: the integrator with a tape interpreter for the model's equations. */
#include "lanes.h"

#pragma clang diagnostic ignored "-Wc23-extensions"
#pragma clang diagnostic ignored "-Wunused-function"
/* Vectors are wider than a plain build's registers; none crosses a function that is not inlined. */
#pragma clang diagnostic ignored "-Wpsabi"

#include "lanes_math.h"
#include "lanes_power.h"
#include "lanes_trigonometry.h"
#include "lanes_hyperbolic.h"
#include "lanes_operations.h"

/* One instruction over all groups before the next: what an instruction costs beside its arithmetic is shared by many
 * lanes. */
#define LD_CASE(name, number, expression)                              \
    case number:                                                       \
        for (int64_t g = 0; g < groups; g++) {                         \
            v8d a = x[g], b = y[g], c = z[g];                          \
            (void)b;                                                   \
            (void)c;                                                   \
            into[g] = expression;                                      \
        }                                                              \
        break;

void ld_run_tape(ld_tape tape, double *arena, int64_t groups) {
    v8d *rows = (v8d *)arena;
    for (int64_t n = 0; n < tape.count; n++) {
        const ld_instruction i = tape.instructions[n];
        const v8d *x = rows + i.a * groups, *y = rows + i.b * groups, *z = rows + i.c * groups;
        v8d *into = rows + i.into * groups;
        switch (i.operation) { LD_OPERATIONS(LD_CASE) }
    }
}

static void ld_run(ld_block *b, ld_tape tape, int64_t into) {
    ld_run_tape(tape, b->arena, b->groups);
    v8d *rows = (v8d *)b->arena;
    for (int64_t n = 0; n < tape.output_count; n++) {
        const v8d *from = rows + tape.outputs[n] * b->groups;
        v8d *to = rows + (into + n) * b->groups;
        for (int64_t g = 0; g < b->groups; g++) to[g] = from[g];
    }
}

static inline void ld_field(ld_block *b, int64_t into) {
    if (b->fill_delays) b->fill_delays(b->context, b);
    ld_run(b, b->field, into);
}

static inline void ld_factorize(ld_block *b) {
    if (b->fill_delays) b->fill_delays(b->context, b);
    /* The factors, the right-hand side and the slope in time have rows next to each other. */
    ld_run(b, b->factorization, ld_row_factors(b));
}

static inline void ld_substitute(ld_block *b, int64_t into) { ld_run(b, b->substitution, into); }

static inline void ld_trigger(ld_block *b) {
    if (b->fill_delays) b->fill_delays(b->context, b);
    ld_run(b, b->triggers, ld_row_trigger(b) + b->events);
}

#define LD_GROUPS (b->groups)
#define LD_MOVING (b->moving)
#define LD_STATES (b->states)
#define LD_PARAMETERS (b->parameters)
#define LD_HOISTED (b->hoisted)
#define LD_DELAYS (b->delays)
#define LD_FACTORS (b->factors)
#define LD_EVENTS (b->events)
#define LD_DEPENDS_ON_TIME (b->depends_on_time)
#define LD_NAME(name) ld_##name
#include "lanes_kernel.h"

ld_kernel ld_interpreter(void) { return (ld_kernel){ld_advance, ld_commit, ld_interpolate, ld_triggers}; }

void ld_explicit_weights(double part, double step, double *weights) {
    v8d w[7];
    ld_tsit_weights(ld_all(part), ld_all(step), w);
    for (int stage = 0; stage < 7; stage++) weights[stage] = w[stage][0];
}

/* The text that is compiled at run time is these very files. */
static const char ld_prelude[] = {
#embed "include/lanes.h"
    , '\n',
#embed "lanes_math.h"
    , '\n',
#embed "lanes_power.h"
    , '\n',
#embed "lanes_trigonometry.h"
    , '\n',
#embed "lanes_hyperbolic.h"
    , '\n',
#embed "lanes_operations.h"
    , 0};
static const char ld_integrator[] = {
#embed "lanes_rows.h"
    , '\n',
#embed "lanes_methods.h"
    , '\n',
#embed "lanes_plan.h"
    , '\n',
#embed "lanes_save.h"
    , '\n',
#embed "lanes_judge.h"
    , '\n',
#embed "lanes_steps.h"
    , 0};

const char *ld_prelude_source(void) { return ld_prelude; }
const char *ld_integrator_source(void) { return ld_integrator; }
