/* Hyperbolic functions. */
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
    v8d p = ld_exp_series(r);
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
