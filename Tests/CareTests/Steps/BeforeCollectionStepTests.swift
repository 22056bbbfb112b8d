import Testing

@testable import Care

@Suite("Steps 1 to 3: referral, order, before collection")
struct BeforeCollectionStepTests {
    /// What forbids the collection, and what warns, after a change.
    private func collection(_ change: (inout Treatment) -> Void) -> [Stop] {
        var treatment = Treatment.standard
        change(&treatment)
        return treatment.proposing("collection")
    }

    @Test("without consent, and after its withdrawal, nobody is collected; nobody may override that")
    func consent() {
        #expect(collection { $0.remove("consent") }.forbidding == ["referral.consent"])
        let withdrawn = collection {
            $0.add("withdrawn", -45.5, .consentRecorded(Consent(given: false)), Treatment.physician)
        }
        #expect(withdrawn.forbidding == ["referral.consent"])
        var treatment = Treatment.standard
        treatment.replace("consent", .consentRecorded(Consent(given: false)))
        let stop = treatment.proposing("collection").of("referral.consent")
        #expect(stop?.override == nil)
        #expect(stop?.reasons.first?.entry == 3)
        #expect(stop?.reasons.first?.at == Treatment.time(-58))
        #expect(stop?.isUnknown == false)
    }

    @Test("eligibility that is not assessed, or says no, stops; an override by two physicians lets it pass")
    func eligibility() {
        #expect(collection { $0.remove("eligibility") }.forbidding == ["referral.eligibility"])
        let refused = EligibilityAssessment(
            eligible: false, reasons: ["ecog 3"], productVersion: StepLabels.cilta().nameAndVersion)
        let stop = collection { $0.replace("eligibility", .eligibilityAssessed(refused)) }.of("referral.eligibility")
        #expect(stop?.finding == "the patient is not eligible: ecog 3")
        #expect(stop?.override == .physician)
    }

    @Test("an identifier in use elsewhere is an identity stop, and so is one that nobody looked up")
    func identifier() {
        let used = collection { $0.site?.otherTherapies?.insert(Treatment.therapy) }.of("referral.identifier")
        #expect(used?.severity == .identity)
        #expect(used?.isUnknown == false)
        #expect(used?.override == nil)
        #expect(collection { $0.site?.otherTherapies = nil }.of("referral.identifier")?.isUnknown == true)
    }

    @Test(
        "coverage that is pending, denied or unknown warns, and does not stop",
        arguments: [Coverage.Status.pending, .denied, nil])
    func coverage(status: Coverage.Status?) {
        let stops = collection { treatment in
            if let status {
                treatment.replace("coverage", .coverageVerified(Coverage(status: status)))
            } else {
                treatment.remove("coverage")
            }
        }
        #expect(stops.forbidding == [])
        #expect(stops.warnings == ["referral.coverage"])
    }

    @Test("an order of another product than the label's is refused; one of an older version warns later")
    func product() {
        let other = ProductOrder(product: "tisagenlecleucel", productVersion: "x@1", chainOfIdentity: Treatment.therapy)
        var treatment = Treatment.standard
        treatment.replace("order", .productOrdered(other))
        #expect(treatment.proposing("order").forbidding == ["order.product"])
        #expect(treatment.proposing("collection").forbidding.contains("order.product"))
        treatment.label = nil
        #expect(treatment.proposing("order").of("order.product")?.isUnknown == true)
        var older = Treatment.standard
        older.replace(
            "order",
            .productOrdered(
                ProductOrder(
                    product: "cilta-cel", productVersion: "cilta-cel/US@2025-01-01", chainOfIdentity: Treatment.therapy)
            ))
        #expect(older.proposing("collection").forbidding == [])
        #expect(older.proposing("cy-5").of("order.label-version")?.severity == .warning)
    }

