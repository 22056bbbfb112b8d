import Care

extension Drug {
    /// RxNorm ingredient, where there is one drug to name.
    var rxNorm: StandardCode? {
        switch self {
        case .fludarabine: .rxNorm("24698", "fludarabine")
        case .cyclophosphamide: .rxNorm("3002", "cyclophosphamide")
        case .bendamustine: .rxNorm("134547", "bendamustine", .unverified)
        case .tocilizumab: .rxNorm("612865", "tocilizumab", .unverified)
        case .siltuximab: .rxNorm("1535218", "siltuximab", .unverified)
        case .dexamethasone: .rxNorm("3264", "dexamethasone", .unverified)
        case .methylprednisolone: .rxNorm("6902", "methylprednisolone", .unverified)
        case .anakinra: .rxNorm("72435", "anakinra", .unverified)
        case .filgrastim: .rxNorm("68442", "filgrastim", .unverified)
        case .paracetamol: .rxNorm("161", "acetaminophen", .unverified)
        case .oxygen: .rxNorm("7806", "oxygen", .unverified)
        case .levetiracetam: .rxNorm("114477", "levetiracetam", .unverified)
        case .immunoglobulin, .fluidBolus, .vasopressor: nil
        }
    }

    /// Our code for fludarabine and the others, beside RxNorm's.
    static let codes = CodeSet(
        .drug, allCases.map { .init($0.rawValue, words($0.rawValue), $0.rxNorm.map { [$0] } ?? []) })
}
