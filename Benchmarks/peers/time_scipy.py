"""scipy: solve_ivp with LSODA, its right-hand side made from the SBML and compiled by numba."""

import time

import numpy as np
import scipy
from scipy.integrate import solve_ivp

import sbml
from common import DAYS, ROWS, STATES, main


def prepare(model, columns):
    import numba

    derivative, initial = sbml.compiled(model, columns)
    days = np.linspace(0.0, DAYS, ROWS)

    @numba.njit
    def right_hand_side(t, u, p):
        du = np.empty_like(u)
        derivative(u, p, du)
        return du

    def solve(values, rtol, atol, out):
        start = time.perf_counter()
        for i, p in enumerate(values):
            u = np.empty(len(STATES))
            initial(p, u)
            result = solve_ivp(right_hand_side, (0.0, DAYS), u, "LSODA", days, args=(p,), rtol=rtol, atol=atol)
            if result.success:
                out[i] = result.y.T
        return time.perf_counter() - start

    return solve


if __name__ == "__main__":
    main("scipy solve_ivp (LSODA)", scipy.__version__, prepare)
