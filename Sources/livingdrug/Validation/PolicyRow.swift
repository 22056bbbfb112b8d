import Therapy

/// One expectation of a policy in the JSON. Every field is there for every row; what there is none of is null.
struct PolicyRow: Encodable {
    let policy: String
    let against: String
    let study: String
    let endpoint: String
    let direction: ExpectedEffect.Direction
    @Nullable var simulated: Double?
    @Nullable var simulated_against: Double?
    /// Policy minus the other, in the same patients, with its 95 % interval.
    @Nullable var difference: Double?
    @Nullable var low: Double?
    @Nullable var high: Double?
    @Nullable var published: Double?
    @Nullable var published_against: Double?
    @Nullable var n: Int?
    @Nullable var holds: Bool?
    /// Why it could not be run.
    @Nullable var reason: String?
    let source: String
    let verification: Verification
    @Nullable var note: String?

    init(_ comparison: PolicyComparison) {
        let expectation = comparison.expectation
        policy = expectation.policy
        against = expectation.against
        study = expectation.study
        endpoint = expectation.endpoint
        direction = expectation.direction
        source = expectation.source
        verification = expectation.verification
        simulated = comparison.simulated
        simulated_against = comparison.simulatedAgainst
        difference = comparison.difference?.value
        low = comparison.difference?.low
        high = comparison.difference?.high
        published = expectation.published
        published_against = expectation.publishedAgainst
        n = expectation.n
        holds = comparison.holds
        reason = comparison.reason
        note = expectation.note
    }
}
