extension Candidate {
    /// Whether a state is present. What the lines of therapy, the subtype or the sex show counts: a line with CAR-T
    /// against CD19 is prior CD19 therapy whatever was ticked. Absence is only inferred where it is certain.
    func fact(_ state: Label.State) -> Fact<Bool> {
        if let shown = evidence(of: state) { return shown }
        guard let present = states[state] else { return .unknown(field(state)) }
        return .known(present, present ? state.words : "no \(state.words)")
    }

    private func evidence(of state: Label.State) -> Fact<Bool>? {
        switch state {
        case .priorCD19Therapy: given([.blinatumomab, .antiCD19Antibody, .carTCD19], "against CD19")
        case .priorBCMATherapy: given([.bispecificBCMA, .antibodyDrugConjugateBCMA, .carTBCMA], "against BCMA")
        case .priorAllogeneicTransplant: given([.allogeneicTransplant, .donorLymphocytes], "as allogeneic transplant")
        case .activeGVHD:
            if states[state] == nil, case .known(false, _) = fact(.priorAllogeneicTransplant) {
                .known(false, "no graft-versus-host disease: no allogeneic transplant")
            } else {
                nil
            }
        case .primaryCNSLymphoma: primaryCNS
        case .cnsInvolvement: subtype == .primaryCNS ? .known(true, Label.Subtype.primaryCNS.words) : nil
        case .pregnancy:
            if sex == .male {
                .known(false, "not pregnant: male")
            } else if childbearingPotential == false, states[state] != true {
                .known(false, "not pregnant: no childbearing potential")
            } else {
                nil
            }
        case .breastFeeding: sex == .male ? .known(false, "not breast-feeding: male") : nil
        default: nil
        }
    }

    private var primaryCNS: Fact<Bool>? {
        guard diagnosis == .largeBCellLymphoma else {
            return .known(false, "no \(Label.State.primaryCNSLymphoma.words)")
        }
        if let subtype {
            return .known(subtype == .primaryCNS, "kind of lymphoma: \(subtype.words)")
        }
        return nil
    }

    /// Therapy of some classes: present if a line shows it; absent if every line's classes are known without it.
    private func given(_ classes: Set<Label.TherapyClass>, _ aim: String) -> Fact<Bool>? {
        guard let lines else { return nil }
        for (index, line) in lines.enumerated() {
            if let one = line.classes?.first(where: { classes.contains($0) }) {
                return .known(true, "line \(index + 1) held \(one.rawValue)")
            }
        }
        guard lines.allSatisfy({ $0.classes.map { !$0.contains(.other) } ?? false }) else { return nil }
        let ticked: Bool? =
            switch aim {
            case "against CD19": states[.priorCD19Therapy]
            case "against BCMA": states[.priorBCMATherapy]
            default: states[.priorAllogeneicTransplant]
            }
        return ticked == true ? nil : .known(false, "no line held therapy \(aim)")
    }

    private func field(_ state: Label.State) -> String {
        switch state {
        case .primaryCNSLymphoma: "subtype"
        case .pregnancy: sex == nil ? "sex, pregnancy" : "pregnancy (or childbearingPotential: false)"
        case .breastFeeding: sex == nil ? "sex, breastFeeding" : "breastFeeding"
        default: state.rawValue
        }
    }
}

extension Label.State {
    /// In words.
    var words: String {
        switch self {
        case .priorCD19Therapy: "earlier therapy against CD19"
        case .priorBCMATherapy: "earlier therapy against BCMA"
        case .priorAllogeneicTransplant: "earlier allogeneic transplant"
        case .activeGVHD: "active graft-versus-host disease"
        case .antigenLost: "loss of the target antigen"
        case .primaryCNSLymphoma: "primary lymphoma of the central nervous system"
        case .cnsInvolvement: "disease in the central nervous system"
        case .cnsDisorder: "history of seizure, stroke or oedema of the brain"
        case .activeInfection: "active infection"
        case .hepatitisB: "hepatitis B"
        case .hepatitisC: "hepatitis C"
        case .hiv: "HIV"
        case .inflammatoryDisorder: "active inflammatory disorder"
        case .autoimmuneDisease: "autoimmune disease under systemic immunosuppression"
        case .unresolvedToxicity: "unresolved serious reaction to chemotherapy"
        case .worsenedDisease: "disease much worse since lymphodepletion"
        case .pregnancy: "pregnancy"
        case .breastFeeding: "breast-feeding"
        case .liveVaccine: "live vaccine in the last six weeks"
        case .hypersensitivity: "hypersensitivity to the product or what it contains"
        case .lymphodepletionContraindicated: "contraindication to the lymphodepleting drugs"
        case .supplementalOxygen: "need of oxygen"
        }
    }
}
