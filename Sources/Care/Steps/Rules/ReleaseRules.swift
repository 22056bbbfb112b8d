/// Step 11: release.
extension StopRule {
    static let releaseTest = StopRule(
        "release.test", .release, against: [.release, .productShipment, .thaw, .infusion],
        clearedBy: "report the test, in the unit of its limit")
    static let releaseLimit = StopRule(
        "release.limit", .release, against: [.release, .productShipment, .thaw, .infusion],
        clearedBy: "release out of specification with all approvals, or reject the batch")
    static let safetyTest = StopRule(
        "release.safety-test", .release, against: [.release, .productShipment, .thaw, .infusion],
        clearedBy: "reject the batch: no approval excuses this")
    static let pendingTest = StopRule(
        "release.pending", .release, .warning, clearedBy: "report the final result when it is there")
    static let outOfSpecification = StopRule(
        "release.out-of-specification", .release, against: [.release, .productShipment, .thaw, .infusion],
        clearedBy: "record the approval, after the result that it excuses", source: .gmpPartIV)
    static let releaseClaim = StopRule(
        "release.claim", .release, against: [.release, .productShipment, .thaw, .infusion],
        clearedBy: "record the release as what it is: in specification, or out of it with every test named")
    static let signature = StopRule(
        "release.signature", .release, against: [.release, .productShipment, .thaw, .infusion],
        clearedBy: "let somebody authorised sign who did not work on the batch", source: .gmpPartIV)
    static let failedBatch = StopRule(
        "release.failed-batch", .release, against: [.release, .productShipment, .thaw, .infusion],
        clearedBy: "use another batch")
    static let recallDue = StopRule(
        "release.recall", .release, against: [.productShipment, .thaw, .infusion],
        clearedBy: "record the recall, and tell physician and patient")
    static let recalled = StopRule(
        "release.recalled", .release, against: [.release, .productShipment, .thaw, .infusion],
        clearedBy: "use another batch")

    static let releaseRules = [
        releaseTest, releaseLimit, safetyTest, pendingTest, outOfSpecification, releaseClaim, signature, failedBatch,
        recallDue, recalled,
    ]
}

extension StepFacts {
    func releaseStops() -> [Stop] {
        let named = Set(certificateBatches + releases.map(\.value.batch) + harvests.map(\.value.batch))
        return named.sorted().flatMap { batch -> [Stop] in
            let standing = releases.last { $0.value.batch == batch }
            let recall = recallStops(batch, released: standing)
            if let end = failures.last(where: { $0.value.batch == batch }) {
                guard standing != nil || batches.last?.value.batch == batch else { return recall }
                return recall + [
                    StopRule.failedBatch.found("batch \(batch) failed: \(end.value.reason)", in: end, about: batch)
                ]
            }
            guard let standing else { return recall + specificationStops(batch, release: nil) }
            return recall
                + (isGiven(batch: batch)
                    ? afterInfusion(batch, standing) : specificationStops(batch, release: standing.value, in: standing))
                + signatureStops(standing.value, in: standing, infused: isGiven(batch: batch))
        }
    }

    /// Whether all of a batch ran in: no bag of it is left to be given.
    func isGiven(batch: String) -> Bool {
        let given = infusions.filter { $0.value.batch == batch }
        guard given.contains(where: { $0.value.bag != nil }) else { return !given.isEmpty }
        return bags(of: batch).allSatisfy { isInfused($0.value.bag) || disposal(of: $0.value.bag) != nil }
    }

    /// All that a release needs of its specification: tests, limits or the way around them, and an honest claim.
    func specificationStops(_ batch: String, release: Release?, in place: (any Placed)? = nil) -> [Stop] {
        // Before a release, what may follow one is awaited; a release must then say so.
        let mayFollow = (label?.version.release ?? []).filter { $0.mayFollow == true }.map(\.test.rawValue)
        let assessment = assess(batch, pending: release.map { $0.pending ?? [] } ?? mayFollow)
        let approvals =
            assessment.outside.isEmpty ? [] : approvalStops(batch, after: assessment.outside.map(\.at).max())
        let excused = approvals.isEmpty
        var stops = assessment.missing + assessment.pending + approvals
        for (_, stop, _) in assessment.outside {
            var stop = stop
            // With all approvals it stays to be seen, and no longer forbids.
            if excused, stop.rule == StopRule.releaseLimit.id { stop.severity = .warning }
            stops.append(stop)
        }
        guard let release else { return stops }
        let failing = assessment.outside.map(\.name)
        let untold = failing.filter { name in !release.deviations.contains { $0.folded == name.folded } }
        if release.inSpecification, !failing.isEmpty {
            stops.append(
                StopRule.releaseClaim.found(
                    "batch \(batch) is released as in specification", "out of it: \(failing.joined(separator: ", "))",
                    in: place, about: batch))
        } else if !release.inSpecification, !untold.isEmpty {
            stops.append(
                StopRule.releaseClaim.found(
                    "the release of batch \(batch) does not name \(untold.joined(separator: ", "))",
                    "every test out of limit is named", in: place, about: batch))
        }
        return stops
    }

    /// Approvals that a product out of specification needs, each after the result that it excuses.
    private func approvalStops(_ batch: String, after result: Instant?) -> [Stop] {
        ReleaseApproval.Kind.allCases.compactMap { kind in
            let given = approvals.last { approval in
                approval.value.batch == batch && approval.value.kind == kind && !approval.value.reference.isBlank
                    && result.map { approval.at >= $0 } ?? true
                    && approval.actor.map { kind.roles.contains($0.role) } ?? true
            }
            guard given == nil else { return nil }
            return StopRule.outOfSpecification.unknown(
                "batch \(batch) is out of specification, and \(kind.words) is not recorded",
                about: "\(batch)/\(kind.rawValue)")
        }
    }

    /// After infusion nothing of this forbids any more; what is pending, and what came out otherwise, is still to be seen.
    private func afterInfusion(_ batch: String, _ release: Noted<Release>) -> [Stop] {
        specificationStops(batch, release: release.value, in: release).map { stop in
            var stop = stop
            stop.severity = .warning
            stop.actions = []
            return stop
        }
    }

    func releaseObjections(to event: Event) -> [Stop] {
        guard case .batchReleased(let release) = event else { return [] }
        let failed = failures.filter { $0.value.batch == release.batch }.map { end in
            StopRule.failedBatch.found(
                "batch \(release.batch) failed: \(end.value.reason)", in: end, about: release.batch)
        }
        return failed + specificationStops(release.batch, release: release)
            + signatureStops(release, in: nil, infused: false)
    }
}

extension ReleaseApproval.Kind {
    /// In words.
    var words: String {
        switch self {
        case .manufacturerOffer: "the manufacturer's offer"
        case .physicianRequest: "the physician's request"
        case .ethicsCommittee: "the ethics committee's or the expanded access programme's approval"
        case .patientConsent: "the patient's consent"
        }
    }
}
