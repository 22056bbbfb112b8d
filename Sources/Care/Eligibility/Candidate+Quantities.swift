extension Candidate {
    /// A quantity, derived where that is sound: lines are counted, creatinine clearance is by Cockcroft and Gault in
    /// adults. ECOG and Karnofsky are never turned into one another.
    func fact(_ quantity: Label.Quantity) -> Fact<Double> {
        switch quantity {
        case .priorLines:
            if let lines {
                return .known(Double(lines.count), lines.count == 1 ? "1 earlier line" : "\(lines.count) earlier lines")
            }
            return plain(quantity, field: "lines")
        case .creatinineClearance: return creatinineClearance
        case .alt, .ast: return plain(quantity, field: "\(quantity.rawValue) (with \(quantity.rawValue)UpperLimit)")
        default: return plain(quantity, field: quantity.rawValue)
        }
    }

    private func plain(_ quantity: Label.Quantity, field: String) -> Fact<Double> {
        guard let value = quantities[quantity], value.isFinite else { return .unknown(field) }
        // A quotient (ALT by its upper limit) has more digits than anybody reads; the comparison keeps them all.
        let isQuotient = quantity == .alt || quantity == .ast
        let shown = isQuotient ? (value * 1000).rounded() / 1000 : value
        return .known(value, "\(quantity.words) \(shown.shown)\(quantity.shownUnit)")
    }

    /// As given, else after Cockcroft and Gault; adults only.
    private var creatinineClearance: Fact<Double> {
        if case .known(let value, let words) = plain(.creatinineClearance, field: "") { return .known(value, words) }
        guard let age = quantities[.age], let weight = quantities[.weight], let sex, let creatinine, creatinine > 0
        else {
            return .unknown("creatinineClearance (or creatinine with age, sex and weight)")
        }
        guard age >= CreatinineClearance.adultAge, age < 140 else {
            return .unknown("creatinineClearance (no estimate below 18 years here)")
        }
        let clearance = CreatinineClearance.cockcroftGault(age: age, sex: sex, weight: weight, creatinine: creatinine)
        let shown = (clearance * 10).rounded() / 10
        return .known(
            clearance,
            "creatinine clearance \(shown.shown) mL/min (Cockcroft-Gault, creatinine \(creatinine.shown) mg/dL)")
    }
}

extension Label.Quantity {
    /// In words.
    var words: String {
        switch self {
        case .age: "age"
        case .weight: "weight"
        case .priorLines: "earlier lines"
        case .ecog: "ECOG"
        case .karnofsky: "Karnofsky or Lansky"
        case .creatinineClearance: "creatinine clearance"
        case .alt: "ALT"
        case .ast: "AST"
        case .bilirubin: "bilirubin"
        case .ejectionFraction: "ejection fraction"
        case .oxygenSaturation: "oxygen saturation in room air"
        case .neutrophils: "neutrophils"
        case .platelets: "platelets"
        case .lymphocytes: "lymphocytes"
        case .haemoglobin: "haemoglobin"
        }
    }

    /// Unit after a number, as read by people.
    var shownUnit: String {
        switch self {
        case .age: " years"
        case .priorLines, .ecog, .karnofsky: ""
        case .alt, .ast: " times the upper limit"
        case .neutrophils, .platelets, .lymphocytes: "×10⁹/L"
        default: " " + unit
        }
    }
}
