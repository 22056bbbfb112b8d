"""Runs every tool on the same patients and compares throughput at equal achieved error. Started by `run`."""

import argparse
import datetime
import hashlib
import json
import lzma
import os
import platform
import re
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
WORK = ROOT / ".benchmarks"
sys.path.insert(0, str(HERE / "peers"))
from common import DAYS, ROWS, STATES  # noqa: E402

OURS = "livingdrug"
COMPARED_AT = 1e-6  # the peers' setting at which throughput is compared, and the one for all cores


@dataclass
class Tool:
    name: str
    patients: int  # at most
    repeats: int
    ladder: list


FAST, SLOW = [1e-4, 1e-5, 1e-6, 1e-7, 1e-8], [1e-5, 1e-6, 1e-7, 1e-8]
TOOLS = {
    "livingdrug": Tool("livingdrug", 10**9, 5, FAST),
    "yardstick": Tool("yardstick", 10**9, 5, FAST),
    "numbalsoda": Tool("numbalsoda", 4000, 3, SLOW),
    "libroadrunner": Tool("libroadrunner", 1000, 3, SLOW),
    "copasi": Tool("copasi", 1000, 3, SLOW),
    "scipy": Tool("scipy", 200, 1, SLOW),
    "amici": Tool("amici", 200, 1, SLOW),
}


@dataclass
class Point:
    """One tool at one tolerance on a number of cores."""

    tool: str
    rtol: float
    threads: int
    patients: int
    again: Callable[[], float]  # runs it once more; its seconds
    repeats: int
    errors: np.ndarray
    steps: float = 0
    with_file: float = 0
    times: list = field(default_factory=list)

    @property
    def speed(self):
        return self.patients / statistics.median(self.times)

    @property
    def failed(self):
        return int(np.isnan(self.errors).sum())

    def median(self, patients=None):
        """Of the errors; a failed patient's is infinite."""
        return float(np.median(np.nan_to_num(self.errors[:patients], nan=np.inf)))


class Skip(Exception):
    """A tool that cannot take part, and why."""


def say(text):
    print(text, file=sys.stderr, flush=True)


def call(command, timeout=3600):
    """Runs a program; returns the last line of its output that is JSON."""
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=timeout)
    if done.returncode:
        lines = (done.stderr or done.stdout).strip().splitlines()
        raise Skip(lines[-1][:300] if lines else f"ended with {done.returncode}")
    text = done.stdout
    for start in [0] + [m.start() for m in re.finditer(r"^\{", text, re.M)][::-1]:
        try:
            return json.loads(text[start:])
        except json.JSONDecodeError:
            continue
    raise Skip("no JSON in its output")


# ---- the work ----------------------------------------------------------------------------------------------------


def shared(name):
    """A file of the shared benchmark folder, if there is one."""
    for folder in filter(None, [os.environ.get("LIVINGDRUG_SHARED"), ROOT.parent / "shared"]):
        file = Path(folder) / "benchmark" / name
        if file.exists():
            return file
    return None


def content(*files):
    sums = hashlib.sha256()
    for file in files:
        sums.update(file.read_bytes())
    return sums.hexdigest()[:16]


def unpacked(population, patients):
    """The population as plain CSV, its first rows only where fewer are asked for. Returns the file and their number."""
    raw = population.read_bytes()
    lines = (lzma.decompress(raw) if population.suffix == ".xz" else raw).decode().splitlines()
    lines = [line for line in lines if line.strip()][: patients + 1 if patients else None]
    text = "\n".join(lines) + "\n"
    file = WORK / f"population-{hashlib.sha256(text.encode()).hexdigest()[:16]}.csv"
    if not file.exists():
        file.write_text(text)
    return file, len(lines) - 1


def build_yardstick(compiler):
    source = HERE / "yardstick" / "yardstick.c"
    program = WORK / f"yardstick-{content(source)}"
    if not program.exists():
        say("Building the yardstick …")
        flags = ["-O3", "-march=native", "-ffp-contract=fast", "-Wno-psabi", "-pthread"]
        subprocess.run([compiler, *flags, str(source), "-o", str(program), "-lm"], check=True)
    return program


