/* Trigonometric functions and the arc tangent. */
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
