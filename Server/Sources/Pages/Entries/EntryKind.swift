/// What can be written into a chart with a form, each with its path behind the patient's.
public enum EntryKind: String, Sendable, CaseIterable {
    /// Vital signs, ICE assessment, a dose, a laboratory result, an order; an entry struck out
    case vitals, neurology, dose, lab, order, correction
    /// Steps of the therapy: identity check, thaw, infusion, acknowledgement, override
    case step

    /// Those that stand beside a chart, in this order.
    static let besideChart: [EntryKind] = [.vitals, .neurology, .dose, .lab, .order]

    var title: String {
        switch self {
        case .vitals: "Vital signs"
        case .neurology: "ICE assessment"
        case .dose: "Dose given"
        case .lab: "Laboratory value"
        case .order: "Order"
        case .correction: "Strike out an entry"
        case .step: "Step"
        }
    }

    /// The key that opens its form.
    var key: String {
        switch self {
        case .vitals: "v"
        case .neurology: "i"
        case .dose: "d"
        case .lab: "l"
        case .order: "o"
        case .correction, .step: ""
        }
    }
}
