"""AMICI: CVODES (BDF) on C++ made from the SBML and compiled once. Per patient: set the parameters, run."""

import fcntl
import hashlib
import time
from pathlib import Path

import numpy as np

from common import DAYS, ROWS, STATES, main

try:
    import amici
    from amici.importers.sbml import SbmlImporter
    from amici.sim.sundials import AMICI_SUCCESS, RDataReporting, SensitivityOrder, run_simulation
except ImportError as missing:
    raise SystemExit(f"AMICI is not installed ({missing}); Benchmarks/run builds it when --tools names it")


def prepare(path, columns):
    name = "amici_" + hashlib.sha256(Path(path).read_bytes()).hexdigest()[:12]
    folder = Path(__file__).resolve().parents[2] / ".benchmarks" / name
    folder.parent.mkdir(exist_ok=True)
    with open(folder.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / name / "__init__.py").exists() or not (folder / "compiled").exists():
            SbmlImporter(path).sbml2amici(name, folder, generate_sensitivity_code=False)
            (folder / "compiled").touch()
    model = amici.import_model_module(name, folder).get_model()
    model.set_timepoints(np.linspace(0.0, DAYS, ROWS))
    order = [list(model.get_state_ids()).index(state) for state in STATES]
    # AMICI puts its name before those that its own C++ uses (w).
    place = [list(columns).index(p.removeprefix("amici_")) for p in model.get_free_parameter_ids()]
    solver = model.create_solver()
    solver.set_sensitivity_order(SensitivityOrder.none)
    solver.set_max_steps(1000000)
    solver.set_return_data_reporting_mode(RDataReporting.full)

    def solve(values, rtol, atol, out):
        solver.set_relative_tolerance(rtol)
        solver.set_absolute_tolerance(atol)
        start = time.perf_counter()
        for i in range(len(values)):
            model.set_free_parameters(values[i, place])
            result = run_simulation(model, solver)
            if result.status == AMICI_SUCCESS:
                out[i] = result.x[:, order]
        return time.perf_counter() - start

    return solve


if __name__ == "__main__":
    main("AMICI (CVODES)", amici.__version__, prepare)
