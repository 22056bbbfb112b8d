/// Reads a quantity of another system into the journal's unit.
enum QuantityReader {
    /// The value in `unit`.
    /// - Parameters:
    ///   - molarMass: where moles and masses stand for each other.
    ///   - mayCompare: whether `<` is allowed; the caller then asks for it.
    static func value(
        _ quantity: JSON?, in unit: String, molarMass: Double? = nil, mayCompare: Bool = false, at path: String
    ) throws(FHIRFault) -> Double {
        guard let quantity, let number = quantity["value"]?.number else {
            throw FHIRFault(at: "\(path).value", .required, "the value is missing", "Give it in \(unit).")
        }
        guard let value = number.double else {
            throw FHIRFault(at: "\(path).value", .value, "the number is beyond what can be held", "Check it.")
        }
        if let comparator = quantity["comparator"]?.text, !mayCompare || comparator != "<" {
            throw FHIRFault(
                at: "\(path).comparator", .notSupported, "'\(comparator)' cannot be kept here",
                mayCompare ? "Only '<' can, for a value below the limit of detection." : "Give the value itself.")
        }
        guard quantity["system"]?.text == UCUM.system, let code = quantity["code"]?.text else {
            throw FHIRFault(
                at: "\(path).code", .required, "there is no unit of UCUM",
                "Give \"system\": \"\(UCUM.system)\" and \"code\": \"\(unit)\".")
        }
        guard let converted = Conversion.convert(value, from: code, to: unit, molarMass: molarMass) else {
            throw FHIRFault(
                at: "\(path).code", .codeInvalid, "the unit \(quoted(code)) cannot be converted into '\(unit)'",
                "Give the value in \(unit), or in a unit of the same kind.")
        }
        return converted
    }
}
