/* The attempts, and what others call. */
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
    double s = time >= end ? 1.0 : (time - start) / h;
    v8d w[7];
    ld_tsit_weights(ld_all(s), ld_all(h), w);
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
            for (int j = 0; j < 7; j++) value += w[j][0] * AT(R_STAGE + j * LD_MOVING + i, g)[l];
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
