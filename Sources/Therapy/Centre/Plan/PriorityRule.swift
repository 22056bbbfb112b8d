/// Who is served first: a score of what is known at the consult, highest first.
public struct PriorityRule: Codable, Sendable, Equatable {
    /// One part of the score.
    public struct Term: Codable, Sendable, Equatable {
        /// What is looked at.
        public var covariate: Covariate
        /// Its weight.
        public var weight: Double
        /// Whether the logarithm counts.
        public var logarithm: Bool?
    }
    /// Identifier.
    public var id: String
    /// Title for people.
    public var title: String
    /// The parts.
    public var terms: [Term]
    /// What speaks for it.
    public var source: String

    /// The score of a patient.
    func score(_ patient: VirtualPatient) -> Double {
        terms.reduce(0) { sum, term in
            let value = patient.known(term.covariate) ?? 0
            return sum + term.weight * (term.logarithm == true ? naturalLogarithm(max(value, 1e-9)) : value)
        }
    }

    /// What a rule may look at: what is known of a patient at the consult.
    public static let knowable: [Covariate] = Covariate.allCases.filter { ![.fitness, .sex, .cd3Share].contains($0) }
}

extension VirtualPatient {
    /// What is known of a patient at the consult; nil for what nobody can see yet.
    func known(_ covariate: Covariate) -> Double? {
        switch covariate {
        case .age: age
        case .weight: weight
        case .height: height
        case .burden: burden
        case .priorLines: Double(priorLines)
        case .ecog: Double(ecog)
        case .ldh: ldh
        case .lymphocytes: lymphocytes
        case .creatinineClearance: creatinineClearance
        case .neutrophils: neutrophils
        case .platelets: platelets
        case .haemoglobin: haemoglobin
        case .crp: crp
        case .ferritin: ferritin
        case .immunoglobulinG: immunoglobulinG
        case .sex, .cd3Share, .fitness: nil
        }
    }
}
