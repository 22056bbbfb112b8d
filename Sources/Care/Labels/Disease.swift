extension Label {
    /// A disease, as indications name it.
    public enum Disease: String, Codable, Sendable, CaseIterable {
        /// Lymphomas and leukaemias of B cells
        case largeBCellLymphoma, follicularLymphoma, mantleCellLymphoma, marginalZoneLymphoma,
            chronicLymphocyticLeukaemia, bAcuteLymphoblasticLeukaemia
        /// Multiple myeloma
        case multipleMyeloma
        /// Another disease: no product here is for it
        case other

        /// In words.
        public var words: String {
            switch self {
            case .largeBCellLymphoma: "large B-cell lymphoma"
            case .follicularLymphoma: "follicular lymphoma"
            case .mantleCellLymphoma: "mantle cell lymphoma"
            case .marginalZoneLymphoma: "marginal zone lymphoma"
            case .chronicLymphocyticLeukaemia: "chronic lymphocytic leukaemia or small lymphocytic lymphoma"
            case .bAcuteLymphoblasticLeukaemia: "B-cell acute lymphoblastic leukaemia"
            case .multipleMyeloma: "multiple myeloma"
            case .other: "another disease"
            }
        }
    }

    /// A kind of a disease, where labels tell kinds apart.
    public enum Subtype: String, Codable, Sendable, CaseIterable {
        /// Large B-cell lymphoma: diffuse, not otherwise specified; transformed from follicular or from another indolent
        /// lymphoma; high-grade; primary mediastinal; follicular grade 3B; rich in T cells and histiocytes
        case diffuseNotOtherwiseSpecified, diffuseFromFollicular, diffuseFromIndolent, highGrade, primaryMediastinal,
            follicularGrade3B, tCellHistiocyteRich
        /// Large B-cell lymphoma of the central nervous system only
        case primaryCNS
        /// Acute lymphoblastic leukaemia with and without the Philadelphia chromosome
        case philadelphiaPositive, philadelphiaNegative
        /// Chronic lymphocytic leukaemia; small lymphocytic lymphoma
        case chronicLymphocytic, smallLymphocytic
        /// Another kind
        case other

        /// In words.
        public var words: String {
            switch self {
            case .diffuseNotOtherwiseSpecified: "diffuse, not otherwise specified"
            case .diffuseFromFollicular: "diffuse, from follicular lymphoma"
            case .diffuseFromIndolent: "diffuse, from another indolent lymphoma"
            case .highGrade: "high-grade B-cell lymphoma"
            case .primaryMediastinal: "primary mediastinal"
            case .follicularGrade3B: "follicular grade 3B"
            case .tCellHistiocyteRich: "rich in T cells and histiocytes"
            case .primaryCNS: "primary lymphoma of the central nervous system"
            case .philadelphiaPositive: "Philadelphia chromosome positive"
            case .philadelphiaNegative: "Philadelphia chromosome negative"
            case .chronicLymphocytic: "chronic lymphocytic leukaemia"
            case .smallLymphocytic: "small lymphocytic lymphoma"
            case .other: "another kind"
            }
        }
    }

    /// A class of therapy, as indications and wash-outs name it.
    public enum TherapyClass: String, Codable, Sendable, CaseIterable {
        /// Myeloma
        case proteasomeInhibitor, immunomodulator, antiCD38
        /// Lymphoma and leukaemia
        case antiCD20, anthracycline, btkInhibitor, bcl2Inhibitor, tyrosineKinaseInhibitor, purineAnalogue,
            bendamustine,
            chemotherapy, intensiveChemotherapy
        /// Antibodies and cells against the antigens of CAR-T
        case blinatumomab, inotuzumab, antiCD19Antibody, bispecificCD20, bispecificBCMA, antibodyDrugConjugateBCMA,
            carTCD19, carTBCMA
        /// What acts on T cells
        case corticosteroid, calcineurinInhibitor, mTORInhibitor, janusKinaseInhibitor, mycophenolate, alemtuzumab,
            antithymocyteGlobulin, donorLymphocytes
        /// Other
        case checkpointInhibitor, pegaspargase, radiotherapy, cnsRadiotherapy, autologousTransplant,
            allogeneicTransplant,
            other
    }
}
