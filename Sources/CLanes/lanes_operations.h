/* What each operation of a tape computes, on eight lanes. Booleans are 0 and 1. */
LD_SCALAR(floor)
LD_SCALAR(ceil)

/* A number by its bits: how generated code writes constants. */
LD_INLINE double ld_double(unsigned long long bits) {
    double result;
    __builtin_memcpy(&result, &bits, 8);
    return result;
}

LD_INLINE v8d ld_flag(v8i mask) { return (v8d)(mask & 0x3FF0000000000000LL); }

LD_INLINE v8d ld_factorial(v8d x) {
    v8d result;
    for (int lane = 0; lane < 8; lane++) result[lane] = tgamma(x[lane] + 1);
    return result;
}

LD_INLINE v8d ld_remainder(v8d x, v8d y) {
    v8d result;
    for (int lane = 0; lane < 8; lane++) result[lane] = fmod(x[lane], y[lane]);
    return result;
}

/* name, number, expression in a, b, c: the order is that of Tape.Operation. */
#define LD_OPERATIONS(X)                        \
    X(add, 0, a + b)                            \
    X(subtract, 1, a - b)                       \
    X(multiply, 2, a * b)                       \
    X(divide, 3, a / b)                         \
    X(multiply_add, 4, a * b + c)               \
    X(multiply_subtract, 5, c - a * b)          \
    X(negate, 6, -a)                            \
    X(absolute, 7, ld_abs(a))                   \
    X(square_root, 8, ld_sqrt(a))               \
    X(exp, 9, ld_exp(a))                        \
    X(log, 10, ld_log(a))                       \
    X(power, 11, ld_pow(a, b))                  \
    X(floor, 12, ld_floor(a))                   \
    X(ceiling, 13, ld_ceil(a))                  \
    X(sine, 14, ld_sin(a))                      \
    X(cosine, 15, ld_cos(a))                    \
    X(tangent, 16, ld_tan(a))                   \
    X(arc_sine, 17, ld_asin(a))                 \
    X(arc_cosine, 18, ld_acos(a))               \
    X(arc_tangent, 19, ld_atan(a))              \
    X(hyperbolic_sine, 20, ld_sinh(a))          \
    X(hyperbolic_cosine, 21, ld_cosh(a))        \
    X(hyperbolic_tangent, 22, ld_tanh(a))       \
    X(arc_hyperbolic_sine, 23, ld_asinh(a))     \
    X(arc_hyperbolic_cosine, 24, ld_acosh(a))   \
    X(arc_hyperbolic_tangent, 25, ld_atanh(a))  \
    X(factorial, 26, ld_factorial(a))           \
    X(minimum, 27, ld_select(a < b, a, b))      \
    X(maximum, 28, ld_select(a > b, a, b))      \
    X(remainder, 29, ld_remainder(a, b))        \
    X(less, 30, ld_flag(a < b))                 \
    X(less_or_equal, 31, ld_flag(a <= b))       \
    X(equal, 32, ld_flag(a == b))               \
    X(not_equal, 33, ld_flag(a != b))           \
    X(and, 34, ld_flag((a != 0.0) & (b != 0.0)))  \
    X(or, 35, ld_flag((a != 0.0) | (b != 0.0)))   \
    X(exclusive_or, 36, ld_flag((a != 0.0) ^ (b != 0.0))) \
    X(not, 37, ld_flag(a == 0.0))               \
    X(select, 38, ld_select(a != 0.0, b, c))

/* op_N(a, b, c): how generated code calls them. */
#define LD_DEFINE(name, number, expression)                            \
    LD_INLINE v8d op_##number(v8d a, v8d b, v8d c) {               \
        (void)a;                                                       \
        (void)b;                                                       \
        (void)c;                                                       \
        return expression;                                             \
    }
LD_OPERATIONS(LD_DEFINE)