    @Test("the centre must be qualified on the day")
    func site() {
        #expect(collection { $0.site?.products = [:] }.forbidding == ["order.site-qualified"])
        let product = StepLabels.cilta().subject.product
        #expect(
            collection { $0.site?.products = [product: Treatment.time(-45.01)] }.forbidding == ["order.site-qualified"])
        #expect(collection { $0.site?.products = [product: Treatment.time(-45)] }.forbidding == [])
    }

    @Test("a slot must be booked, hold no other therapy, and start no earlier than collection and transit")
    func slot() {
        #expect(collection { $0.remove("slot") }.forbidding == ["order.slot"])
        #expect(
            collection {
                $0.add("lost", -54, .slotChanged($0.slot("SLOT-1", status: .lost)), Treatment.factory)
            }.forbidding == ["order.slot"])
        // Collection on day -45, transit one day.
        #expect(collection { $0.replace("slot", .slotChanged($0.slot("SLOT-1", startsAt: -44))) }.forbidding == [])
        #expect(
            collection { $0.replace("slot", .slotChanged($0.slot("SLOT-1", startsAt: -44.001))) }.forbidding
                == ["order.slot-date"])
        #expect(
            collection { $0.replace("slot", .slotChanged($0.slot("SLOT-1", startsAt: nil))) }.of("order.slot-date")?
                .isUnknown == true)
        #expect(collection { $0.site?.transitDays = nil }.of("order.slot-date")?.isUnknown == true)
        let treatment = Treatment.standard
        let taken = treatment.proposing(.slotChanged(treatment.slot("SLOT-9")), by: Treatment.factory, at: -54)
        #expect(taken.forbidding == ["order.slot-taken/SLOT-9"])
        #expect(
            treatment.proposing(.slotChanged(treatment.slot("SLOT-2")), by: Treatment.factory, at: -54).forbidding == []
        )
    }

    @Test("infectious markers: missing, awaited, older than their validity, or of unknown validity")
    func markers() {
        let rule = "pre-collection.infectious-markers"
        func report(_ taken: Double, _ reactive: Bool? = false, names: [String] = ["HBsAg", "anti-HIV 1/2"]) -> [Stop] {
            collection {
                $0.replace(
                    "markers",
                    .infectiousMarkersReported(
                        InfectiousMarkers(
                            takenAt: Treatment.time(taken), markers: names.map { .init(name: $0, reactive: reactive) }))
                )
            }
        }
        #expect(collection { $0.remove("markers") }.forbidding == ["\(rule)/HBsAg", "\(rule)/anti-HIV 1/2"])
        #expect(report(-47, names: ["HBsAg"]).forbidding == ["\(rule)/anti-HIV 1/2"])
        #expect(report(-47, nil).forbidding.count == 2)
        // Thirty days hold to the moment.
        #expect(report(-75).forbidding == [])
        #expect(report(-75.001).forbidding.count == 2)
        #expect(report(-75.001).of(rule)?.isUnknown == false)
        #expect(collection { $0.site?.markerDays = nil }.of(rule)?.isUnknown == true)
        let reactive = report(-47, true)
        #expect(reactive.forbidding == [])
        #expect(reactive.warnings.count == 2)
    }

    @Test("lymphocytes below the label's floor, unknown or too old stop the collection; two physicians may override")
    func lymphocytes() {
        func count(_ value: Double, day: Double = -46) -> [Stop] {
            collection { $0.replace("lymphocytes", .labReported(LabResult(.lymphocytes, value)), day: day) }
        }
        #expect(count(0.2).forbidding == [])
        #expect(count(0.199).forbidding == ["pre-collection.lymphocytes"])
        let stop = count(0.199).of("pre-collection.lymphocytes")
        #expect(stop?.reasons.first?.finding == "lymphocytes are 0.199 10*9/L")
        #expect(stop?.reasons.first?.threshold == "0.2 10*9/L or more is asked for")
        #expect(stop?.reasons.first?.source.standing == .secondary)
        #expect(stop?.reasons.first?.entry == 7)
        #expect(stop?.override == .physician)
        #expect(count(.nan).of("pre-collection.lymphocytes")?.isUnknown == true)
        #expect(collection { $0.remove("lymphocytes") }.of("pre-collection.lymphocytes")?.isUnknown == true)
        // Counts hold for seven days.
        #expect(collection { $0.site?.countDays = 1 }.forbidding == [])
        #expect(collection { $0.site?.countDays = 0.99 }.of("pre-collection.lymphocytes")?.isUnknown == true)
        #expect(collection { $0.site?.countDays = nil }.of("pre-collection.lymphocytes")?.isUnknown == true)
        // Neither label nor centre states a floor.
        #expect(
            collection { $0.label = StepLabels.cilta { $0.collection?.minimumLymphocytes = nil } }
                .of("pre-collection.lymphocytes")?.isUnknown == true)
    }

    @Test("a centre's floor of CD3+ cells holds too")
    func cd3() {
        func count(_ value: Double?) -> [String] {
            collection {
                $0.site?.minimumCD3 = 200
                if let value {
                    $0.replace("bendamustine", .labReported(LabResult(.cd3, value)), by: Treatment.laboratory)
                }
            }.forbidding
        }
        #expect(count(200) == [])
        #expect(count(199) == ["pre-collection.cd3"])
        #expect(count(nil) == ["pre-collection.cd3"])
    }

    @Test("bendamustine within six months warns; nobody having asked warns too")
    func bendamustine() {
        func given(_ day: Double?) -> [String] {
            collection {
                $0.replace(
                    "bendamustine",
                    .washoutChecked(Washout(treatment: "bendamustine", lastGivenAt: day.map(Treatment.time))))
            }.warnings
        }
        #expect(given(-45 - 183) == [])
        #expect(given(-45 - 182.9) == ["pre-collection.bendamustine"])
        #expect(given(nil) == ["pre-collection.bendamustine"])
        #expect(collection { $0.remove("bendamustine") }.forbidding == [])
    }

    @Test(
        "a corticosteroid within three days warns by consensus, and stops where the label asks; unknown does likewise")
    func corticosteroid() {
        func given(_ day: Double?, basis: Label.Washout.Basis?) -> [Stop] {
            collection { treatment in
                if let basis {
                    treatment.label = StepLabels.cilta {
                        $0.washouts = [
                            Label.Washout(
                                therapy: .corticosteroid, before: .leukapheresis, days: 7, basis: basis,
                                source: "label",
                                flag: .read)
                        ]
                    }
                }
                treatment.replace(
                    "corticosteroid",
                    .washoutChecked(Washout(treatment: "corticosteroid", lastGivenAt: day.map(Treatment.time))))
            }
        }
        #expect(given(-48, basis: nil).isEmpty)
        #expect(given(-47.9, basis: nil).warnings == ["pre-collection.washout/corticosteroid"])
        #expect(given(nil, basis: nil).warnings == ["pre-collection.washout/corticosteroid"])
        #expect(given(-52, basis: .label).isEmpty)
        #expect(given(-51.9, basis: .label).forbidding == ["pre-collection.washout/corticosteroid"])
        #expect(given(nil, basis: .label).forbidding == ["pre-collection.washout/corticosteroid"])
        #expect(given(-51.9, basis: .trial).warnings == ["pre-collection.washout/corticosteroid"])
    }

    @Test("without a label and without the centre's registers nothing passes, and each says what is unknown")
    func unknown() {
        let stops = collection {
            $0.label = nil
            $0.site = nil
        }
        #expect(
            Set(stops.forbidding) == [
                "referral.identifier", "order.product", "order.site-qualified", "order.slot-date",
                "pre-collection.infectious-markers", "pre-collection.lymphocytes", "pre-collection.washout",
            ])
        #expect(stops.filter(\.forbids).allSatisfy { $0.isUnknown && !$0.reasons.isEmpty })
    }
}
