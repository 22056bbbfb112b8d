/* Rows of the arena, and small things done on eight lanes at once. */
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

LD_INLINE v8d ld_larger(v8d a, v8d b) { return ld_select(a > b, a, b); }
LD_INLINE v8d ld_smaller(v8d a, v8d b) { return ld_select(a < b, a, b); }
LD_INLINE v8d ld_magnitude(v8d a) { return (v8d)((v8i)a & 0x7FFFFFFFFFFFFFFFLL); }
LD_INLINE v8d ld_all(double x) { return (v8d){x, x, x, x, x, x, x, x}; }
LD_INLINE v8i ld_whole(int64_t x) { return (v8i){x, x, x, x, x, x, x, x}; }
