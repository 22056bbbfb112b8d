/// Another lymphodepletion in the same patients.
extension QuantityBench {
    /// An endpoint after bendamustine over that after the study's own lymphodepletion. The interval is that of the ratio in
    /// blocks of patients, which pairs each patient with itself.
    func bendamustineOverStudy(_ quantity: Quantity) throws(NotSimulated) -> QuantityEstimate {
        guard body.bendamustineInput != nil else { throw NotSimulated("the body has no bendamustine") }
        let (one, other) = (try run(quantity, bendamustine: true), try run(quantity))
        let paired = PairedBlocks(one.outcomes, other.outcomes, study: one.setting.study)
        guard let name = quantity.endpoint, let found = paired.contrast(name, { $0 / $1 }) else {
            throw NotSimulated("no virtual patient comes into question")
        }
        return found
    }
}
