"""libroadrunner: CVODE (BDF) on machine code made from the SBML. Per patient: set the parameters, reset, simulate."""

import time

import numpy as np
import roadrunner

from common import DAYS, ROWS, STATES, main


def prepare(model, columns):
    runner = roadrunner.RoadRunner(model)
    runner.timeCourseSelections = STATES
    runner.setIntegrator("cvode")
    ids = list(runner.model.getGlobalParameterIds())
    indices = np.array([ids.index(name) for name in columns], dtype=np.int32)

    def solve(values, rtol, atol, out):
        integrator = runner.getIntegrator()
        integrator.setValue("relative_tolerance", rtol)
        integrator.setValue("absolute_tolerance", atol)
        integrator.setValue("maximum_num_steps", 1000000)
        start = time.perf_counter()
        for i in range(len(values)):
            runner.model.setGlobalParameterValues(indices, values[i])
            runner.reset()
            try:
                out[i] = runner.simulate(0, DAYS, ROWS)
            except RuntimeError:
                pass  # stays not-a-number and counts as failed
        return time.perf_counter() - start

    return solve


if __name__ == "__main__":
    main("libroadrunner (CVODE)", roadrunner.__version__, prepare)
