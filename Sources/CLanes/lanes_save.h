/* Dense output. */
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
        if (!rosenbrock) ld_tsit_weights(s, h, w);
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
