import Care

/// Reads an ICE or CAPD score.
struct ScoreReader {
    let resource: JSON
    let path: String

    func read(_ score: ObservationKind.Score) throws(FHIRFault) -> NeurologicalAssessment {
        let points = try points()
        switch score {
        case .ice:
            guard let ice = ICEScore(points) else { throw outOfRange("ICE", "0 to 10") }
            return NeurologicalAssessment(ice: ice)
        case .capd:
            guard (0...32).contains(points) else { throw outOfRange("CAPD", "0 to 32") }
            return NeurologicalAssessment(capd: points)
        }
    }

    private func outOfRange(_ name: String, _ range: String) -> FHIRFault {
        FHIRFault(at: "\(path).value", .value, "the score is none of \(name)", "It is a whole number, \(range).")
    }

    private func points() throws(FHIRFault) -> Int {
        if let points = resource["valueInteger"]?.number?.integer { return points }
        if let quantity = resource["valueQuantity"] {
            let code = quantity["code"]?.text ?? ""
            guard quantity["comparator"] == nil, ["{score}", "1", ""].contains(code),
                let value = quantity["value"]?.number?.double, let points = Int(exactly: value)
            else { throw outOfRange("the two", "as valueInteger") }
            return points
        }
        throw FHIRFault(at: "\(path).valueInteger", .required, "the score is missing", "Give it as valueInteger.")
    }
}
