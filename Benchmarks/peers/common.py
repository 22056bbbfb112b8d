"""What every peer shares: the work, the command line, the clock, and one process a core.

A peer is a function `prepare(model, columns)` that loads or compiles the model and returns
`solve(values, rtol, atol, out) -> seconds`: it integrates a row of `values` a patient, writes `out[i]` (366 days x 8
states), and says how long that took. Import, loading and compiling are never in that time.
"""

import csv
import json
import multiprocessing
import sys
from multiprocessing import shared_memory

import numpy as np

STATES = ["E", "M", "X", "T", "B", "C", "P", "G"]
DAYS = 365
ROWS = DAYS + 1


def read_population(path, patients):
    """Column names and the first `patients` rows of a CSV file."""
    with open(path) as file:
        columns = [name.strip() for name in next(csv.reader(file))]
        values = np.loadtxt(file, delimiter=",", max_rows=patients, ndmin=2)
    return columns, values


def _part(prepare, model, columns, values, rtol, atol, name, shape, part, parts, start, times):
    memory = shared_memory.SharedMemory(name=name)
    out = np.ndarray(shape, buffer=memory.buf)
    solve = prepare(model, columns)
    solve(values[:2], rtol, atol, np.empty((min(2, len(values)),) + shape[1:]))  # warm
    mine = np.array_split(np.arange(shape[0]), parts)[part]
    start.wait()
    times[part] = solve(values[mine], rtol, atol, out[mine[0] : mine[-1] + 1])
    del out
    memory.close()


def main(tool, version, prepare):
    """`MODEL POP.csv RTOL ATOL N PROCESSES OUT.npy`: prints one JSON line, writes the trajectories."""
    if len(sys.argv) != 8:
        sys.exit(f"usage: {sys.argv[0]} MODEL POP.csv RTOL ATOL N PROCESSES OUT.npy")
    model, population, output = sys.argv[1], sys.argv[2], sys.argv[7]
    rtol, atol = float(sys.argv[3]), float(sys.argv[4])
    columns, values = read_population(population, int(sys.argv[5]))
    processes = max(1, min(int(sys.argv[6]), len(values)))
    shape = (len(values), ROWS, len(STATES))
    if processes == 1:
        out = np.full(shape, np.nan)
        solve = prepare(model, columns)
        solve(values[:2], rtol, atol, np.empty((min(2, len(values)),) + shape[1:]))  # warm
        seconds = solve(values, rtol, atol, out)
        np.save(output, out)
    else:
        memory = shared_memory.SharedMemory(create=True, size=8 * int(np.prod(shape)))
        out = np.ndarray(shape, buffer=memory.buf)
        out[:] = np.nan
        context = multiprocessing.get_context("spawn")
        start, times = context.Barrier(processes), context.Array("d", processes, lock=False)
        team = [
            context.Process(
                target=_part,
                args=(prepare, model, columns, values, rtol, atol, memory.name, shape, i, processes, start, times),
            )
            for i in range(processes)
        ]
        for process in team:
            process.start()
        for process in team:
            process.join()
        failed = any(process.exitcode for process in team)
        seconds = max(times)
        if not failed:
            np.save(output, out)
        del out
        memory.close()
        memory.unlink()
        if failed:
            sys.exit(f"{tool}: a process failed")
    print(json.dumps({"tool": tool, "version": version, "seconds": seconds, "patients": len(values)}))
