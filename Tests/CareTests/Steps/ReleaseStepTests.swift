import Testing

@testable import Care

@Suite("Step 11 and 12: release and return")
struct ReleaseStepTests {
    private typealias Test = Certificate.Test

    private func treatment(
        _ tests: [Certificate.Test] = Treatment.goodTests, release: Release? = nil,
        _ change: (inout Treatment) -> Void = { _ in }
    ) -> Treatment {
        var treatment = Treatment.standard
        treatment.replace("certificate", .releaseTested(Certificate(batch: "B1", tests: tests)))
        if let release { treatment.replace("released", .batchReleased(release)) }
        change(&treatment)
        return treatment
    }

    private func with(_ test: Certificate.Test) -> [Certificate.Test] {
        Treatment.goodTests.filter { $0.name != test.name } + [test]
    }

    private let good = Release(batch: "B1", inSpecification: true, deviations: [], signedBy: [Treatment.quality])

    @Test(
        "viability of 79.6 % against 80 % or more fails: nothing is rounded",
        arguments: [
            (79.6, "%", false), (80, "%", true), (0.796, "1", false), (0.8, "1", true), (0.7999999, "1", false),
            (79.96, "%", false),
        ])
    func viability(value: Double, unit: String, isFine: Bool) {
        let stops = treatment(with(Treatment.test("viability", value, unit))).proposing("released")
        #expect(stops.isEmpty == isFine)
        guard !isFine else { return }
        let stop = stops.of("release.limit")
        #expect(stop?.subject == "B1/viability")
        #expect(stop?.reasons.first?.threshold == "limit ≥ 0.8")
        #expect(stop?.reasons.first?.entry == 37)
        #expect(stop?.override == nil)
        #expect(stops.of("release.claim") != nil)
    }

