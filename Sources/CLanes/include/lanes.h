/* Blocks of lanes: patients side by side, eight a vector, each with its own time, step size, method, stops and events.
 *
 * One source for both back ends. The package compiles it with a tape interpreter for the model's equations; at run
 * time it is compiled again, for the processor at hand, with the equations of one model written out. Both do the same
 * IEEE operations in the same order, so both give the same digits.
 */
#ifndef LANES_H
#define LANES_H

#include <stdint.h>

/* One operation on rows of the arena: row[into] = operation(row[a], row[b], row[c]). */
typedef struct ld_instruction {
    int32_t operation, into, a, b, c;
} ld_instruction;

/* Straight-line code, and the rows in which it leaves its results. */
typedef struct ld_tape {
    const ld_instruction *instructions;
    int64_t count;
    const int32_t *outputs;
    int64_t output_count;
} ld_tape;

/* What a lane is doing. */
enum ld_status {
    LD_IDLE = 0,
    LD_RUNNING = 1,
    /* At its target. */
    LD_REACHED = 2,
    /* The attempted step is good but something happens in it: a trigger changes, or a population dies out. The step
     * is not yet taken; see ld_commit. */
    LD_EVENT = 3,
    LD_STEP_TOO_SMALL = 4,
    LD_NOT_FINITE = 5,
    LD_TOO_MANY_STEPS = 6,
};

/* Which method a block uses. */
enum ld_method { LD_AUTOMATIC = 0, LD_EXPLICIT = 1, LD_ROSENBROCK = 2 };

/* Rows of control numbers, from `control` on. */
enum ld_control {
    LD_C_TIME, LD_C_STEP, LD_C_PLANNED, LD_C_TARGET, LD_C_LAST, LD_C_NEXT, LD_C_LONGEST, LD_C_GOAL, LD_C_RIVAL,
    LD_C_END,
    /* Integers in the same rows. */
    LD_I_STATUS, LD_I_STEPS, LD_I_MODE, LD_I_COUNT, LD_I_PATIENCE, LD_I_SINCE, LD_I_PROBE, LD_I_FRESH, LD_I_CUT, LD_I_ARRIVING, LD_I_CURSOR,
    LD_I_ACCEPTED, LD_I_REJECTED, LD_I_EXPLICIT, LD_I_ROSENBROCK, LD_I_RUNNING,
    LD_CONTROL_COUNT
};

typedef struct ld_block ld_block;

/* A block. `arena` has rows of groups x 8 doubles, 64-byte aligned, in this order: the inputs of every tape
 * [point (states), parameters, time, hoisted, delayed, shift], then state (states), proposal (moving), stage (7 x
 * moving), increment (8 x moving), base (moving), factors, right (moving), slope (moving), trigger
 * (2 x events), dense (3 x moving), control, threshold (one a moving state), and what the tapes need for themselves. */
struct ld_block {
    double *arena;
    int64_t groups;
    int64_t moving, states, parameters, hoisted, delays, factors, events;
    int64_t depends_on_time;
    /* States that can die out. */
    int64_t extinctions;
    const int32_t *extinct;
    /* Tolerances by moving state. */
    const double *absolute, *relative;
    int64_t method, step_limit;
    /* Which method's turn it is when lanes want both: 0 the explicit, 1 the Rosenbrock. */
    int64_t turn;
    /* Whether ld_advance comes back after every attempt. */
    int64_t single;
    /* Cost of a step of the Rosenbrock method over one of the explicit. */
    double cost_ratio;
    /* Where dense output goes: by lane, rows of `saved_count` values at the `grid_count` times of `grid`, after which an
     * infinite one stands; null for none. `saved` is null if all states are saved, in their order. */
    double **output;
    const double *grid;
    int64_t grid_count;
    const int32_t *saved;
    int64_t saved_count;
    /* Room for `saved_count` x 8 values, 64-byte aligned. */
    double *tile;
    /* The model, for the interpreter. */
    ld_tape field, factorization, substitution, triggers;
    /* Fills the rows of delayed values for the present point and time; null if there are none. */
    void (*fill_delays)(void *context, ld_block *block);
    void *context;
};

/* Rows of the arena. */
static inline int64_t ld_row_parameters(const ld_block *b) { return b->states; }
static inline int64_t ld_row_time(const ld_block *b) { return b->states + b->parameters; }
static inline int64_t ld_row_hoisted(const ld_block *b) { return ld_row_time(b) + 1; }
static inline int64_t ld_row_delayed(const ld_block *b) { return ld_row_hoisted(b) + b->hoisted; }
static inline int64_t ld_row_shift(const ld_block *b) { return ld_row_delayed(b) + b->delays; }
static inline int64_t ld_row_state(const ld_block *b) { return ld_row_shift(b) + 1; }
static inline int64_t ld_row_proposal(const ld_block *b) { return ld_row_state(b) + b->states; }
static inline int64_t ld_row_stage(const ld_block *b) { return ld_row_proposal(b) + b->moving; }
static inline int64_t ld_row_increment(const ld_block *b) { return ld_row_stage(b) + 7 * b->moving; }
static inline int64_t ld_row_base(const ld_block *b) { return ld_row_increment(b) + 8 * b->moving; }
static inline int64_t ld_row_factors(const ld_block *b) { return ld_row_base(b) + b->moving; }
static inline int64_t ld_row_right(const ld_block *b) { return ld_row_factors(b) + b->factors; }
static inline int64_t ld_row_slope(const ld_block *b) { return ld_row_right(b) + b->moving; }
static inline int64_t ld_row_trigger(const ld_block *b) { return ld_row_slope(b) + b->moving; }
static inline int64_t ld_row_dense(const ld_block *b) { return ld_row_trigger(b) + 2 * b->events; }
static inline int64_t ld_row_control(const ld_block *b) { return ld_row_dense(b) + 3 * b->moving; }
static inline int64_t ld_row_threshold(const ld_block *b) { return ld_row_control(b) + LD_CONTROL_COUNT; }
static inline int64_t ld_row_private(const ld_block *b) { return ld_row_threshold(b) + b->moving; }

/* Advances all running lanes until at least one needs attention (its status is neither idle nor running) or none
 * runs. Returns how many lanes need attention. */
int64_t ld_advance(ld_block *block);

/* Takes the attempted step of a lane with status LD_EVENT. Saves what lies before its end, and at its end too if
 * `including_end`. The lane runs on, or has reached its target. */
void ld_commit(ld_block *block, int64_t lane, int64_t including_end);

/* The moving states of a lane at a time within its attempted step. */
void ld_interpolate(ld_block *block, int64_t lane, double time, double *values);

/* Computes the triggers of all lanes at their accepted states into the second half of the trigger rows. */
void ld_triggers(ld_block *block);

/* Weights of the explicit method's seven slopes in a step's interpolant, at a part of the step. */
void ld_explicit_weights(double part, double step, double *weights);

/* The same functions of code compiled at run time. */
typedef struct ld_kernel {
    int64_t (*advance)(ld_block *);
    void (*commit)(ld_block *, int64_t, int64_t);
    void (*interpolate)(ld_block *, int64_t, double, double *);
    void (*triggers)(ld_block *);
} ld_kernel;

/* The interpreter's. */
ld_kernel ld_interpreter(void);

/* Runs a tape over all groups of eight lanes of an arena. */
void ld_run_tape(ld_tape tape, double *arena, int64_t groups);

/* The text from which kernels are compiled at run time: this header with the elementary functions and operations, then
 * (after the model's equations) the integrator. */
const char *ld_prelude_source(void);
const char *ld_integrator_source(void);

#endif
