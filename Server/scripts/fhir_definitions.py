"""Compares the table of FHIR's types in Server/Sources/FHIR/Definitions with the R4B models of fhir.resources: every
element of ours with its cardinality, type, choice and codes, and every element of theirs that we leave out by its type.
"""

import pathlib
import re
import sys

from fhir.resources.R4B import get_fhir_model_class

PRIMITIVES = {
    "String": "string", "Code": "code", "DateTime": "dateTime", "Uri": "uri", "bool": "boolean", "Instant": "instant",
    "Decimal": "decimal", "Integer": "integer", "PositiveInt": "positiveInt", "UnsignedInt": "unsignedInt", "Id": "id",
    "Canonical": "canonical", "Date": "date", "Time": "time", "Markdown": "markdown", "Base64Binary": "base64Binary",
    "Xhtml": "xhtml", "Url": "url",
}
# Where R4 differs from R4B, read in the pages of R4.
R4 = {("Observation", "subject"): {"Patient", "Group", "Device", "Location"}}


def table(folder):
    """Our types: {type: {element: (type, is list, is required, choice, allowed)}}."""
    types = {}
    for path in sorted(pathlib.Path(folder).glob("Definitions+*.swift")):
        body = path.read_text(encoding="utf-8").split('"""')[1]
        for block in re.split(r"\n {8}(?=[A-Z]\w*:)", body):
            name, _, rest = block.strip().partition(":")
            elements = {}
            for part in re.sub(r"\|\s+", "|", " ".join(rest.split())).split("; "):
                match = re.match(r"(\w+)(\*?)(!?) (\w+)(?:\((.*)\))?(?: ~(\w+)(!?))?$", part.strip().rstrip(";"))
                if part.strip() and not match:
                    sys.exit(f"check-fhir: {name}: cannot read {part!r}")
                if match:
                    element, many, required, kind, allowed, choice, _ = match.groups()
                    elements[element] = (kind, bool(many), bool(required), choice, set((allowed or "").split("|")) - {""})
            types[name] = elements
    return types


def model(name):
    """The model's elements in the same form."""
    kind = get_fhir_model_class(name)
    source = pathlib.Path(sys.modules[kind.__module__].__file__).read_text(encoding="utf-8")
    body = source.split(f"class {name}(")[1].split("\nclass ")[0]
    elements = {}
    for field, info in kind.model_fields.items():
        extra = info.json_schema_extra or {}
        found = re.search(rf"^    {re.escape(field)}: (.*?) = Field\(", body, re.M | re.S)
        if field.endswith("__ext") or field in ("resource_type", "id", "extension") or not found:
            continue
        note = " ".join(found.group(1).split())
        word = re.search(r"fhirtypes\.(\w+)", note) or re.search(r"(\w+)", note.replace("typing.List[", ""))
        name_ = re.sub("Type$", "", word.group(1))
        allowed = set(extra.get("enum_values") or extra.get("enum_reference_types") or []) - {"Resource"}
        elements[info.alias or field] = (
            PRIMITIVES.get(name_, name_), "List[" in note, bool(extra.get("element_required")) or "| None" not in note,
            extra.get("one_of_many"), allowed)
    return elements


def main(folder):
    ours = table(folder)
    errors, checked = [], 0
    for name, elements in ours.items():
        if not elements:
            continue
        theirs = model(name)
        for element, (kind, many, required, choice, allowed) in elements.items():
            checked += 1
            if element not in theirs:
                errors.append(f"{name}.{element} is no element of the model")
                continue
            other = theirs[element]
            if (kind, many, required, choice) != other[:4]:
                errors.append(f"{name}.{element}: {(kind, many, required, choice)}, and the model has {other[:4]}")
            expected = R4.get((name, element), other[4])
            # The package cuts long lists of codes short, and says so with a plus; Quantity.comparator it leaves open.
            fits = expected - {"+"} <= allowed if "+" in expected or not expected else expected == allowed
            if not fits:
                errors.append(f"{name}.{element}: {sorted(allowed)}, and the model has {sorted(expected)}")
        known = set(ours) | set(PRIMITIVES.values()) | {"Resource"}
        for element, other in theirs.items():
            if element not in elements and other[0] in known and other[0] not in ("time", "url"):
                errors.append(f"{name}.{element} is left out")
    for error in errors:
        print(f"check-fhir: {error}", file=sys.stderr)
    print(f"check-fhir: {len(ours)} types, {checked} elements, {len(errors)} differences")
    return errors


if __name__ == "__main__":
    sys.exit(1 if main(sys.argv[1]) else 0)