def build_ours(given):
    if given:
        return Path(given).resolve()
    say("Building livingdrug …")
    command = ["swift", "build", "-c", "release", "--product", "livingdrug", "--package-path", str(ROOT)]
    if subprocess.run(command, stdout=sys.stderr).returncode:
        raise Skip("swift build failed")
    where = subprocess.run([*command, "--show-bin-path"], capture_output=True, text=True, check=True)
    return Path(where.stdout.strip().splitlines()[-1]) / "livingdrug"


def reference(yardstick, population, patients, threads):
    """Trajectories at rtol 1e-12, computed once, and how far another method is from them."""
    file = WORK / f"reference-{content(yardstick, population)}.npy"
    note = file.with_suffix(".json")
    if not (file.exists() and note.exists()):
        say("Computing the reference …")
        both = []
        for method, rtol, atol in [("tsit5", 1e-12, 1e-15), ("rodas4", 1e-11, 1e-14)]:
            out = WORK / "reference.bin"
            call([yardstick, method, rtol, atol, threads, population, out])
            both.append(np.fromfile(out).reshape(patients, ROWS, len(STATES)))
            out.unlink()
        np.save(file, both[0])
        note.write_text(json.dumps({"other": float(np.max(errors(both[1], both[0])))}))
    return np.load(file, mmap_mode="r"), json.loads(note.read_text())["other"]


def errors(got, exact):
    """Per patient, the largest |x - ref| / (|ref| + 0.001 max_t |ref|) over states and days 1 to 365."""
    out = np.empty(len(got))
    for start in range(0, len(got), 500):
        ref = np.abs(exact[start : start + len(got)][:500])
        ref = ref[: len(got) - start]
        scale = ref + 1e-3 * ref.max(axis=1, keepdims=True)
        part = np.abs(got[start : start + 500] - exact[start : start + len(ref)]) / scale
        out[start : start + 500] = part[:, 1:].max(axis=(1, 2))
    out[~np.isfinite(out)] = np.nan
    return out


# ---- the tools ---------------------------------------------------------------------------------------------------


