/* Powers. */
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
