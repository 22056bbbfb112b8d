/// Step 18: long-term follow-up and registry.
extension StopRule {
    static let registryForm = StopRule(
        "follow-up.registry-form", .followUp, .warning, clearedBy: "send CIBMTR form 4000",
        source: RuleSource("CIBMTR: form 4000 is due 30 days after infusion", .read))
    static let yearlyVisit = StopRule(
        "follow-up.yearly-visit", .followUp, .warning, clearedBy: "see or call the patient",
        source: RuleSource("FDA guidance on long-term follow-up, January 2020: yearly for 15 years", .read))
    static let tCellMalignancy = StopRule(
        "follow-up.t-cell-malignancy", .followUp,
        clearedBy: "keep a sample for testing of the vector, and report to authority and manufacturer")
    static let replicationCompetent = StopRule(
        "follow-up.replication-competent-virus", .followUp, .warning,
        clearedBy: "confirm the test, and report to authority and manufacturer",
        source: RuleSource("FDA guidance on replication-competent virus, January 2020", .memory))
    static let transferSigned = StopRule(
        "follow-up.transfer-signed", .followUp, against: [.careTransfer],
        clearedBy: "let both centres sign; until then the first stays responsible")

    static let followUpRules = [registryForm, yearlyVisit, tCellMalignancy, replicationCompetent, transferSigned]
}

extension StepFacts {
    func followUpStops() -> [Stop] {
        [registryStop(), yearlyStop()].compactMap(\.self) + malignancyStops() + replicationStops()
            + transfers.suffix(1).flatMap { transferStops($0.value, in: $0, against: []) }
    }

    private func registryStop() -> Stop? {
        guard let infused = firstInfusion, deaths.isEmpty,
            at.days(since: infused.at) > StepNumbers.registryDays,
            !forms.contains(where: { $0.value.form.folded.contains("4000") })
        else { return nil }
        return StopRule.registryForm.found(
            "form 4000 was not sent", "due \(infused.at.advanced(byDays: StepNumbers.registryDays).iso8601)",
            in: infused)
    }

    /// Fifteen years, at least once a year; a month of grace.
    private func yearlyStop() -> Stop? {
        guard let infused = firstInfusion, deaths.isEmpty else { return nil }
        let years = label?.version.followUp?.years ?? 15
        guard at.days(since: infused.at) <= years * 365.25 + 31 else { return nil }
        let last = visits.last.map { ($0.at, $0 as any Placed) } ?? (infused.at, infused as any Placed)
        guard at.days(since: last.0) > 365.25 + 31 else { return nil }
        return StopRule.yearlyVisit.found(
            "last seen \(last.0.iso8601)", "once a year for \(years.asWritten) years", in: last.1)
    }

    private func malignancyStops() -> [Stop] {
        malignancies.enumerated().compactMap { number, malignancy in
            guard malignancy.value.lineage == .tCell else { return nil }
            let rule = StopRule.tCellMalignancy
            var reasons: [StopReason] = []
            switch malignancy.value.sampleKept {
            case true: break
            case false: reasons.append(rule.reason("no sample of the T-cell malignancy was kept", in: malignancy))
            default: reasons.append(rule.reason("whether a sample was kept is unknown", in: malignancy))
            }
            if malignancy.value.reportedTo?.isBlank ?? true {
                reasons.append(rule.reason("the T-cell malignancy is not reported", in: malignancy))
            }
            guard !reasons.isEmpty else { return nil }
            let later = malignancies.dropFirst(number + 1).contains {
                $0.value.lineage == .tCell && $0.value.description.folded == malignancy.value.description.folded
            }
            guard !later else { return nil }
            return rule.stop(reasons, about: "\(number + 1)", unknown: malignancy.value.sampleKept == nil)
        }
    }

    private func replicationStops() -> [Stop] {
        guard let positive = replication.last(where: { $0.value.positive == true }) else { return [] }
        return [
            StopRule.replicationCompetent.found(
                "\(positive.value.method) for replication-competent virus is positive", in: positive)
        ]
    }

    private func transferStops(_ transfer: CareTransfer, in place: (any Placed)?, against actions: [Action]?) -> [Stop]
    {
        let rule = StopRule.transferSigned
        let threshold = "both centres sign, by two people"
        guard let given = transfer.givenBy, let taken = transfer.takenBy, !given.name.isBlank, !taken.name.isBlank
        else {
            let unsigned = [transfer.givenBy == nil ? transfer.from : nil, transfer.takenBy == nil ? transfer.to : nil]
            let who = unsigned.compactMap(\.self).joined(separator: " and ")
            return [
                rule.unknown(
                    "transfer from \(transfer.from) to \(transfer.to) is not signed by \(who.isEmpty ? "a named person" : who)",
                    threshold, in: place, against: actions)
            ]
        }
        guard given.name.folded == taken.name.folded || transfer.from.folded == transfer.to.folded else { return [] }
        return [
            rule.found(
                "transfer from \(transfer.from) to \(transfer.to) is signed by \(given.name) and \(taken.name)",
                threshold,
                in: place, against: actions)
        ]
    }

    func followUpObjections(to event: Event) -> [Stop] {
        guard case .careTransferred(let transfer) = event else { return [] }
        return transferStops(transfer, in: nil, against: nil)
    }
}
