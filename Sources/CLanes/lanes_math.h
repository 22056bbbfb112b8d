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

LD_FUNCTION v8d ld_exp(v8d x) {
    v8d clamped = ld_choose((v8i)(x > 709.9), LD_ALL(709.9), x);
    clamped = ld_choose((v8i)(x < -746.0), LD_ALL(-746.0), clamped);
    v8d shifted = clamped * 1.4426950408889634 + LD_ROUNDER;
    v8d n = shifted - LD_ROUNDER;
    v8d r = (clamped - n * 0x1.62E42FEEp-1) - n * 0x1.A39EF35793C76p-33;
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
    p = p * r + 0.5;
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

/* Whether these values of no sign are integers. */
LD_FUNCTION v8i ld_is_integer(v8d x) { return (v8i)(x >= 0x1p52) | (v8i)((x + 0x1p52) - 0x1p52 == x); }

LD_FUNCTION v8d ld_pow(v8d x, v8d y) {
    /* log2 |x| in two parts. */
    v8d size = ld_abs(x);
    v8i tiny = (v8i)(size < 0x1p-1022);
    v8d scaled = ld_choose(tiny, size * 0x1p54, size);
    v8i exponent = ((v8i)scaled - 0x3FEBB67AE8584CAALL) >> 52;
    v8d m = (v8d)((v8i)scaled - (exponent << 52));
    v8d e = (v8d)(exponent + LD_ROUNDER_BITS) - LD_ROUNDER;
    e = ld_choose(tiny, e - 54, e);
    v8i upper = (v8i)(m >= 0x1.3988E1409212Ep+0);
    v8d centre = ld_choose(upper, LD_ALL(1.5), LD_ALL(1.0));
    v8d centreHigh = ld_choose(upper, LD_ALL(0x1.2B80340000000p-1), LD_ALL(0.0));
    v8d centreLow = ld_choose(upper, LD_ALL(0x1.CFDEB43CFD006p-27), LD_ALL(0.0));
    v8d difference = m - centre;
    v8d inverse = 1 / (m + centre);
    v8d s = difference * inverse;
    v8d sHigh = ld_short(s);
    v8d sumHigh = ld_short(m + centre);
    v8d sumLow = m - (sumHigh - centre);
    v8d sLow = inverse * ((difference - sHigh * sumHigh) - sHigh * sumLow);
    v8d z = s * s;
    v8d z2 = z * z;
    v8d p = ld_line(3.0 / 5, 3.0 / 7, z) + z2 * ld_line(3.0 / 9, 3.0 / 11, z);
    p = p + (z2 * z2) * (ld_line(3.0 / 13, 3.0 / 15, z) + z2 * ld_line(3.0 / 17, 3.0 / 19, z));
    v8d rest = z2 * p + sLow * (sHigh + s);
    v8d square = sHigh * sHigh;
    v8d seriesHigh = ld_short(3 + square + rest);
    v8d seriesLow = rest - ((seriesHigh - 3) - square);
    v8d productHead = sHigh * seriesHigh;
    v8d productTail = sLow * seriesHigh + seriesLow * s;
    v8d productHigh = ld_short(productHead + productTail);
    v8d productLow = productTail - (productHigh - productHead);
    v8d head = productHigh * 0x1.EC709D8000000p-1;
    v8d tail = productHigh * 0x1.0E80FF5D27F05p-27 + productLow * 0x1.EC709DC3A03FDp-1 + centreLow;
    v8d logHigh = ld_short(((head + tail) + centreHigh) + e);
    v8d logLow = tail - (((logHigh - e) - centreHigh) - head);
    /* y log2 |x|, whose integer part is the result's exponent. */
    v8d power = ld_choose((v8i)(y > 0x1p70), LD_ALL(0x1p70), y);
    power = ld_choose((v8i)(y < -0x1p70), LD_ALL(-0x1p70), power);
    v8d powerHigh = ld_short(power);
    v8d low = (power - powerHigh) * logHigh + power * logLow;
    v8d high = powerHigh * logHigh;
    v8i over = (v8i)(high + low > 1100);
    v8i under = (v8i)(high + low < -1200);
    high = ld_choose(over, LD_ALL(1100.0), ld_choose(under, LD_ALL(-1200.0), high));
    low = ld_choose(over | under, LD_ALL(0.0), low);
    v8d shifted = (high + low) + LD_ROUNDER;
    high = high - (shifted - LD_ROUNDER);
    v8d fractionHigh = ld_short(high + low);
    v8d fractionLow = low - (fractionHigh - high);
    head = fractionHigh * 0x1.62E42F8000000p-1;
    tail = fractionLow * 0x1.62E42FEFA39EFp-1 + fractionHigh * 0x1.BE8E7BCD5E4F2p-27;
    v8d r = head + tail;
    v8d rLow = tail - (r - head);
    v8d r2 = r * r;
    v8d r4 = r2 * r2;
    p = ld_line(0.5, 1.0 / 6, r) + r2 * ld_line(1.0 / 24, 1.0 / 120, r);
    p = p + r4 * (ld_line(1.0 / 720, 1.0 / 5040, r) + r2 * ld_line(1.0 / 40320, 1.0 / 362880, r));
    v8d last = ld_line(1.0 / 3628800, 1.0 / 39916800, r) + r2 * ld_line(1.0 / 479001600, 1.0 / 6227020800, r);
    p = p + (r4 * r4) * last;
    v8d one = 1 + r;
    v8d result = one + (((r - (one - 1)) + rLow * one) + r2 * p);
    v8i bits = (v8i)shifted - LD_ROUNDER_BITS;
    v8i half = bits >> 1;
    v8d first = (v8d)((half + 1023) << 52);
    v8d second = (v8d)(((bits - half) + 1023) << 52);
    result = result * first * second;
    /* What has no ordinary value. */
    v8i infinite = (v8i)(size == LD_INFINITY);
    v8i zero = (v8i)(size == 0);
    v8i grows = infinite ^ (v8i)(y < 0);
    result = ld_choose(zero | infinite, ld_choose(grows, LD_ALL(LD_INFINITY), LD_ALL(0.0)), result);
    v8d powerSize = ld_abs(y);
    v8i integer = ld_is_integer(powerSize);
    v8i odd = integer & ~ld_is_integer(0.5 * powerSize);
    result = (v8d)((v8i)result | ((v8i)x & odd & LD_SIGN));
    v8i invalid = (v8i)(x < 0) & ~infinite & ~integer;
    invalid = invalid | (v8i)(x != x) | (v8i)(y != y);
    result = ld_choose(invalid, LD_ALL(LD_NAN), result);
    return ld_choose((v8i)(y == 0) | (v8i)(x == 1), LD_ALL(1.0), result);
}

/* An argument less the nearest multiple of pi/2, in two parts, and that multiple. */
typedef struct {
    v8d high, low;
    v8i quadrant;
} ld_angle;

/* The sine and cosine of a reduced angle, each as a head and what is to be added. */
typedef struct {
    v8d sine, sineRest, cosine, cosineRest;
} ld_circle;

LD_FUNCTION ld_angle ld_reduce(v8d x) {
    v8d shifted = x * 0x1.45F306DC9C883p-1 + LD_ROUNDER;
    v8d n = shifted - LD_ROUNDER;
    v8d a = x - n * 0x1.921FB54440000p+0;
    v8d b = n * 0x1.68C234C4C0000p-39;
    v8d head = a - b;
    v8d back = head - a;
    v8d tail = ((a - (head - back)) - (b + back)) - n * 0x1.98A2E03707345p-77;
    ld_angle angle;
    angle.high = head + tail;
    angle.low = tail - (angle.high - head);
    angle.quadrant = (v8i)shifted;
    return angle;
}

LD_FUNCTION ld_circle ld_turn(ld_angle angle) {
    v8d r = angle.high;
    v8d z = r * r;
    v8d s = LD_ALL(1.0 / 355687428096000);
    s = s * z - 1.0 / 1307674368000;
    s = s * z + 1.0 / 6227020800;
    s = s * z - 1.0 / 39916800;
    s = s * z + 1.0 / 362880;
    s = s * z - 1.0 / 5040;
    s = s * z + 1.0 / 120;
    s = s * z - 1.0 / 6;
    v8d c = LD_ALL(1.0 / 20922789888000);
    c = c * z - 1.0 / 87178291200;
    c = c * z + 1.0 / 479001600;
    c = c * z - 1.0 / 3628800;
    c = c * z + 1.0 / 40320;
    c = c * z - 1.0 / 720;
    c = c * z + 1.0 / 24;
    v8d halfSquare = 0.5 * z;
    v8d complement = 1 - halfSquare;
    ld_circle circle;
    circle.sine = r;
    circle.sineRest = angle.low * complement + r * (z * s);
    circle.cosine = complement;
    circle.cosineRest = ((1 - complement) - halfSquare) + (z * z * c - r * angle.low);
    return circle;
}

/* The C library's value where the argument is too large for the reduction, and NaN of what is infinite. */
#define LD_LARGE(x, result, function)                                                     \
    do {                                                                                  \
        v8d ld_size = ld_abs(x);                                                          \
        result = ld_choose((v8i)(ld_size == LD_INFINITY), LD_ALL(LD_NAN), result);        \
        v8i ld_large = (v8i)(ld_size > 1e5) & (v8i)(ld_size < LD_INFINITY);               \
        long long ld_any = 0;                                                             \
        for (int lane = 0; lane < 8; lane++) ld_any |= ld_large[lane];                    \
        if (__builtin_expect(ld_any != 0, 0))                                             \
            for (int lane = 0; lane < 8; lane++)                                          \
                if (ld_large[lane]) result[lane] = function(x[lane]);                     \
    } while (0)

LD_FUNCTION v8d ld_sin(v8d x) {
    ld_angle angle = ld_reduce(x);
    ld_circle circle = ld_turn(angle);
    v8i odd = -(angle.quadrant & 1);
    v8d result = ld_choose(odd, circle.cosine, circle.sine) + ld_choose(odd, circle.cosineRest, circle.sineRest);
    result = (v8d)((v8i)result ^ ((angle.quadrant & 2) << 62));
    result = ld_choose((v8i)(ld_abs(x) < 0x1p-27) | (v8i)(x != x), x, result);
    LD_LARGE(x, result, __builtin_sin);
    return result;
}

LD_FUNCTION v8d ld_cos(v8d x) {
    ld_angle angle = ld_reduce(x);
    ld_circle circle = ld_turn(angle);
    v8i odd = -(angle.quadrant & 1);
    v8d result = ld_choose(odd, circle.sine, circle.cosine) + ld_choose(odd, circle.sineRest, circle.cosineRest);
    result = (v8d)((v8i)result ^ (((angle.quadrant + 1) & 2) << 62));
    result = ld_choose((v8i)(x != x), x, result);
    LD_LARGE(x, result, __builtin_cos);
    return result;
}

LD_FUNCTION v8d ld_tan(v8d x) {
    ld_angle angle = ld_reduce(x);
    ld_circle circle = ld_turn(angle);
    v8d sine = circle.sine + circle.sineRest;
    v8d sineRest = circle.sineRest - (sine - circle.sine);
    v8d cosine = circle.cosine + circle.cosineRest;
    v8d cosineRest = circle.cosineRest - (cosine - circle.cosine);
    v8i odd = -(angle.quadrant & 1);
    v8d above = ld_choose(odd, cosine, sine);
    v8d aboveRest = ld_choose(odd, cosineRest, sineRest);
    v8d below = ld_choose(odd, sine, cosine);
    v8d belowRest = ld_choose(odd, sineRest, cosineRest);
    v8d quotient = above / below;
    v8d quotientHigh = ld_short(quotient);
    v8d belowHigh = ld_short(below);
    v8d rest = (above - quotientHigh * belowHigh) - quotientHigh * (below - belowHigh);
    rest = ((rest - (quotient - quotientHigh) * below) + aboveRest) - quotient * belowRest;
    v8d result = quotient + rest / below;
    result = (v8d)((v8i)result ^ (odd & LD_SIGN));
    result = ld_choose((v8i)(ld_abs(x) < 0x1p-27) | (v8i)(x != x), x, result);
    LD_LARGE(x, result, __builtin_tan);
    return result;
}

LD_FUNCTION v8d ld_atan(v8d x) {
    v8d size = ld_abs(x);
    v8i first = (v8i)(size >= 0.4375);
    v8i second = (v8i)(size >= 0.6875);
    v8i third = (v8i)(size >= 1.1875);
    v8i fourth = (v8i)(size >= 2.4375);
    v8d above = ld_choose(first, 2 * size - 1, size);
    v8d below = ld_choose(first, 2 + size, LD_ALL(1.0));
    v8d high = ld_choose(first, LD_ALL(0x1.DAC670561BB4Fp-2), LD_ALL(0.0));
    v8d low = ld_choose(first, LD_ALL(0x1.A2B7F222F65E2p-56), LD_ALL(0.0));
    above = ld_choose(second, size - 1, above);
    below = ld_choose(second, size + 1, below);
    high = ld_choose(second, LD_ALL(0x1.921FB54442D18p-1), high);
    low = ld_choose(second, LD_ALL(0x1.1A62633145C07p-55), low);
    above = ld_choose(third, size - 1.5, above);
    below = ld_choose(third, 1 + 1.5 * size, below);
    high = ld_choose(third, LD_ALL(0x1.F730BD281F69Bp-1), high);
    low = ld_choose(third, LD_ALL(0x1.007887AF0CBBDp-56), low);
    above = ld_choose(fourth, LD_ALL(-1.0), above);
    below = ld_choose(fourth, size, below);
    high = ld_choose(fourth, LD_ALL(0x1.921FB54442D18p+0), high);
    low = ld_choose(fourth, LD_ALL(0x1.1A62633145C07p-54), low);
    v8d t = above / below;
    v8d z = t * t;
    v8d p = LD_ALL(0.014771803541259421);
    p = p * z - 0.03312674367384146;
    p = p * z + 0.044921989571273566;
    p = p * z - 0.052166649790788854;
    p = p * z + 0.05876944220330461;
    p = p * z - 0.06666241706297325;
    p = p * z + 0.07692285541401948;
    p = p * z - 0.09090908355081977;
    p = p * z + 0.1111111109663336;
    p = p * z - 0.14285714285566672;
    p = p * z + 0.1999999999999941;
    p = p * z - 0.3333333333333333;
    v8d result = high + (t + (t * (z * p) + low));
    result = (v8d)((v8i)result | ((v8i)x & LD_SIGN));
    return ld_choose((v8i)(x != x) | (v8i)(size < 0x1p-27), x, result);
}

/* e to a value of no sign, as 2^n (high + low). */
typedef struct {
    v8d high, low, n;
} ld_growth;

/* 2 to an integer between -1022 and 1023. */
LD_FUNCTION v8d ld_two_to(v8d n) { return (v8d)((v8i)(n + (LD_ROUNDER + 1023)) << 52); }

LD_FUNCTION ld_growth ld_grow(v8d x) {
    v8d n = (x * 1.4426950408889634 + LD_ROUNDER) - LD_ROUNDER;
    v8d a = x - n * 0x1.62E42FEEp-1;
    v8d b = n * 0x1.A39EF35793C76p-33;
    v8d r = a - b;
    v8d rLow = (a - r) - b;
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
    p = p * r + 0.5;
    v8d one = 1 + r;
    v8d rest = ((r - (one - 1)) + rLow * one) + r * r * p;
    ld_growth growth;
    growth.high = one + rest;
    growth.low = rest - (growth.high - one);
    growth.n = n;
    return growth;
}

/* Half of e^x plus (sign 1) or minus (sign -1) half of e^-x, for x of no sign. */
LD_FUNCTION v8d ld_half_sum(v8d x, double sign) {
    v8d clamped = ld_choose((v8i)(x > 711), LD_ALL(711.0), x);
    ld_growth growth = ld_grow(clamped);
    v8d few = ld_choose((v8i)(growth.n > 60), LD_ALL(60.0), growth.n);
    v8d inverse = 1 / growth.high;
    v8d shrunk = (inverse * sign) * ld_two_to(-2 * few);
    v8d sum = growth.high + shrunk;
    v8d rest = (shrunk - (sum - growth.high)) + (growth.low - shrunk * (inverse * growth.low));
    v8d half = (0.5 * growth.n + LD_ROUNDER) - LD_ROUNDER;
    return ((sum + rest) * ld_two_to(half)) * ld_two_to((growth.n - half) - 1);
}

LD_FUNCTION v8d ld_cosh(v8d x) {
    return ld_choose((v8i)(x != x), x, ld_half_sum(ld_abs(x), 1));
}

LD_FUNCTION v8d ld_sinh(v8d x) {
    v8d size = ld_abs(x);
    v8d z = size * size;
    v8d p = LD_ALL(1.0 / 121645100408832000);
    p = p * z + 1.0 / 355687428096000;
    p = p * z + 1.0 / 1307674368000;
    p = p * z + 1.0 / 6227020800;
    p = p * z + 1.0 / 39916800;
    p = p * z + 1.0 / 362880;
    p = p * z + 1.0 / 5040;
    p = p * z + 1.0 / 120;
    p = p * z + 1.0 / 6;
    v8d result = ld_choose((v8i)(size < 1), size + size * (z * p), ld_half_sum(size, -1));
    result = (v8d)((v8i)result | ((v8i)x & LD_SIGN));
    return ld_choose((v8i)(x != x), x, result);
}

LD_FUNCTION v8d ld_tanh(v8d x) {
    v8d size = ld_abs(x);
    v8i small = (v8i)(size < 0.5625);
    v8d z = size * size;
    v8d p = LD_ALL(14.0 / 1307674368000);
    p = p * z + 12.0 / 6227020800;
    p = p * z + 10.0 / 39916800;
    p = p * z + 8.0 / 362880;
    p = p * z + 6.0 / 5040;
    p = p * z + 4.0 / 120;
    p = p * z + 2.0 / 6;
    v8d c = LD_ALL(1.0 / 87178291200);
    c = c * z + 1.0 / 479001600;
    c = c * z + 1.0 / 3628800;
    c = c * z + 1.0 / 40320;
    c = c * z + 1.0 / 720;
    c = c * z + 1.0 / 24;
    c = c * z + 0.5;
    c = c * z + 1;
    v8d clamped = ld_choose((v8i)(size > 30), LD_ALL(30.0), size);
    ld_growth growth = ld_grow(2 * clamped);
    v8d scale = ld_two_to(growth.n);
    v8d power = growth.high * scale;
    v8d sum = power + 1;
    v8d sumRest = (1 - (sum - power)) + growth.low * scale;
    v8d quotient = ld_choose(small, size * (z * p), LD_ALL(2.0)) / ld_choose(small, c, sum);
    v8d nearOne = 1 - quotient;
    v8d rest = ((1 - nearOne) - quotient) + (0.5 * quotient) * (quotient * sumRest);
    v8d result = ld_choose(small, size - quotient, nearOne + rest);
    result = (v8d)((v8i)result | ((v8i)x & LD_SIGN));
    return ld_choose((v8i)(x != x), x, result);
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
