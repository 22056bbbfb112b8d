import Care

/// Candidates in full, and what may be hidden from them, for property tests.
extension RandomCases {
    /// Facts that can be hidden one by one.
    static let hidings: [@Sendable (inout Candidate) -> Void] = {
        var hidings: [@Sendable (inout Candidate) -> Void] = [
            { $0.subtype = nil }, { $0.sex = nil }, { $0.childbearingPotential = nil },
            {
                // The number of lines cannot be known from what is hidden, nor can what the lines held.
                $0.lines = nil
            }, { $0.creatinine = nil }, { $0.transplantEligible = nil }, { $0.lenalidomideRefractory = nil },
            { $0.relapsedAfterTransplant = nil }, { $0.recentDrugs = nil },
        ]
        for quantity in Label.Quantity.allCases { hidings.append { $0.quantities[quantity] = nil } }
        for state in Label.State.allCases { hidings.append { $0.states[state] = nil } }
        for index in 0..<3 {
            hidings.append { if ($0.lines?.count ?? 0) > index { $0.lines?[index].outcome = nil } }
            hidings.append { if ($0.lines?.count ?? 0) > index { $0.lines?[index].classes = nil } }
            hidings.append { if ($0.lines?.count ?? 0) > index { $0.lines?[index].monthsToRelapse = nil } }
            hidings.append { if ($0.lines?.count ?? 0) > index { $0.lines?[index].progressedOnTreatment = nil } }
        }
        return hidings
    }()

    private mutating func pick<Value>(_ values: [Value]) -> Value {
        values[Int.random(in: 0..<values.count, using: &self)]
    }

    /// A patient of whom everything is known, without contradictions.
    mutating func candidate() -> Candidate {
        var candidate = Candidate(pick(Label.Disease.allCases))
        let subtypes = Label.Subtype.allCases.filter { $0.diseases.contains(candidate.diagnosis) }
        candidate.subtype = pick(subtypes)
        candidate.sex = pick(Sex.allCases)
        candidate.childbearingPotential = Bool.random(using: &self)
        candidate.lines = (0..<Int.random(in: 0...3, using: &self)).map { _ in line() }
        candidate.creatinine = Double(Int.random(in: 5...30, using: &self)) / 10
        candidate.transplantEligible = Bool.random(using: &self)
        candidate.lenalidomideRefractory = Bool.random(using: &self)
        candidate.relapsedAfterTransplant = Bool.random(using: &self)
        candidate.recentDrugs = []
        for quantity in Label.Quantity.allCases where quantity != .priorLines {
            candidate.quantities[quantity] = Double(Int.random(in: 0...80, using: &self))
        }
        // One fault in some patients, so that all verdicts are reached.
        for state in Label.State.allCases { candidate.states[state] = Int.random(in: 0..<30, using: &self) == 0 }
        makeConsistent(&candidate)
        return candidate
    }

    private mutating func line() -> Candidate.PriorLine {
        let outcome = pick(Candidate.PriorLine.Outcome.allCases)
        let classes: [Label.TherapyClass] = [
            .antiCD20, .anthracycline, .proteasomeInhibitor, .immunomodulator, .btkInhibitor, .chemotherapy, .carTCD19,
        ]
        return Candidate.PriorLine(
            classes: classes.filter { _ in Int.random(in: 0..<3, using: &self) == 0 }, outcome: outcome,
            monthsToRelapse: outcome == .relapsed ? Double(Int.random(in: 0...24, using: &self)) : nil,
            progressedOnTreatment: outcome == .relapsed ? Bool.random(using: &self) : nil)
    }

    /// What follows from another fact is as that fact says, so that hiding either leaves no contradiction.
    private func makeConsistent(_ candidate: inout Candidate) {
        let held = Set((candidate.lines ?? []).flatMap { $0.classes ?? [] })
        candidate.states[.priorCD19Therapy] = held.contains(.carTCD19)
        candidate.states[.priorBCMATherapy] = false
        candidate.states[.priorAllogeneicTransplant] = false
        candidate.states[.activeGVHD] = false
        candidate.relapsedAfterTransplant = false
        candidate.quantities[.priorLines] = Double(candidate.lines?.count ?? 0)
        candidate.states[.primaryCNSLymphoma] = candidate.subtype == .primaryCNS
        if candidate.subtype == .primaryCNS { candidate.states[.cnsInvolvement] = true }
        if candidate.sex == .male {
            candidate.states[.pregnancy] = false
            candidate.states[.breastFeeding] = false
            candidate.childbearingPotential = false
        }
        if candidate.childbearingPotential == false { candidate.states[.pregnancy] = false }
    }

    /// The same patient with some facts hidden.
    mutating func hiding(_ candidate: Candidate, share: Int = 3) -> Candidate {
        var less = candidate
        for hide in Self.hidings where Int.random(in: 0..<share, using: &self) == 0 { hide(&less) }
        return less
    }
}