class Bench:
    def __init__(self, options):
        self.options = options
        self.model = options.model
        self.cores = options.threads or len(os.sched_getaffinity(0))
        self.population, self.patients = unpacked(options.population, options.patients or (1000 if options.quick else 0))
        self.yardstick = build_yardstick(options.cc)
        self.exact, self.other = reference(self.yardstick, self.population, self.patients, self.cores)
        self.versions, self.skipped, self.points = {}, {}, []
        self.livingdrug = None

    def repeats(self, name):
        return 1 if self.options.quick else TOOLS[name].repeats

    def yardstick_point(self, method, rtol, threads):
        command = [self.yardstick, method, rtol, rtol * 1e-3, threads, self.population]
        out = WORK / "yardstick.bin"
        told = call([*command, out])
        got = np.fromfile(out).reshape(self.patients, ROWS, len(STATES))
        found = errors(got, self.exact)
        out.unlink()
        again = lambda: call(command)["seconds"]  # noqa: E731
        steps, repeats = told["steps"] / self.patients, self.repeats("yardstick")
        return Point(f"yardstick {method}", rtol, threads, self.patients, again, repeats, found, steps)

    def our_point(self, method, rtol, threads):
        command = [self.livingdrug, "simulate", self.model, "--end", DAYS, "--points", ROWS, "--save", "states"]
        command += ["--parameters", self.population, "--rtol", repr(rtol), "--atol", repr(rtol * 1e-3)]
        command += ["--threads", threads, "--backend", self.options.backend, "--method", method, "--json", "--output"]
        out = WORK / "ours.nc"
        told = call([*command, out])
        found = errors(self.read(out), self.exact)
        out.unlink()
        again = lambda: call([*command, "none"])["seconds"]  # noqa: E731
        steps, repeats = (told.get("steps") or 0) / self.patients, self.repeats("livingdrug")
        name, file = f"{OURS} {method}", told["seconds"]
        return Point(name, rtol, threads, self.patients, again, repeats, found, steps, file)

    def read(self, file):
        """Our NetCDF file as [patients][days][states]."""
        import netCDF4

        with netCDF4.Dataset(file) as data:
            got = np.empty((self.patients, ROWS, len(STATES)))
            for i, state in enumerate(STATES):
                variable = data[state]
                values = np.ma.filled(variable[:], np.nan)
                got[:, :, i] = values.T if variable.dimensions[0] == "time" else values
        return got

    def peer_point(self, name, rtol, threads):
        tool = TOOLS[name]
        patients = min(self.patients, tool.patients // (10 if self.options.quick else 1))
        if threads > 1:
            patients = min(self.patients, patients * threads)
        out = WORK / "peer.npy"
        script = HERE / "peers" / f"time_{name}.py"
        command = [sys.executable, script, self.model, self.population, rtol, rtol * 1e-3, patients, threads, out]
        told = call(command)
        found = errors(np.load(out), self.exact)
        self.versions[name] = told["version"]
        again = lambda: call(command)["seconds"]  # noqa: E731
        return Point(name, rtol, threads, patients, again, self.repeats(name), found, times=[told["seconds"]])

    def ladder(self, label, rungs, measure):
        """One thread over the rungs, then all cores at one."""
        if self.options.quick:
            rungs = [r for r in rungs if r in (1e-5, COMPARED_AT, 1e-7)]
        jobs = [(rtol, 1) for rtol in rungs] + ([(COMPARED_AT, self.cores)] if self.cores > 1 else [])
        try:
            for rtol, threads in jobs:
                say(f"{label}, rtol {rtol:g}, threads {threads}")
                self.points.append(measure(rtol, threads))
        except (Skip, subprocess.TimeoutExpired) as reason:
            self.skipped[label] = str(reason)
            say(f"  skipped: {reason}")

    def run(self):
        for name in self.options.tools:
            if name == "yardstick":
                for method in ["tsit5", "rodas4"]:
                    measure = lambda rtol, threads, m=method: self.yardstick_point(m, rtol, threads)  # noqa: E731
                    self.ladder(f"yardstick {method}", TOOLS[name].ladder, measure)
            elif name == "livingdrug":
                try:
                    self.livingdrug = build_ours(self.options.livingdrug)
                except Skip as reason:
                    self.skipped[name] = str(reason)
                    continue
                for method in self.options.methods:
                    measure = lambda rtol, threads, m=method: self.our_point(m, rtol, threads)  # noqa: E731
                    self.ladder(f"{OURS} {method}", TOOLS[name].ladder, measure)
            else:
                measure = lambda rtol, threads, n=name: self.peer_point(n, rtol, threads)  # noqa: E731
                self.ladder(name, TOOLS[name].ladder, measure)
        self.repeat()

    def repeat(self):
        """The repeats, in rounds through all tools: a slow minute of the machine then hits each of them alike."""
        for turn in range(max((p.repeats for p in self.points), default=0)):
            say(f"Round {turn + 1} of all tools")
            for point in self.points:
                if len(point.times) >= point.repeats:
                    continue
                try:
                    point.times.append(point.again())
                except (Skip, subprocess.TimeoutExpired) as reason:
                    say(f"  {point.tool}, rtol {point.rtol:g}: {reason}")
                    self.skipped[f"{point.tool}, rtol {point.rtol:g}, {point.threads} threads"] = str(reason)
        self.points = [point for point in self.points if point.times]

    # ---- the tables

    def curve(self, prefix, patients=None):
        """Error and best patients/s of the tool's methods together, one thread. Where a tighter setting is also the
        faster one, it replaces the looser."""
        points = [p for p in self.points if p.tool.startswith(prefix) and p.threads == 1]
        best, out = 0.0, []
        for error, speed in sorted((p.median(patients), p.speed) for p in points):
            if speed > best:
                best = speed
                out.append((error, speed))
        return out

    def speed_at(self, prefix, error, patients=None):
        """Patients/s that the tool reaches with at most this median error, by log-log interpolation: of each method
        along its own ladder, then the best of them. None where it never is that exact."""
        found = []
        for name in dict.fromkeys(p.tool for p in self.points if p.tool.startswith(prefix)):
            curve = self.curve(name, patients)
            if not curve or error < curve[0][0]:
                continue
            x, y = np.log([c[0] for c in curve]), np.log([c[1] for c in curve])
            found.append(float(np.exp(np.interp(np.log(error), x, y))))
        return max(found, default=None)

    def report(self):
        one = [p for p in self.points if p.threads == 1]
        lines = [f"Reference: Tsit5 at rtol 1e-12; Rodas4 at 1e-11 is within {self.other:.1g} of it for every patient.", ""]
        lines += ["Work and precision, one thread (atol = rtol / 1000, all 366 days x 8 states stored):", ""]
        rows = [["tool", "rtol", "patients", "patients/s", "with file", "steps", "error median", "99 %", "max", "failed"]]
        for p in one:
            good = p.errors[~np.isnan(p.errors)]
            high = [f"{q:.2g}" for q in np.quantile(good, [0.5, 0.99, 1])] if len(good) else ["–"] * 3
            file = f"{p.patients / p.with_file:,.0f}" if p.with_file else ""
            steps = f"{p.steps:,.0f}" if p.steps else ""
            rows.append([p.tool, f"{p.rtol:g}", p.patients, f"{p.speed:,.0f}", file, steps, *high, p.failed])
        lines += table(rows)

        many = [p for p in self.points if p.threads > 1]
        if many:
            lines += ["", f"All {self.cores} cores, rtol {COMPARED_AT:g}:", ""]
            rows = [["tool", "patients", "patients/s", "of one thread"]]
            for p in many:
                single = next((q for q in one if q.tool == p.tool and q.rtol == p.rtol), None)
                scaled = f"{p.speed / single.speed:.2f}x" if single else "–"
                rows.append([p.tool, p.patients, f"{p.speed:,.0f}", scaled])
            lines += table(rows)

        lines += ["", f"At equal error, one thread (each tool at its rtol {COMPARED_AT:g}; the other column is what livingdrug",
                  "gives at that tool's median error over the same patients):", ""]
        ours = f"{OURS} {self.options.methods[0]}"
        rows = [["tool", "error median", "patients/s", f"{ours} patients/s", "livingdrug / tool"]]
        for p in one:
            if p.tool.startswith(OURS) or p.rtol != COMPARED_AT:
                continue
            error = p.median()
            speed = self.speed_at(ours, error, p.patients)
            ratio = f"{speed / p.speed:.2f}" if speed else "–"
            rows.append([p.tool, f"{error:.2g}", f"{p.speed:,.0f}", f"{speed:,.0f}" if speed else "–", ratio])
        for p in one:
            if p.tool == ours and p.rtol in (1e-4, COMPARED_AT, 1e-8):
                speed = self.speed_at("yardstick", p.median())
                if speed:
                    name = f"yardstick, best of both, at our rtol {p.rtol:g}"
                    rows.append([name, f"{p.median():.2g}", f"{speed:,.0f}", f"{p.speed:,.0f}", f"{p.speed / speed:.2f}"])
        lines += table(rows)
        for name, reason in self.skipped.items():
            lines += ["", f"Not measured: {name}: {reason}"]
        return "\n".join(lines)


def table(rows):
    """Markdown, readable as it is."""
    rows = [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]

    def line(cells):
        return "| " + " | ".join(c.ljust(w) if i == 0 else c.rjust(w) for i, (c, w) in enumerate(zip(cells, widths))) + " |"

    rule = "|" + "|".join("-" * (w + 1) + ("-" if i == 0 else ":") for i, w in enumerate(widths)) + "|"
    return [line(rows[0]), rule] + [line(row) for row in rows[1:]]


def machine():
    try:
        told = subprocess.run(["lscpu"], capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}).stdout
    except FileNotFoundError:
        return platform.platform()
    facts = dict(line.split(":", 1) for line in told.splitlines() if ":" in line)
    facts = {key.strip(): value.strip() for key, value in facts.items()}
    wide = "AVX-512" if "avx512f" in facts.get("Flags", "") else "AVX2" if "avx2" in facts.get("Flags", "") else "no AVX2"
    family = f"family {facts.get('CPU family', '?')} model {facts.get('Model', '?')}"
    return f"{facts.get('Model name', '?')}, {family}, {facts.get('CPU(s)', '?')} CPUs, {wide}"


