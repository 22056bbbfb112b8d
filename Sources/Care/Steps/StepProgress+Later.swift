/// Progress from release on, and of shipments.
extension StepFacts {
    func openLater(_ step: Step) -> StepProgress {
        switch step {
        case .release:
            steps(
                step,
                [
                    (certificates.contains { $0.value.batch == batch }, "test the batch"),
                    (chart.released != nil, "release the batch"),
                ])
        case .returnShipment:
            steps(
                step,
                [
                    (packs.contains { $0.value.content == .product }, "send the product"),
                    (arrivals.contains { $0.value.content == .product }, "receive the product"),
                ])
        case .readiness:
            steps(
                step,
                [
                    (readiness(.productOnSite)?.value.ready == true, "confirm that the product is on site"),
                    (!fitness.isEmpty, "check fitness"),
                    (readiness(.tocilizumab)?.value.ready == true, "count tocilizumab"),
                ])
        case .lymphodepletion:
            label?.version.lymphodepletion?.isEmpty == true
                ? StepProgress(step: step, state: .skipped("the label has none"), next: nil)
                : steps(
                    step,
                    [
                        (!reviews.isEmpty, "look at fludarabine beside the kidneys"),
                        (chart.lymphodepletionStart != nil, "give lymphodepletion"),
                    ])
        case .infusion:
            steps(
                step,
                [
                    (!identityChecks.isEmpty, "two people verify identity"),
                    (!infusions.isEmpty, "give the cells"),
                    (!isAhead(.infusion) && !infusions.isEmpty, "give the remaining bags"),
                ])
        case .acute: watchProgress(step, from: 0, to: 29, next: "watch for CRS and ICANS")
        case .late: watchProgress(step, from: 29, to: 365.25, next: "watch for low counts, infection and relapse")
        case .followUp:
            watchProgress(
                step, from: 365.25, to: (label?.version.followUp?.years ?? 15) * 365.25,
                next: "see the patient once a year")
        default: failureProgress(step)
        }
    }

    func shipmentProgress(_ step: Step) -> StepProgress {
        let isFrozen = step == .freezing
        let (mine, other) = (materialPacks(frozen: isFrozen), materialPacks(frozen: !isFrozen))
        let arrived = arrivals.contains { $0.value.content == .startingMaterial && $0.value.cryopreserved == isFrozen }
        let arrivedOther = arrivals.contains {
            $0.value.content == .startingMaterial && $0.value.cryopreserved != isFrozen
        }
        let material = label?.version.collection?.material
        let goesOther = material.map { ($0 == .frozen) != isFrozen } ?? false
        if mine.isEmpty, !arrived, !other.isEmpty || arrivedOther || goesOther {
            return StepProgress(
                step: step, state: .skipped(isFrozen ? "material travels fresh" : "material travels frozen"), next: nil)
        }
        return steps(step, [(!mine.isEmpty || arrived, "pack the material"), (arrived, "receive the material")])
    }

    private func watchProgress(_ step: Step, from start: Double, to end: Double, next: String) -> StepProgress {
        guard let day = chart.day(at: at), day >= start else {
            return StepProgress(step: step, state: .notBegun, next: next)
        }
        if !deaths.isEmpty { return StepProgress(step: step, state: .done, next: nil) }
        return day < end
            ? StepProgress(step: step, state: .inProgress, next: next)
            : StepProgress(step: step, state: .done, next: nil)
    }

    private func failureProgress(_ step: Step) -> StepProgress {
        guard !failures.isEmpty || !cancellations.isEmpty || !recalls.isEmpty else {
            return StepProgress(step: step, state: .skipped("nothing failed"), next: nil)
        }
        let left = failures.first { disposal(of: $0.value.batch) == nil }
        return StepProgress(
            step: step, state: left == nil ? .done : .inProgress,
            next: left.map { "destroy batch \($0.value.batch) or lock it away, with evidence" })
    }
}
