"""Turns an SBML model into Python text for numba: rate rules, assignment rules, initial assignments, doses at time 0.

Anything else in the model is refused: this serves the benchmark model, not SBML at large.
"""

import re

import libsbml

from common import STATES


def _text(node):
    return libsbml.formulaToL3String(node).replace("^", "**")


def _ordered(assignments):
    """Assignments sorted so that each one comes after those it uses."""
    done, rest = {}, dict(assignments)
    while rest:
        ready = [s for s, f in rest.items() if not (set(re.findall(r"[A-Za-z_]\w*", f)) & (rest.keys() - {s}))]
        if not ready:
            raise ValueError("assignments use each other in a circle")
        for symbol in ready:
            done[symbol] = rest.pop(symbol)
    return done


def python_source(path, columns):
    """Text of `derivative(u, p, du)` and `initial(p, u)`: states in the order of STATES, parameters in `columns`'."""
    document = libsbml.readSBMLFromFile(path)
    model = document.getModel()
    if model is None or model.getNumReactions() or model.getNumFunctionDefinitions():
        raise ValueError("only rules are understood, no reactions and no functions")
    rates, rules, start, constants = {}, {}, {}, {}
    for rule in model.getListOfRules():
        (rates if rule.isRate() else rules)[rule.getVariable()] = _text(rule.getMath())
    for assignment in model.getListOfInitialAssignments():
        start[assignment.getSymbol()] = _text(assignment.getMath())
    for parameter in model.getListOfParameters():
        if parameter.getId() in columns or parameter.getId() in start or not parameter.isSetValue():
            continue
        (start if parameter.getId() in rates else constants)[parameter.getId()] = repr(parameter.getValue())
    doses = []
    for event in model.getListOfEvents():
        trigger = _text(event.getTrigger().getMath())
        if trigger != "time >= 0" or event.getTrigger().getInitialValue() or event.isSetDelay():
            raise ValueError(f"event not understood: {trigger}")
        doses += [f"{a.getVariable()} = {_text(a.getMath())}" for a in event.getListOfEventAssignments()]
    if set(rates) != set(STATES):
        raise ValueError("the states are not those of the benchmark model")

    parameters = [f"{name} = p[{i}]" for i, name in enumerate(columns)]
    parameters += [f"{name} = {value}" for name, value in constants.items()]
    derivative = parameters + [f"{name} = u[{i}]" for i, name in enumerate(STATES)]
    derivative += [f"{symbol} = {formula}" for symbol, formula in _ordered(rules).items()]
    derivative += [f"du[{i}] = {rates[name]}" for i, name in enumerate(STATES)]
    initial = parameters + [f"{symbol} = {formula}" for symbol, formula in _ordered(start).items()] + doses
    initial += [f"u[{i}] = {name}" for i, name in enumerate(STATES)]
    body = "\n    ".join
    return f"def derivative(u, p, du):\n    {body(derivative)}\n\n\ndef initial(p, u):\n    {body(initial)}\n"


def compiled(path, columns):
    """Both functions, compiled by numba."""
    import numba

    space = {}
    exec(compile(python_source(path, columns), "<model>", "exec"), space)
    return numba.njit(space["derivative"]), numba.njit(space["initial"])
