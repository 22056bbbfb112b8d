/// Step 19: failure paths.
extension StopRule {
    static let oldBatch = StopRule(
        "failure.old-batch", .failure, against: [.manufacture],
        clearedBy: "destroy the old batch or lock it away, with evidence")
    static let openBatch = StopRule(
        "failure.open-batch", .failure, against: [.manufacture],
        clearedBy: "record what became of the batch before")
    static let disposal = StopRule(
        "failure.disposal", .failure, .warning, clearedBy: "destroy what is left or lock it away, with evidence")
    static let identifierReused = StopRule(
        "failure.identifier-reused", .failure, .identity, against: Action.towardsInfusion,
        clearedBy: "begin a new therapy under a new identifier")

    static let failureRules = [oldBatch, openBatch, disposal, identifierReused]
}

extension StepFacts {
    func failureStops() -> [Stop] { remainingStops() + reuseStops() }

    /// A new batch under the same identifier begins only when nobody can take the old one for it.
    func failureObjections(to event: Event) -> [Stop] {
        guard case .batchStarted(let start) = event else { return [] }
        let old = Set(batches.map(\.value.batch)).subtracting([start.batch]).sorted()
        return old.compactMap { batch in
            if let end = failures.last(where: { $0.value.batch == batch }) {
                guard disposal(of: batch) == nil else { return nil }
                let without = disposals.last { $0.value.item == batch }
                return StopRule.oldBatch.found(
                    without == nil
                        ? "batch \(batch) failed, and is neither destroyed nor locked away"
                        : "batch \(batch) was disposed of without evidence",
                    "before batch \(start.batch) begins", in: without.map { $0 as any Placed } ?? end,
                    about: start.batch)
            }
            let started = batches.last { $0.value.batch == batch }
            return StopRule.openBatch.found(
                "batch \(batch) has not failed", "before batch \(start.batch) begins", in: started, about: start.batch)
        }
    }

    /// What is left of a therapy that ended, or of a batch that failed.
    private func remainingStops() -> [Stop] {
        var left = failures.filter { disposal(of: $0.value.batch) == nil }.map { failure in
            StopRule.disposal.found(
                "batch \(failure.value.batch) failed and is still there", in: failure, about: failure.value.batch)
        }
        if let end = cancellations.last, let released = chart.released?.batch, disposal(of: released) == nil,
            infusions.isEmpty
        {
            left.append(
                StopRule.disposal.found(
                    "batch \(released) of a cancelled therapy is still there", in: end, about: released))
        }
        return left
    }

    /// A therapy that was cancelled is over: its identifier is not used for the next.
    func reuseStops() -> [Stop] {
        guard let end = cancellations.last else { return [] }
        return [
            StopRule.identifierReused.found(
                "the therapy \(chart.therapy) was cancelled: \(end.value.detail)",
                "its identifier is not used again", in: end)
        ]
    }
}