    @Test("a bulk vector copy number of 1.2 at 40 % CAR+ is 3.0 per CAR+ cell")
    func vectorCopies() {
        #expect(VectorCopies.perTransducedCell(bulk: 1.2, carPositive: 0.4).map { abs($0 - 3) < 1e-12 } == true)
        #expect(VectorCopies.perTransducedCell(bulk: 1.2, carPositive: 0) == nil)
        #expect(VectorCopies.perTransducedCell(bulk: .nan, carPositive: 0.4) == nil)
        func bulk(_ copies: Double, limit: Double, per: Label.ReleaseTest.Denominator = .transducedCell) -> [Stop] {
            let tests =
                Treatment.goodTests.filter { $0.name != "vectorCopyNumber" }
                + [Treatment.test("vectorCopyNumberPerCell", copies, "{copies}/{cell}")]
            return treatment(tests) {
                $0.label = StepLabels.cilta { version in
                    let place = version.release!.firstIndex { $0.test == .vectorCopyNumber }!
                    version.release![place].atMost = limit
                    version.release![place].denominator = per
                }
            }.proposing("released")
        }
        let stop = bulk(1.2, limit: 2.9).of("release.limit")
        #expect(
            stop?.reasons.first?.finding
                == "vector copy number of batch B1 is 1.2 in bulk at 40 % CAR+ = 3 per CAR+ cell")
        #expect(bulk(1.2, limit: 5).isEmpty)
        #expect(bulk(2, limit: 5).isEmpty)
        #expect(bulk(2.01, limit: 5).forbidding.contains("release.limit/B1/vectorCopyNumber"))
        #expect(bulk(1.2, limit: 1.2, per: .cell).isEmpty)
        #expect(!bulk(1.21, limit: 1.2, per: .cell).isEmpty)
    }

    @Test("without CAR+ a bulk vector copy number cannot be read, and blocks")
    func bulkWithoutShare() {
        let tests =
            Treatment.goodTests.filter { !["vectorCopyNumber", "carPositive"].contains($0.name) }
            + [Treatment.test("vectorCopyNumberPerCell", 1.2, "{copies}/{cell}")]
        let stops = treatment(tests).proposing("released")
        #expect(stops.forbidding == ["release.test/B1/carPositive", "release.test/B1/vectorCopyNumber"])
    }

    @Test("a test that is missing, without unit, in another unit or no number blocks")
    func unreadable() {
        for name in ["viability", "carPositive", "vectorCopyNumber", "mycoplasma"] {
            let stops = treatment(Treatment.goodTests.filter { $0.name != name }).proposing("released")
            #expect(stops.forbidding == ["release.test/B1/\(name)"])
            #expect(stops.first?.isUnknown == true)
        }
        for test in [
            Treatment.test("viability", 0.92, ""), Treatment.test("viability", 0.92, " "),
            Treatment.test("viability", 92, "10*6"), Treatment.test("viability", .nan, "1"),
        ] {
            #expect(treatment(with(test)).proposing("released").forbidding == ["release.test/B1/viability"])
        }
        var unknown = Treatment.standard
        unknown.label = StepLabels.cilta { $0.release = nil }
        #expect(unknown.proposing("released").of("release.test")?.isUnknown == true)
    }

    @Test("the certificate's own word counts beside the label's limit")
    func ownWord() {
        #expect(
            treatment(with(Treatment.test("viability", 0.9, "1", passed: false))).proposing("released").forbidding
                .contains("release.limit/B1/viability"))
        #expect(
            treatment(Treatment.goodTests + [Treatment.test("residualBeads", 200, "1", passed: false)])
                .proposing("released").forbidding.contains("release.limit/B1/residualBeads"))
    }

    @Test("pending sterility may follow a release that says so, a missing mycoplasma test may not")
    func pending() {
        var release = good
        release.pending = ["sterility"]
        let early = Treatment.goodTests.filter { $0.name != "sterility" }
        let conditional = treatment(early, release: release)
        #expect(conditional.proposing("released").forbidding == [])
        #expect(conditional.proposing("released").warnings == ["release.pending/B1/sterility"])
        #expect(conditional.rules(at: -10).stops.warnings.contains("release.pending/B1/sterility"))
        // The same, but nobody said that it is pending.
        #expect(treatment(early, release: good).proposing("released").forbidding == ["release.test/B1/sterility"])
        release.pending = ["mycoplasma"]
        let other = Treatment.goodTests.filter { $0.name != "mycoplasma" }
        #expect(treatment(other, release: release).proposing("released").forbidding == ["release.test/B1/mycoplasma"])
    }

    @Test("a sterility test that turns positive calls a released batch back, before infusion and after it")
    func recall() {
        var release = good
        release.pending = ["sterility"]
        let early = Treatment.goodTests.filter { $0.name != "sterility" }
        let late = Event.releaseTested(
            Certificate(batch: "B1", tests: [Treatment.test("sterility", 1, "1", passed: false)]))
        let recall = Event.batchRecalled(Recall(batch: "B1", reason: "sterility positive"))
        var before = treatment(early, release: release)
        before.add("late", -2, late, Treatment.laboratory)
        let stops = before.proposing("thaw-F1").forbidding
        #expect(stops.contains("release.recall/B1"))
        #expect(stops.contains("expansion.contamination/B1/sterility"))
        before.add("recalled", -1, recall, Treatment.quality)
        #expect(before.proposing("thaw-F1").forbidding.contains("release.recalled/B1"))

        var after = treatment(early, release: release)
        after.add("late", 5, late, Treatment.laboratory)
        let duty = after.rules(at: 6).stops.of("release.recall")
        #expect(duty?.severity == .stop)
        #expect(duty?.actions == [])
        #expect(duty?.reasons.first?.finding == "sterility of batch B1 is positive")
        after.add("recalled", 6.5, recall, Treatment.quality)
        #expect(after.rules(at: 7).stops.of("release.recall") == nil)
        // A final result that is negative ends the wait.
        var negative = treatment(early, release: release)
        negative.add(
            "late", 5, .releaseTested(Certificate(batch: "B1", tests: [Treatment.test("sterility", 0, "1")])),
            Treatment.laboratory)
        #expect(negative.rules(at: 4).stops.warnings.contains("release.pending/B1/sterility"))
        #expect(!negative.rules(at: 6).stops.warnings.contains("release.pending/B1/sterility"))
    }

    private static let outside = Treatment.test("viability", 0.75, "1", passed: false)
    private static let outOfSpecification = Release(
        batch: "B1", inSpecification: false, deviations: ["viability"], signedBy: [Treatment.quality])
    private static let approvers: [(ReleaseApproval.Kind, Actor)] = [
        (.manufacturerOffer, Treatment.quality), (.physicianRequest, Treatment.physician),
        (.ethicsCommittee, Treatment.coordinator), (.patientConsent, Treatment.physician),
    ]

    private func outOfSpecification(
        without left: ReleaseApproval.Kind? = nil, day: Double = -28, release: Release = outOfSpecification,
        reference: String = "R-1"
    ) -> Treatment {
        treatment(with(Self.outside), release: release) {
            for (kind, actor) in Self.approvers where kind != left {
                $0.add(
                    "approval-\(kind)", day,
                    .releaseApproved(ReleaseApproval(batch: "B1", kind: kind, reference: reference)), actor)
            }
        }
    }

    @Test("out of specification with offer, request, ethics and consent is released, and stays to be seen")
    func approved() {
        let treatment = outOfSpecification()
        #expect(treatment.proposing("released").forbidding == [])
        #expect(treatment.proposing("released").warnings == ["release.limit/B1/viability"])
        #expect(treatment.proposing("thaw-F1").forbidding == [])
        for (kind, _) in Self.approvers { #expect(treatment.proposing("approval-\(kind)").forbidding == []) }
    }

    @Test("out of specification without one of the four approvals is not", arguments: ReleaseApproval.Kind.allCases)
    func unapproved(kind: ReleaseApproval.Kind) {
        let stops = outOfSpecification(without: kind).proposing("released")
        #expect(
            Set(stops.forbidding) == [
                "release.limit/B1/viability", "release.out-of-specification/B1/\(kind.rawValue)",
            ])
    }

    @Test(
        "an approval before the result that it excuses, or without reference, or by the wrong role, counts for nothing")
    func invalidApprovals() {
        #expect(outOfSpecification(day: -31).proposing("released").forbidding.count == 5)
        #expect(outOfSpecification(reference: " ").proposing("released").forbidding.count == 5)
        let byNurse = treatment(with(Self.outside), release: Self.outOfSpecification) {
            for (kind, _) in Self.approvers {
                $0.add(
                    "approval-\(kind)", -28, .releaseApproved(ReleaseApproval(batch: "B1", kind: kind, reference: "R")),
                    Treatment.nurse)
            }
        }
        #expect(byNurse.proposing("released").forbidding.count == 5)
        #expect(byNurse.proposing("approval-physicianRequest").forbidding == ["act.role"])
    }

    @Test("a release names every test out of limit, and does not claim to be in specification")
    func claim() {
        var release = Self.outOfSpecification
        release.deviations = []
        #expect(outOfSpecification(release: release).proposing("released").forbidding == ["release.claim/B1"])
        #expect(outOfSpecification(release: good).proposing("released").forbidding == ["release.claim/B1"])
    }

    @Test("no approval excuses a positive safety test")
    func safety() {
        var treatment = outOfSpecification()
        treatment.replace(
            "certificate",
            .releaseTested(
                Certificate(
                    batch: "B1", tests: with(Treatment.test("mycoplasma", 1, "1", passed: false)))))
        let stops = treatment.proposing("released").forbidding
        #expect(stops.contains("release.safety-test/B1/mycoplasma"))
        #expect(stops.contains("expansion.contamination/B1/mycoplasma"))
    }

    @Test("a corrected result re-evaluates a release that was good")
    func corrected() {
        var treatment = treatment()
        #expect(treatment.proposing("thaw-F1").forbidding == [])
        treatment.add(
            "corrected", -10,
            .releaseTested(Certificate(batch: "B1", tests: [Treatment.test("viability", 0.796, "1")])),
            Treatment.laboratory)
        let stops = treatment.proposing("thaw-F1").forbidding
        #expect(stops.contains("release.limit/B1/viability"))
        #expect(stops.contains("release.claim/B1"))
        // And the other way round: what was out of limit by mistake.
        var mistaken = self.treatment(with(Self.outside))
        mistaken.add(
            "corrected", -28, .releaseTested(Certificate(batch: "B1", tests: [Treatment.test("viability", 0.85, "1")])),
            Treatment.laboratory)
        #expect(mistaken.proposing("released").forbidding == [])
    }

    @Test("a result corrected between two bags stops the second; after the last it warns")
    func correctedBetweenBags() {
        let worse = Event.releaseTested(Certificate(batch: "B1", tests: [Treatment.test("viability", 0.7, "1")]))
        var between = treatment()
        between.add("corrected", 0.9 / 24, worse, Treatment.laboratory)
        #expect(between.proposing("start-F2").forbidding.contains("release.limit/B1/viability"))
        var after = treatment()
        after.add("corrected", 1, worse, Treatment.laboratory)
        #expect(after.rules(at: 1.01).stops.warnings.contains("release.limit/B1/viability"))
        #expect(!after.rules(at: 1.01).stops.forbidding.contains { $0.hasPrefix("release.limit") })
    }

    @Test("a release is signed by quality, not by the operator; in the EU by a qualified person")
    func signature() {
        func signed(_ signers: [Actor]?, in jurisdiction: Jurisdiction = .us) -> [Stop] {
            var release = good
            release.signedBy = signers
            return treatment(release: release) { treatment in
                let label = StepLabels.cilta(in: jurisdiction)
                treatment.label = label
                if case .productOrdered(var order) = treatment.part("order").event {
                    order.productVersion = label.nameAndVersion
                    treatment.replace("order", .productOrdered(order))
                }
            }.proposing("released").filter { $0.rule == "release.signature" }
        }
        #expect(signed([Treatment.quality]).isEmpty)
        #expect(signed([Treatment.qualifiedPerson]).isEmpty)
        #expect(signed(nil).first?.isUnknown == true)
        #expect(signed([]).first?.isUnknown == true)
        #expect(signed([Treatment.factory]).first?.forbids == true)
        #expect(signed([Treatment.physician]).first?.forbids == true)
        // The operator, in quality's coat.
        #expect(signed([Actor(role: .quality, name: " fay")]).first?.finding.contains("operator") == true)
        #expect(signed([Actor(role: .quality, name: "Fay"), Treatment.quality]).isEmpty)
        #expect(signed([Treatment.quality], in: .eu).count == 1)
        #expect(signed([Treatment.qualifiedPerson], in: .eu).isEmpty)
    }

    @Test("a batch that failed is not released any more")
    func failed() {
        let stops = treatment {
            $0.add(
                "failed", -26, .batchFailed(BatchFailure(batch: "B1", reason: "lost", remanufacture: false)),
                Treatment.quality)
        }.proposing("released").forbidding
        #expect(stops.contains("release.failed-batch/B1"))
    }

    @Test("only a released batch travels, in a dewar that holds one and a half times the way")
    func shipped() {
        var unreleased = Treatment.standard
        unreleased.remove("released")
        #expect(unreleased.proposing("sent").forbidding.contains("return-shipment.released/B1"))
        for (factor, isFine) in [(0.3, true), (0.29, false)] {
            var treatment = Treatment.standard
            var pack = Treatment.productPack
            pack.holdFactor = factor
            treatment.replace("sent", .packedOut(pack))
            #expect(treatment.proposing("sent").forbidding == (isFine ? [] : ["return-shipment.hold-margin/SH-2"]))
        }
    }

    @Test(
        "a product warmer than its label allows, or of unread temperature, is not thawed; nor does lymphodepletion begin"
    )
    func temperature() {
        for (reading, isFine) in [(-150.0, true), (-149.9, false), (nil, false)] as [(Double?, Bool)] {
            var treatment = Treatment.standard
            treatment.replace(
                "sent-logged", .temperatureLogged(TemperatureReading(shipment: "SH-2", temperature: reading)))
            let expected = isFine ? [] : ["return-shipment.temperature/SH-2"]
            #expect(treatment.proposing("cy-5").forbidding == expected)
            #expect(treatment.proposing("thaw-F1").forbidding == expected)
        }
        // The label's limit holds where the shipment's own is looser.
        var loose = Treatment.standard
        var pack = Treatment.productPack
        pack.highestTemperature = -120
        loose.replace("sent", .packedOut(pack))
        loose.replace("sent-logged", .temperatureLogged(TemperatureReading(shipment: "SH-2", temperature: -140)))
        #expect(loose.proposing("thaw-F1").of("return-shipment.temperature")?.reasons.first?.source.standing == .memory)
    }
}
