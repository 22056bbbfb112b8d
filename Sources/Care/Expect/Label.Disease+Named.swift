extension Label.Disease {
    /// The disease that a name means: this type's own, its words, or the identifier of a disease of the studies; case,
    /// spaces and hyphens do not matter. Nil if it means none.
    public init?(named name: String) {
        let key = Self.key(name)
        let found = Self.allCases.first { disease in
            disease != .other && ([disease.rawValue, disease.words] + disease.otherNames).map(Self.key).contains(key)
        }
        guard let found else { return nil }
        self = found
    }

    /// Letters and digits only, in lower case.
    private static func key(_ name: String) -> String {
        String(name.lowercased().filter { $0.isLetter || $0.isNumber })
    }

    private var otherNames: [String] {
        switch self {
        case .bAcuteLymphoblasticLeukaemia: ["adult-b-all", "paediatric-b-all", "b-all", "b-cell-all"]
        case .chronicLymphocyticLeukaemia: ["cll", "sll", "chronic-lymphocytic-leukaemia"]
        case .largeBCellLymphoma: ["lbcl"]
        case .follicularLymphoma: ["fl"]
        case .mantleCellLymphoma: ["mcl"]
        case .marginalZoneLymphoma: ["mzl"]
        case .multipleMyeloma: ["myeloma", "mm"]
        case .other: []
        }
    }
}
