import Therapy

/// One quantity in the JSON. Every field is there for every row; what there is none of is null.
struct QuantityRow: Encodable {
    let id: String
    let number: Int
    let what: String
    let unit: String
    /// `trial`, `body` or `arithmetic`.
    let basis: QuantityMeasure.Basis
    @Nullable var study: String?
    @Nullable var policy: String?
    @Nullable var simulated: Double?
    @Nullable var low: Double?
    @Nullable var high: Double?
    @Nullable var target: Double?
    /// Limits as the rule reads them.
    @Nullable var target_low: Double?
    @Nullable var target_high: Double?
    let rule: QuantityRule
    /// Null if it could not be simulated.
    @Nullable var holds: Bool?
    /// Why it could not.
    @Nullable var reason: String?
    let fitted: Bool
    @Nullable var n: Int?
    let source: String
    let verification: Verification
    @Nullable var note: String?

    init(_ result: QuantityResult) {
        let quantity = result.quantity
        id = quantity.id
        number = quantity.number
        what = quantity.what
        unit = quantity.unit
        basis = quantity.measure.basis
        rule = quantity.rule
        fitted = quantity.fitted
        source = quantity.source
        verification = quantity.verification
        study = quantity.study
        policy = quantity.policy
        simulated = result.simulated?.value
        low = result.simulated?.low
        high = result.simulated?.high
        target = quantity.target.value
        target_low = quantity.targetLimits.low
        target_high = quantity.targetLimits.high
        holds = result.holds
        reason = result.reason
        n = quantity.n
        note = quantity.note
    }
}
