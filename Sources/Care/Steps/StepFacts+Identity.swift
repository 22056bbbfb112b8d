/// The chain of identity as stops of the steps. None can be overridden.
extension StepFacts {
    /// What does not agree, was not read or is not known so far: until it is put right, no cells run in. A check that
    /// passed when it was made again is settled.
    func identityFindingStops() -> [Stop] {
        openIdentityFindings.map { stop(for: $0, step: step(of: $0), actions: [.thaw, .infusion]) }
    }

    func identityObjections(to event: Event, by actor: Actor) -> [Stop] {
        guard event.concernsPathway else { return [] }
        return chart.identityFindings(proposing: event, by: actor).map { finding in
            stop(for: finding, step: event.step, actions: [event.action].compactMap(\.self))
        }
    }

    private func step(of finding: IdentityFinding) -> Step {
        let record = finding.entry.flatMap { entry in chart.pathway.records.first { $0.entry == entry } }
        if let record { return record.event.step }
        let row = finding.checkpoint.step.prefix { $0 != "," && $0 != "-" }
        return Step.allCases.first { $0.row == row || $0.row == row + "a" } ?? .failure
    }

    private func stop(for finding: IdentityFinding, step: Step, actions: [Action]) -> Stop {
        let place = [finding.entry.map { "\($0)" }, finding.subject].compactMap(\.self).joined(separator: "/")
        return Stop(
            rule: finding.checkpoint.stop, subject: place, step: step, severity: .identity, actions: actions,
            reasons: [
                StopReason(
                    finding: finding.finding, threshold: nil, entry: finding.entry, at: finding.at,
                    source: RuleSource(finding.source, .design))
            ],
            isUnknown: [.unread, .unknown, .notEstablished].contains(finding.problem),
            clearedBy: "strike out what was recorded wrongly, record what was not; else lock the material away",
            override: nil)
    }
}
