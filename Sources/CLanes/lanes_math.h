/* Elementary functions of eight values at once. No multiplication is fused with an addition, so that every machine and
 * both back ends give the same digits. Errors against exact results, in units of the last place, measured by the tests:
 * pow 0.8, exp 1.0, log 0.9, sin and cos 0.85, tan 1.1, atan 0.9, sinh 0.9, cosh 0.7, tanh 0.9. */
#ifdef __clang__
#pragma STDC FP_CONTRACT OFF
#endif

double tgamma(double), fmod(double, double), floor(double), ceil(double), sqrt(double);
double asin(double), acos(double), asinh(double), acosh(double), atanh(double);

#define LD_INLINE static inline __attribute__((always_inline))
typedef double v8d __attribute__((vector_size(64)));
typedef long long v8i __attribute__((vector_size(64)));
#define LD_FUNCTION static inline __attribute__((always_inline, unused))
#define LD_ALL(c) ((v8d){c, c, c, c, c, c, c, c})
#define LD_ROUNDER 6755399441055744.0
#define LD_ROUNDER_BITS 0x4338000000000000LL
#define LD_SIGN ((long long)(1ULL << 63))
#define LD_INFINITY __builtin_inf()
#define LD_NAN __builtin_nan("")

LD_FUNCTION v8d ld_choose(v8i mask, v8d yes, v8d no) { return (v8d)((mask & (v8i)yes) | (~mask & (v8i)no)); }
LD_FUNCTION v8d ld_abs(v8d x) { return (v8d)((v8i)x & ~LD_SIGN); }
LD_FUNCTION v8d ld_short(v8d x) { return (v8d)((v8i)x & ~0x7FFFFFFLL); }
LD_FUNCTION v8d ld_line(double a, double b, v8d x) { return a + b * x; }

/* (e^r - 1 - r) / r^2 for r within half of ln 2, by the Taylor series. */
LD_FUNCTION v8d ld_exp_series(v8d r) {
    v8d p = LD_ALL(1.0 / 6227020800);
    p = p * r + 1.0 / 479001600;
    p = p * r + 1.0 / 39916800;
    p = p * r + 1.0 / 3628800;
    p = p * r + 1.0 / 362880;
    p = p * r + 1.0 / 40320;
    p = p * r + 1.0 / 5040;
    p = p * r + 1.0 / 720;
    p = p * r + 1.0 / 120;
    p = p * r + 1.0 / 24;
    p = p * r + 1.0 / 6;
    return p * r + 0.5;
}

LD_FUNCTION v8d ld_exp(v8d x) {
    v8d clamped = ld_choose((v8i)(x > 709.9), LD_ALL(709.9), x);
    clamped = ld_choose((v8i)(x < -746.0), LD_ALL(-746.0), clamped);
    v8d shifted = clamped * 1.4426950408889634 + LD_ROUNDER;
    v8d n = shifted - LD_ROUNDER;
    v8d r = (clamped - n * 0x1.62E42FEEp-1) - n * 0x1.A39EF35793C76p-33;
    v8d p = ld_exp_series(r);
    v8d result = 1 + (r + r * r * p);
    v8i bits = (v8i)shifted - LD_ROUNDER_BITS;
    v8i half = bits >> 1;
    v8d first = (v8d)((half + 1023) << 52);
    v8d second = (v8d)(((bits - half) + 1023) << 52);
    return ld_choose((v8i)(x != x), x, result * first * second);
}

LD_FUNCTION v8d ld_log(v8d x) {
    v8i tiny = (v8i)(x < 0x1p-1022);
    v8d scaled = ld_choose(tiny, x * 0x1p54, x);
    v8i exponent = ((v8i)scaled - 0x3FE6A09E667F3BCDLL) >> 52;
    v8d mantissa = (v8d)((v8i)scaled - (exponent << 52));
    v8d e = (v8d)(exponent + LD_ROUNDER_BITS) - LD_ROUNDER;
    e = ld_choose(tiny, e - 54, e);
    v8d f = mantissa - 1;
    v8d s = f / (2 + f);
    v8d z = s * s;
    v8d p = LD_ALL(2.0 / 23);
    p = p * z + 2.0 / 21;
    p = p * z + 2.0 / 19;
    p = p * z + 2.0 / 17;
    p = p * z + 2.0 / 15;
    p = p * z + 2.0 / 13;
    p = p * z + 2.0 / 11;
    p = p * z + 2.0 / 9;
    p = p * z + 2.0 / 7;
    p = p * z + 2.0 / 5;
    p = p * z + 2.0 / 3;
    v8d halfSquare = 0.5 * f * f;
    v8d result = e * 0x1.62E42FEEp-1 - ((halfSquare - (s * (halfSquare + z * p) + e * 0x1.A39EF35793C76p-33)) - f);
    result = ld_choose((v8i)(x == 0), LD_ALL(-LD_INFINITY), result);
    result = ld_choose((v8i)(x < 0), LD_ALL(LD_NAN), result);
    return ld_choose((v8i)(x != x) | (v8i)(x == LD_INFINITY), x, result);
}

LD_INLINE v8d ld_select(v8i mask, v8d a, v8d b) { return (v8d)(((v8i)a & mask) | ((v8i)b & ~mask)); }

LD_INLINE v8d ld_sqrt(v8d x) {
#if defined(__has_builtin)
#if __has_builtin(__builtin_elementwise_sqrt)
#define LD_HAS_SQRT
    return __builtin_elementwise_sqrt(x);
#endif
#endif
#ifndef LD_HAS_SQRT
    v8d result;
    for (int lane = 0; lane < 8; lane++) result[lane] = sqrt(x[lane]);
    return result;
#endif
}

/* The rarer functions, a lane at a time by the C library. */
#define LD_SCALAR(name)                                                      \
    LD_INLINE v8d ld_##name(v8d x) {                                         \
        v8d result;                                                          \
        for (int lane = 0; lane < 8; lane++) result[lane] = name(x[lane]);   \
        return result;                                                       \
    }
LD_SCALAR(asin)
LD_SCALAR(acos)
LD_SCALAR(asinh)
LD_SCALAR(acosh)
LD_SCALAR(atanh)
