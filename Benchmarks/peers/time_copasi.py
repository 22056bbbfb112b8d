"""COPASI by its own Python interface, deterministic time course (LSODA). Per patient: set the parameters, recompute the
initial values, run. COPASI keeps the result in its own time series; reading it value by value through Python is slow and
is not in the time."""

import time

import COPASI

from common import DAYS, ROWS, STATES, main


def prepare(path, columns):
    data = COPASI.CRootContainer.addDatamodel()
    if not data.importSBML(path):
        raise ValueError("COPASI could not read the model")
    model = data.getModel()
    parameters = [model.getModelValue(name) for name in columns]
    changed = COPASI.ObjectStdVector()
    for parameter in parameters:
        changed.push_back(parameter.getObject(COPASI.CCommonName("Reference=InitialValue")))
    task = data.getTask("Time-Course")
    task.setMethodType(COPASI.CTaskEnum.Method_deterministic)
    problem, method = task.getProblem(), task.getMethod()
    problem.setStepNumber(DAYS)
    problem.setDuration(DAYS)
    problem.setOutputStartTime(0)
    problem.setTimeSeriesRequested(True)
    problem.setOutputEvent(False)

    def solve(values, rtol, atol, out):
        method.getParameter("Relative Tolerance").setDblValue(rtol)
        method.getParameter("Absolute Tolerance").setDblValue(atol)
        method.getParameter("Max Internal Steps").setIntValue(1000000)
        seconds = 0.0
        for i in range(len(values)):
            start = time.perf_counter()
            for parameter, value in zip(parameters, values[i].tolist()):
                parameter.setInitialValue(value)
            model.updateInitialValues(changed)
            good = task.process(True)
            seconds += time.perf_counter() - start
            if not good:
                continue
            series = task.getTimeSeries()
            order = [series.getTitle(j) for j in range(series.getNumVariables())]
            order = [next(j for j, t in enumerate(order) if t in (s, f"Values[{s}]")) for s in STATES]
            count = series.getRecordedSteps()
            for row in range(min(count, ROWS)):
                out[i, row] = [series.getData(row, j) for j in order]
        return seconds

    return solve


if __name__ == "__main__":
    main("COPASI (LSODA)", COPASI.__version__, prepare)
