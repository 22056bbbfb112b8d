/// Step 6: acceptance at the factory. Whether chain of identity, donation and batch agree is checked there too.
extension StopRule {
    static let materialAccepted = StopRule(
        "acceptance.material", .acceptance, against: [.manufacture],
        clearedBy: "have the factory's quality accept the material for this batch")
    static let lineClearance = StopRule(
        "acceptance.line-clearance", .acceptance, against: [.manufacture],
        clearedBy: "clear the workstation for this batch, with no other on it")

    static let acceptanceRules = [materialAccepted, lineClearance]
}

extension StepFacts {
    func acceptanceStops() -> [Stop] {
        acceptances.isEmpty ? [StopRule.materialAccepted.unknown("no material has been accepted")] : []
    }

    /// The workstation that was last cleared for a batch.
    func clearance(for batch: String) -> Noted<LineClearance>? { clearances.last { $0.value.batch == batch } }

    func acceptanceObjections(to event: Event) -> [Stop] {
        guard case .batchStarted(let start) = event else { return [] }
        return acceptedStops(start.batch) + clearanceStops(start.batch)
    }

    private func acceptedStops(_ batch: String) -> [Stop] {
        let rule = StopRule.materialAccepted
        guard let last = acceptances.last(where: { $0.value.batch == batch }) else {
            return [rule.unknown("no material is accepted for batch \(batch)", about: batch)]
        }
        guard !last.value.accepted else { return [] }
        let why = last.value.detail.map { ": \($0)" } ?? ""
        return [rule.found("the material of batch \(batch) is quarantined\(why)", in: last, about: batch)]
    }

    private func clearanceStops(_ batch: String) -> [Stop] {
        let rule = StopRule.lineClearance
        guard let cleared = clearance(for: batch) else {
            return [rule.unknown("no workstation is cleared for batch \(batch)", about: batch)]
        }
        let station = cleared.value.workstation
        let others = batches.filter { other in
            other.value.batch != batch && clearance(for: other.value.batch)?.value.workstation == station
                && !isFailed(other.value.batch) && !harvests.contains { $0.value.batch == other.value.batch }
        }
        return others.map { other in
            rule.found(
                "batch \(other.value.batch) is on workstation \(station)", "one batch a workstation", in: other,
                about: batch)
        }
    }
}
