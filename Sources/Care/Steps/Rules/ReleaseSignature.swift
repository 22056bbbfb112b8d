/// Who may sign a release, and what follows a result that turns bad after it.
extension StepFacts {
    /// People who worked on a batch.
    private func operators(of batch: String) -> Set<String> {
        var names: Set<String> = []
        func note<Payload>(_ records: [Noted<Payload>], _ of: (Payload) -> String) {
            for record in records where of(record.value) == batch {
                if let name = record.actor?.name.folded { names.insert(name) }
            }
        }
        note(batches, \.batch)
        note(lots, \.batch)
        note(transductions, \.batch)
        note(harvests, \.batch)
        note(finalBags, \.batch)
        return names
    }

    /// A release is signed by quality, in the EU and the UK by a qualified person, never by who made the batch. That a
    /// signature has two components is the business of where people sign in.
    func signatureStops(_ release: Release, in place: (any Placed)?, infused: Bool) -> [Stop] {
        let rule = StopRule.signature
        let severity: Stop.Severity? = infused ? .warning : nil
        let actions: [Action]? = infused ? [] : nil
        let needsPerson = [.eu, .uk].contains(label?.subject.jurisdiction)
        let roles: Set<Role> = needsPerson ? [.qualifiedPerson] : [.quality, .qualifiedPerson]
        let wanted = "\(needsPerson ? "a qualified person" : "quality or a qualified person") who did not make it"
        guard let signers = release.signedBy, signers.contains(where: { !$0.name.isBlank }) else {
            return [
                rule.unknown(
                    "the release of batch \(release.batch) is not signed", wanted, in: place, about: release.batch,
                    severity: severity, against: actions)
            ]
        }
        let operators = operators(of: release.batch)
        let valid = signers.contains { signer in
            roles.contains(signer.role) && !signer.name.isBlank && !operators.contains(signer.name.folded)
        }
        guard !valid else { return [] }
        let names = signers.map {
            "\($0.name) (\($0.role.rawValue)\(operators.contains($0.name.folded) ? ", operator" : ""))"
        }
        return [
            rule.found(
                "the release of batch \(release.batch) is signed by \(names.joined(separator: ", "))", wanted,
                in: place,
                about: release.batch, severity: severity, against: actions)
        ]
    }

    /// A safety test that turns positive after release calls the batch back, before or after it was given.
    func recallStops(_ batch: String, released: Noted<Release>?) -> [Stop] {
        let isOver = isGiven(batch: batch)
        if let recall = recalls.last(where: { $0.value.batch == batch }) {
            return isOver
                ? []
                : [
                    StopRule.recalled.found(
                        "batch \(batch) was called back: \(recall.value.reason)", in: recall, about: batch)
                ]
        }
        guard released != nil else { return [] }
        let positive = Label.ReleaseTest.Test.allCases.filter(\.isAboutSafety).compactMap { test -> StopReason? in
            guard let (result, place) = result(test, of: batch), result.isPositive else { return nil }
            return StopRule.recallDue.reason(
                "\(test.words) of batch \(batch) is positive",
                isOver ? "the cells were given" : "the batch is released",
                in: place)
        }
        guard !positive.isEmpty else { return [] }
        return [StopRule.recallDue.stop(positive, about: batch, against: isOver ? [] : nil)]
    }
}
