/* The integrator, written for any model. Before it is included these are defined: LD_GROUPS, LD_MOVING, LD_STATES,
 * LD_PARAMETERS, LD_HOISTED, LD_DELAYS, LD_FACTORS, LD_EVENTS, LD_DEPENDS_ON_TIME (numbers, or fields
 * of the block), LD_NAME (prefix of the functions), and the model's equations:
 *   ld_field(b, into)     d(moving)/dt at the point and time, to `moving` rows from `into` on
 *   ld_factorize(b)       the factors of shift I - J at the point and time, the right-hand side there (to the rows
 *                         `right`), and the slope in time
 *   ld_substitute(b, into) solves for the right-hand side in the rows `right`
 *   ld_trigger(b)         the triggers at the point and time, to the second half of their rows
 */
#include "lanes_rows.h"
#include "lanes_methods.h"
#include "lanes_plan.h"
#include "lanes_save.h"
#include "lanes_judge.h"
#include "lanes_steps.h"
