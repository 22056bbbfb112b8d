/// How far a step is.
public struct StepProgress: Sendable, Equatable {
    /// States of a step.
    public enum State: Sendable, Equatable {
        /// Nothing of it is recorded; some of it; all of it
        case notBegun, inProgress, done
        /// It is not needed, or was passed over, and why
        case skipped(String)
    }
    /// The step.
    public var step: Step
    /// How far it is.
    public var state: State
    /// The next thing to do in it; nil if nothing is.
    public var next: String?
}

extension StepRules {
    /// Each of the twenty steps: how far it is, and what is next.
    public var progress: [StepProgress] {
        let found = Step.allCases.map { facts.progress(of: $0) }
        // A step before one that is done was passed over; nothing is to be done in it any more.
        let last = Self.lastDone(of: found)
        return found.map { progress in
            guard let last, progress.step < last, progress.state == .notBegun else { return progress }
            return StepProgress(
                step: progress.step, state: .skipped("not recorded; \(last.title.lowercased()) is done"), next: nil)
        }
    }

    /// The first step after those that are over, with what is next in it; nil when nothing is left. What an earlier step
    /// still lacks on record stays with that step.
    public var next: StepProgress? { Self.next(in: progress) }

    /// The same, of a progress that is at hand.
    public static func next(in all: [StepProgress]) -> StepProgress? {
        let last = lastDone(of: all)
        return all.first { progress in progress.next != nil && last.map { progress.step > $0 } ?? true }
    }

    private static func lastDone(of all: [StepProgress]) -> Step? {
        all.last { $0.state == .done && $0.step < .acute }?.step
    }
}

extension StepFacts {
    func progress(of step: Step) -> StepProgress {
        if let ended = deaths.last.map({ _ in "the patient died" })
            ?? cancellations.last.map({ _ in "the therapy was cancelled" }),
            step != .failure, step != .followUp || !deaths.isEmpty || chart.infusedAt == nil
        {
            let progress = open(step)
            return progress.state == .done || progress.state == .inProgress
                ? StepProgress(step: step, state: progress.state, next: nil)
                : StepProgress(step: step, state: .skipped(ended), next: nil)
        }
        return open(step)
    }

    /// First of these that is not yet so, as the next thing to do.
    func steps(_ step: Step, _ parts: [(done: Bool, next: String)]) -> StepProgress {
        let isDone = parts.allSatisfy(\.done)
        let state: StepProgress.State = isDone ? .done : parts.contains(where: \.done) ? .inProgress : .notBegun
        return StepProgress(step: step, state: state, next: parts.first { !$0.done }?.next)
    }

    private func open(_ step: Step) -> StepProgress {
        switch step {
        case .referral:
            steps(
                step,
                [
                    (!referrals.isEmpty, "record the referral"),
                    (chart.eligibility?.eligible == true, "assess eligibility"),
                    (chart.hasConsent, "obtain consent"),
                    (coverage.last?.value.status == .approved, "have coverage approved"),
                ])
        case .order:
            steps(step, [(!orders.isEmpty, "order the product"), (!bookedSlots.isEmpty, "book a slot")])
        case .preCollection:
            steps(
                step,
                [
                    (!markers.isEmpty, "report infectious disease markers"),
                    (!washouts.isEmpty, "check washouts"),
                    (chart.latest(.lymphocytes) != nil || chart.latest(.cd3) != nil, "count lymphocytes"),
                ])
        case .leukapheresis:
            steps(step, [(!collections.isEmpty, "collect"), (!counts.isEmpty, "count what was collected")])
        case .freshShipment, .freezing: shipmentProgress(step)
        case .acceptance:
            steps(
                step,
                [
                    (acceptances.last?.value.accepted == true, "accept the material"),
                    (!clearances.isEmpty, "clear a workstation"),
                ])
        case .activation: steps(step, [(batch != nil, "start the batch"), (!lots.isEmpty, "record the lots used")])
        case .transduction: steps(step, [(transductions.contains { $0.value.batch == batch }, "transduce")])
        case .expansion: steps(step, [(cultures.contains { $0.value.batch == batch }, "count the culture")])
        case .harvest:
            steps(
                step,
                [
                    (harvests.contains { $0.value.batch == batch }, "harvest"),
                    (batch.map { !bags(of: $0).isEmpty } ?? false, "fill the bags"),
                ])
        default: openLater(step)
        }
    }
}
