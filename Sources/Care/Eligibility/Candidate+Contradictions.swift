extension Candidate {
    /// What cannot be true together.
    func findContradictions(_ fields: inout PatientFields) {
        if let subtype, !subtype.diseases.contains(diagnosis), subtype != .other {
            fields.fault(
                "subtype", "'\(subtype.rawValue)' with the diagnosis \(diagnosis.rawValue)",
                "a kind of \(diagnosis.words)", "Correct one of the two.")
        }
        if let count = quantities[.priorLines], let lines, Int(count) != lines.count {
            fields.fault(
                "priorLines", count.shown, "\(lines.count), as many as stand in `lines`",
                "Remove it: lines are counted.")
        }
        if sex == .male {
            for state in [Label.State.pregnancy, .breastFeeding] where states[state] == true {
                fields.fault(state.rawValue, "true in a man", "false, or sex: female", "Correct one of the two.")
            }
        }
        if childbearingPotential == false, states[.pregnancy] == true {
            fields.fault(
                "pregnancy", "true with childbearingPotential: false", "one of the two", "Correct one of the two.")
        }
        for state in [
            Label.State.priorCD19Therapy, .priorBCMATherapy, .priorAllogeneicTransplant, .primaryCNSLymphoma,
            .cnsInvolvement,
        ] {
            guard let ticked = states[state], case .known(let present, let words) = fact(state), present != ticked
            else {
                continue
            }
            fields.fault(
                state.rawValue, "\(ticked) although \(words)", "\(present)", "Correct one of the two.")
        }
    }
}

extension Label.Subtype {
    /// The diseases of which it is a kind.
    public var diseases: [Label.Disease] {
        switch self {
        case .diffuseNotOtherwiseSpecified, .diffuseFromFollicular, .diffuseFromIndolent, .highGrade,
            .primaryMediastinal,
            .follicularGrade3B, .tCellHistiocyteRich, .primaryCNS:
            [.largeBCellLymphoma]
        case .philadelphiaPositive, .philadelphiaNegative: [.bAcuteLymphoblasticLeukaemia]
        case .chronicLymphocytic, .smallLymphocytic: [.chronicLymphocyticLeukaemia]
        case .other: Label.Disease.allCases
        }
    }
}
