extension Candidate {
    /// What a referral tells: the start of a candidate. Lines are counted but not known, and all else is unknown.
    public init(_ referral: Referral) {
        self.init(Label.Disease(term: referral.disease))
        sex = referral.sex
        quantities[.age] = referral.age
        quantities[.weight] = referral.weight
        quantities[.priorLines] = Double(referral.priorLines)
        if let ecog = referral.ecog { quantities[.ecog] = Double(ecog) }
    }
}

extension Label.Disease {
    /// The disease that a referral's words name; `other` if they name none of ours.
    public init(term: String) {
        let words = term.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " }
        let text = String(words)
        func names(_ parts: String...) -> Bool { parts.allSatisfy(text.contains) }
        self =
            if names("large b cell") {
                .largeBCellLymphoma
            } else if names("follicular") {
                .follicularLymphoma
            } else if names("mantle cell") {
                .mantleCellLymphoma
            } else if names("marginal zone") {
                .marginalZoneLymphoma
            } else if names("chronic lymphocytic") || names("small lymphocytic") {
                .chronicLymphocyticLeukaemia
            } else if names("acute lymphoblastic") && !names("t cell") || names("b all") {
                .bAcuteLymphoblasticLeukaemia
            } else if names("multiple myeloma") {
                .multipleMyeloma
            } else {
                .other
            }
    }
}
