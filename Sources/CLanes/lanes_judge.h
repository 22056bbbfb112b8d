/* What becomes of an attempt. */
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