def version(command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0].strip()
    except (FileNotFoundError, IndexError):
        return "?"


def about(bench):
    git = lambda *words: subprocess.run(["git", "-C", ROOT, *words], capture_output=True, text=True).stdout.strip()  # noqa: E731
    changed = " with changes" if git("status", "--porcelain", "--untracked-files=no") else ""
    peers = ", ".join(f"{name} {v}" for name, v in bench.versions.items()) or "none"
    compiler = re.sub(r"\s*\(.*", "", version([bench.options.cc, "--version"]))
    return [
        f"- Machine: {machine()}; load before: {bench.load:.2f}",
        f"- Commit: {git('rev-parse', '--short', 'HEAD')}{changed}; backend {bench.options.backend}; yardstick: {compiler}",
        f"- Peers: {peers}",
        f"- Patients: {bench.patients:,}" + ("; quick" if bench.options.quick else ""),
    ]


def main():
    parser = argparse.ArgumentParser(prog="Benchmarks/run", description=__doc__)
    parser.add_argument("--model", type=Path, default=shared("cart8.xml"), help="the benchmark model cart8, SBML")
    parser.add_argument("--population", type=Path, default=shared("pop-10000.csv.xz"), help="parameters, CSV or CSV.xz")
    parser.add_argument("--tools", type=lambda t: t.split(","), default=[t for t in TOOLS if t != "amici"],
                        metavar="LIST",
                        help="comma-separated, of " + ",".join(TOOLS) + "; all but amici by default")
    parser.add_argument("--methods", type=lambda t: t.split(","), default=["auto", "tsit5", "rodas5p"], metavar="LIST",
                        help="methods of livingdrug; the first is the one compared")
    parser.add_argument("--backend", default="compiled", choices=["compiled", "portable"], help="of livingdrug")
    parser.add_argument("--patients", type=int, default=0, metavar="N", help="only the first N")
    parser.add_argument("--threads", type=int, default=0, metavar="N", help="cores for the last run; all by default")
    parser.add_argument("--quick", action="store_true", help="three tolerances, 1,000 patients, no repeats")
    parser.add_argument("--livingdrug", metavar="PROGRAM", help="use this program instead of building it")
    parser.add_argument("--cc", default=os.environ.get("CC", "clang"), help="compiler of the yardstick")
    parser.add_argument("--record", action="store_true", help="append the tables to Benchmarks/history.md")
    options = parser.parse_args()
    for name in ["model", "population"]:
        file = getattr(options, name)
        if file is None or not file.exists():
            parser.error(f"--{name} FILE is needed (or LIVINGDRUG_SHARED, a folder that has benchmark/)")
    unknown = set(options.tools) - set(TOOLS)
    if unknown:
        parser.error(f"unknown tools: {', '.join(sorted(unknown))}")

    load = os.getloadavg()[0]
    bench = Bench(options)
    bench.load = load
    bench.run()
    text = "\n".join(about(bench)) + "\n\n" + bench.report()
    print(text)
    if options.record:
        history = HERE / "history.md"
        head = "" if history.exists() else "# Measured by `Benchmarks/run --record`, newest last\n"
        with open(history, "a") as file:
            file.write(f"{head}\n## {datetime.date.today().isoformat()}\n\n{text}\n")


if __name__ == "__main__":
    main()
