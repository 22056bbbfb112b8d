/// Where a patient stands between referral and the end.
public enum Stage: Sendable, Equatable, CustomStringConvertible {
    /// Referred, nothing decided
    case referred
    /// Admitted to the therapy, cells not yet collected
    case eligible
    /// Not admitted
    case ineligible
    /// Cells collected, no batch started
    case collected
    /// A batch is being made or tested
    case manufacturing
    /// A product is released, lymphodepletion has not begun
    case productReleased
    /// Lymphodepletion has begun
    case conditioning
    /// The first four weeks after infusion; whole days since it
    case monitoring(day: Int)
    /// After that; whole days since infusion
    case followUp(day: Int)
    /// The therapy ended before infusion
    case cancelled(Cancellation.Reason)
    /// Died
    case dead(Death.Cause)

    /// In words.
    public var description: String {
        switch self {
        case .referred: "referred"
        case .eligible: "eligible, awaiting leukapheresis"
        case .ineligible: "not eligible"
        case .collected: "collected, awaiting manufacture"
        case .manufacturing: "product in manufacture"
        case .productReleased: "product released, awaiting lymphodepletion"
        case .conditioning: "lymphodepletion"
        case .monitoring(let day): "monitoring, day \(day)"
        case .followUp(let day): "follow-up, day \(day)"
        case .cancelled(let reason): "therapy cancelled: \(reason.words)"
        case .dead(let cause): "died: \(cause.rawValue)"
        }
    }
}

extension Cancellation.Reason {
    /// In words.
    public var words: String {
        switch self {
        case .ineligible: "not eligible"
        case .progression: "the disease outran the product"
        case .manufacturingFailure: "the product could not be made"
        case .adverseEvent: "a complication"
        case .withdrawal: "the patient's wish"
        }
    }
}
