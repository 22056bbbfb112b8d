"""numbalsoda: LSODA called from compiled code. Right-hand side made from the SBML, compiled by numba; the loop over
patients is compiled too, so no Python runs inside the time."""

import time
from importlib.metadata import version

import numba
import numpy as np
from numbalsoda import lsoda, lsoda_sig

import sbml
from common import DAYS, ROWS, STATES, main


def prepare(model, columns):
    derivative, initial = sbml.compiled(model, columns)
    count, states = len(columns), len(STATES)

    @numba.cfunc(lsoda_sig)
    def right_hand_side(t, u, du, p):
        derivative(numba.carray(u, (states,)), numba.carray(p, (count,)), numba.carray(du, (states,)))

    address = right_hand_side.address
    days = np.linspace(0.0, DAYS, ROWS)

    @numba.njit
    def loop(address, values, days, rtol, atol, out):
        u = np.empty(states)
        for i in range(values.shape[0]):
            initial(values[i], u)
            solution, good = lsoda(address, u, days, data=values[i], rtol=rtol, atol=atol, mxstep=100000)
            if good:
                out[i] = solution

    def solve(values, rtol, atol, out):
        start = time.perf_counter()
        loop(address, values, days, rtol, atol, out)
        return time.perf_counter() - start

    return solve


if __name__ == "__main__":
    main("numbalsoda (LSODA)", version("numbalsoda"), prepare)
