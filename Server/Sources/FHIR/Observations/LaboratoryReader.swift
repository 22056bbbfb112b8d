import Care

/// Reads a laboratory result.
struct LaboratoryReader {
    let resource: JSON
    let path: String
    let analyte: Analyte

    func result() throws(FHIRFault) -> LabResult {
        guard let quantity = resource["valueQuantity"] else {
            throw FHIRFault(
                at: "\(path).valueQuantity", .required, "a result of \(analyte.rawValue) is a quantity",
                "Give valueQuantity in \(analyte.unit).")
        }
        guard resource["component"] == nil else {
            throw FHIRFault(
                at: "\(path).component", .notSupported, "a laboratory result has no components here",
                "Post each as an Observation.")
        }
        let value = try QuantityReader.value(
            quantity, in: analyte.unit, molarMass: analyte.molarMass, mayCompare: true, at: "\(path).valueQuantity")
        let (lower, upper) = try limits()
        return LabResult(
            analyte, value, belowDetection: quantity["comparator"]?.text == "<", lowerLimit: lower, upperLimit: upper)
    }

    /// The limits of normal: of the only range, or of the one that says so.
    private func limits() throws(FHIRFault) -> (Double?, Double?) {
        let ranges = resource["referenceRange"]?.items ?? []
        let normal = ranges.indices.filter { index in
            let type = ranges[index]["type"]
            return type == nil || type?["coding"]?.items?.contains { $0["code"]?.text == "normal" } == true
        }
        guard normal.count == 1 else { return (nil, nil) }
        let range = ranges[normal[0]]
        // A range for others than this patient, by age, is no limit for them that we could judge.
        guard range["age"] == nil, range["appliesTo"] == nil else { return (nil, nil) }
        func limit(_ name: String) throws(FHIRFault) -> Double? {
            guard let quantity = range[name] else { return nil }
            return try QuantityReader.value(
                quantity, in: analyte.unit, molarMass: analyte.molarMass,
                at: "\(path).referenceRange[\(normal[0])].\(name)")
        }
        return (try limit("low"), try limit("high"))
    }
}
