import Care

/// Reads vital signs: one, a blood pressure, or a panel with the signs in its components.
struct VitalSignsReader {
    let resource: JSON
    let path: String

    func signs(of kind: ObservationKind) throws(FHIRFault) -> VitalSigns {
        var signs = VitalSigns()
        switch kind {
        case .sign(let sign):
            let value = try QuantityReader.value(resource["valueQuantity"], in: sign.unit, at: "\(path).valueQuantity")
            try set(sign, value, &signs, at: "\(path).code")
            for (index, component) in components.enumerated() { try add(component, index, to: &signs) }
        case .bloodPressure:
            signs.meanArterialPressure = try pressure()
        default:
            for (index, component) in components.enumerated() { try add(component, index, to: &signs) }
            if signs == VitalSigns() {
                throw FHIRFault(
                    at: "\(path).component", .required, "the panel holds no sign", "Give them as components.")
            }
        }
        return signs
    }

    private var components: [JSON] { resource["component"]?.items ?? [] }

    private func add(_ component: JSON, _ index: Int, to signs: inout VitalSigns) throws(FHIRFault) {
        let place = "\(path).component[\(index)]"
        let kinds = (component["code"]?["coding"]?.items ?? []).compactMap { ObservationKind($0) }
        guard case .sign(let sign) = kinds.first else {
            throw FHIRFault(
                at: "\(place).code", .codeInvalid, "this component is nothing that is read here",
                "Leave it out, or post it as an Observation of its own.")
        }
        let value = try QuantityReader.value(component["valueQuantity"], in: sign.unit, at: "\(place).valueQuantity")
        try set(sign, value, &signs, at: "\(place).code")
    }

    private func set(
        _ sign: ObservationKind.VitalSign, _ value: Double, _ signs: inout VitalSigns, at place: String
    ) throws(FHIRFault) {
        let isTaken: Bool
        switch sign {
        case .temperature: (isTaken, signs.temperature) = (signs.temperature != nil, value)
        case .meanArterialPressure: (isTaken, signs.meanArterialPressure) = (signs.meanArterialPressure != nil, value)
        case .heartRate: (isTaken, signs.heartRate) = (signs.heartRate != nil, value)
        case .oxygenSaturation: (isTaken, signs.oxygenSaturation) = (signs.oxygenSaturation != nil, value)
        // A flow without its device could be a cannula's or a mask's, and the two are graded apart.
        case .oxygenFlow:
            throw FHIRFault(
                at: place, .notSupported, "a flow of oxygen does not tell by what it is given",
                "Record the support in the chart; post the saturation alone.")
        }
        if isTaken {
            throw FHIRFault(at: place, .duplicate, "the same sign stands twice", "Post each as an Observation.")
        }
    }

    /// The mean arterial pressure: as measured, else diastolic plus a third of the pulse pressure, the usual estimate.
    private func pressure() throws(FHIRFault) -> Double {
        var found: [String: Double] = [:]
        for (index, component) in components.enumerated() {
            let place = "\(path).component[\(index)]"
            let codes = (component["code"]?["coding"]?.items ?? []).filter {
                $0["system"]?.text == StandardCode.System.loinc.rawValue
            }.compactMap { $0["code"]?.text }
            let mean = Concept.meanArterialPressure.standard.map(\.code)
            let known = mean + [ObservationKind.systolic.code, ObservationKind.diastolic.code]
            guard let code = codes.first(where: known.contains) else {
                throw FHIRFault(
                    at: "\(place).code", .codeInvalid, "this component is no blood pressure",
                    "Give 8480-6 (systolic) and 8462-4 (diastolic), or 8478-0 (mean), of LOINC.")
            }
            let value = try QuantityReader.value(component["valueQuantity"], in: "mm[Hg]", at: "\(place).valueQuantity")
            guard found.updateValue(value, forKey: code) == nil else {
                throw FHIRFault(at: "\(place).code", .duplicate, "the same pressure stands twice", "Leave one of them.")
            }
        }
        let (systolic, diastolic) = (found[ObservationKind.systolic.code], found[ObservationKind.diastolic.code])
        if let systolic, let diastolic, systolic < diastolic {
            throw FHIRFault(
                at: "\(path).component", .invariant, "the systolic pressure is below the diastolic", "Swap the two.")
        }
        if let mean = found[Concept.meanArterialPressure.standard.first?.code ?? ""] { return mean }
        guard let systolic, let diastolic else {
            throw FHIRFault(
                at: "\(path).component", .required, "systolic or diastolic pressure is missing",
                "Give 8480-6 and 8462-4, or the mean pressure, 8478-0.")
        }
        return ((diastolic + (systolic - diastolic) / 3) * 10).rounded() / 10
    }
}
