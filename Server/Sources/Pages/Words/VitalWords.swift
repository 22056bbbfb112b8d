import Care

/// Bedside findings in words.
enum VitalWords {
    static func parts(_ signs: VitalSigns) -> [String] {
        [
            signs.temperature.map { "\(Words.number($0)) °C" },
            signs.meanArterialPressure.map { "MAP \(Words.number($0)) mmHg" },
            signs.heartRate.map { "pulse \(Words.number($0))/min" },
            signs.oxygenSaturation.map { "SpO₂ \(Words.number($0)) %" }, signs.oxygen?.words,
            signs.vasopressors.flatMap { $0 > 0 ? "\($0) vasopressor\($0 > 1 ? "s" : "")" : nil },
            signs.vasopressin == true ? "vasopressin" : nil, signs.fluidBolus == true ? "fluids for hypotension" : nil,
            signs.otherCause == true ? "another cause" : nil,
        ].compactMap(\.self)
    }

    static func parts(_ value: NeurologicalAssessment) -> [String] {
        [
            value.ice.map { "ICE \($0.rawValue)/10" }, value.capd.map { "CAPD \($0)" },
            value.consciousness.map(words), value.seizure.flatMap { $0 == .none ? nil : words($0) },
            value.focalWeakness == true ? "focal weakness" : nil,
            value.oedema.flatMap { $0 == .none ? nil : words($0) }, value.otherCause == true ? "another cause" : nil,
        ].compactMap(\.self)
    }

    static func words(_ value: NeurologicalAssessment.Consciousness) -> String {
        switch value {
        case .spontaneous: "awakens spontaneously"
        case .voice: "awakens to voice"
        case .tactile: "awakens only to touch"
        case .unarousable: "cannot be roused, or only by vigorous touch"
        }
    }

    static func words(_ value: NeurologicalAssessment.Seizure) -> String {
        switch value {
        case .none: "none"
        case .brief: "seizure that resolved rapidly"
        case .prolonged: "seizure over 5 min, or repeated"
        }
    }

    static func words(_ value: NeurologicalAssessment.Oedema) -> String {
        switch value {
        case .none: "none"
        case .focal: "focal oedema on imaging"
        case .diffuse: "diffuse oedema, or signs of raised pressure"
        }
    }
}

/// Drugs, doses and orders in words.
enum DrugWords {
    static func name(_ drug: Drug) -> String { Words.spaced(drug.rawValue) }

    static func way(_ route: Route?) -> String? {
        switch route {
        case .intravenous: "IV"
        case .subcutaneous: "SC"
        case .oral: "by mouth"
        case nil: nil
        }
    }

    static func dose(_ dose: DrugAdministration) -> String {
        join(name(dose.drug), dose.amount, dose.unit, dose.route, dose.minutes, nil)
    }

    static func order(_ order: Order) -> String {
        join(name(order.drug), order.amount, order.unit, order.route, order.minutes, order.intervalHours)
    }

    private static func join(
        _ name: String, _ amount: Double, _ unit: String, _ route: Route?, _ minutes: Double, _ interval: Double?
    ) -> String {
        [
            name, Words.number(amount), Words.unit(unit), way(route),
            minutes > 0 ? "over \(Words.number(minutes)) min" : nil, interval.map { "every \(Words.number($0)) h" },
        ].compactMap(\.self).joined(separator: " ")
    }
}

/// Laboratory values in words.
enum LaboratoryWords {
    static func name(_ analyte: Analyte) -> String {
        switch analyte {
        case .carT: "CAR-T cells"
        case .bCells: "B cells"
        case .interleukin6: "IL-6"
        case .crp: "CRP"
        case .interferonGamma: "interferon γ"
        case .immunoglobulinG: "IgG"
        case .leukocytes: "white cells"
        case .ldh: "LDH"
        case .mProtein: "M-protein"
        case .cd4: "CD4+ T cells"
        case .cd3: "CD3+ T cells"
        case .dDimer: "D-dimer"
        case .alt: "ALT"
        case .ast: "AST"
        case .uricAcid: "uric acid"
        default: analyte.rawValue
        }
    }

    static func result(_ result: LabResult) -> String {
        "\(name(result.analyte)) \(value(result))"
    }

    static func value(_ result: LabResult) -> String {
        "\(result.belowDetection ? "< " : "")\(Words.short(result.value)) \(Words.unit(result.analyte.unit))"
    }
}
