"""Loads FHIR bundles in the R4B models of PyPI's fhir.resources and compares our table of FHIR's types with them.

The models coerce and accept much that FHIR forbids; so each resource is also written again by the model and compared with
what was read: a field that the model dropped or changed is an error.
"""

import json
import pathlib
import sys
from datetime import datetime
from decimal import Decimal

from fhir.resources.R4B import get_fhir_model_class


def same(ours, theirs, path):
    """The first place where the model's JSON differs from ours, or None. Times are compared as moments."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        for key in sorted(set(ours) | set(theirs)):
            if key not in ours or key not in theirs:
                return f"{path}.{key}: {'added' if key not in ours else 'dropped'} by the model"
            found = same(ours[key], theirs[key], f"{path}.{key}")
            if found:
                return found
        return None
    if isinstance(ours, list) and isinstance(theirs, list):
        if len(ours) != len(theirs):
            return f"{path}: {len(ours)} items became {len(theirs)}"
        for index, (one, other) in enumerate(zip(ours, theirs)):
            found = same(one, other, f"{path}[{index}]")
            if found:
                return found
        return None
    if ours == theirs and type(ours) is type(theirs):
        return None
    if isinstance(ours, (int, Decimal)) and isinstance(theirs, (int, Decimal)) and not isinstance(ours, bool):
        return None if Decimal(ours) == Decimal(theirs) else f"{path}: another number"
    if isinstance(ours, str) and isinstance(theirs, str):
        try:
            # The models keep a zone, and write UTC as Z or +00:00.
            if datetime.fromisoformat(ours) == datetime.fromisoformat(theirs):
                return None
        except ValueError:
            pass
    return f"{path}: another value"


def check(path):
    """How many resources a file holds, and the first error."""
    text = path.read_text(encoding="utf-8")
    ours = json.loads(text, parse_float=Decimal)
    model = get_fhir_model_class(ours["resourceType"]).model_validate_json(text)
    theirs = json.loads(model.model_dump_json(), parse_float=Decimal)
    return len(ours.get("entry", [])) or 1, same(ours, theirs, ours["resourceType"])


def main(folder):
    files = sorted(pathlib.Path(folder).glob("*.json"))
    if not files:
        sys.exit(f"check-fhir: there are no bundles in {folder}")
    total, errors = 0, 0
    for file in files:
        try:
            count, found = check(file)
        except Exception as error:  # whatever the models raise is a finding
            count, found = 0, f"{type(error).__name__}: {str(error)[:600]}"
        total += count
        if found:
            errors += 1
            print(f"check-fhir: {file.name}: {found}", file=sys.stderr)
    print(f"check-fhir: {len(files)} files, {total} resources, {errors} with errors")
    return errors


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1]) else 0)
