import Testing

@testable import Care

@Suite("Steps 4 to 6: collection, shipment, acceptance")
struct CollectionStepTests {
    private func changed<Payload>(_ payload: Payload, _ change: (inout Payload) -> Void) -> Payload {
        var payload = payload
        change(&payload)
        return payload
    }

    private func stops(_ key: String, _ change: (inout Treatment) -> Void) -> [Stop] {
        var treatment = Treatment.standard
        change(&treatment)
        return treatment.proposing(key)
    }

    @Test("too few cells or too small a volume are collected again; uncounted is too few")
    func minimum() {
        func count(_ change: @escaping (inout CollectionCount) -> Void) -> [Stop] {
            stops("packed") {
                $0.site?.minimumVolume = 100
                $0.replace("counted", .collectionCounted(changed(Treatment.count, change)))
            }
        }
        #expect(
            count {
                $0.cd3 = 0.5; $0.expectedCD3 = nil
            }.forbidding == [])
        #expect(
            count {
                $0.cd3 = 0.499; $0.expectedCD3 = nil
            }.forbidding == ["leukapheresis.minimum/CD3+ cells"])
        #expect(count { $0.nucleatedCells = 2 }.forbidding == [])
        #expect(count { $0.nucleatedCells = 1.99 }.forbidding == ["leukapheresis.minimum/nucleated cells"])
        #expect(count { $0.volume = 100 }.forbidding == [])
        #expect(count { $0.volume = 99 }.forbidding == ["leukapheresis.minimum/volume"])
        #expect(count { $0.cd3 = nil }.of("leukapheresis.minimum")?.isUnknown == true)
        let uncounted = stops("packed") { $0.remove("counted") }
        #expect(uncounted.of("leukapheresis.minimum")?.isUnknown == true)
        #expect(uncounted.of("leukapheresis.minimum")?.override == nil)
        let silent = stops("packed") {
            $0.label = StepLabels.cilta {
                $0.collection?.minimumCD3 = nil
                $0.collection?.minimumNucleated = nil
            }
        }
        #expect(silent.of("leukapheresis.minimum")?.isUnknown == true)
    }

    @Test("two collections add up, and a count that is corrected counts as corrected")
    func sum() {
        let second = changed(Treatment.count) { ($0.donation, $0.cd3, $0.expectedCD3) = ("DIN-2", 0.3, nil) }
        let low = changed(Treatment.count) { ($0.cd3, $0.expectedCD3) = (0.3, nil) }
        #expect(
            stops("packed") {
                $0.replace("counted", .collectionCounted(low))
                $0.replace("collected", .collectionCounted(second), by: Treatment.cellLab)
            }.forbidding == [])
        #expect(
            stops("packed") {
                $0.replace("collected", .collectionCounted(low), by: Treatment.cellLab)
            }.forbidding == [])
    }

    @Test("a share of CD3+ or a viability below the label's is too little")
    func shares() {
        func with(_ change: @escaping (inout Label.Version) -> Void) -> [String] {
            stops("packed") { $0.label = StepLabels.cilta(change) }.forbidding
        }
        // 3 of 8, 98 %.
        #expect(with { $0.collection?.minimumCD3Share = 0.375 } == [])
        #expect(
            with { $0.collection?.minimumCD3Share = 0.376 } == [
                "leukapheresis.minimum/DIN-1/CD3+ among nucleated cells"
            ])
        #expect(with { $0.collection?.minimumViability = 0.98 } == [])
        #expect(with { $0.collection?.minimumViability = 0.99 } == ["leukapheresis.minimum/DIN-1/viability"])
    }

    @Test(
        "a yield more than half away from what was expected warns",
        arguments: [(3.0, true), (1.99, false), (2.0, true), (6.0, true), (6.01, false)])
    func yield(expected: Double, isFine: Bool) {
        let count = changed(Treatment.count) { ($0.cd3, $0.expectedCD3) = (3, expected) }
        let stops = stops("packed") { $0.replace("counted", .collectionCounted(count)) }
        #expect(stops.forbidding == [])
        #expect(stops.warnings == (isFine ? [] : ["leukapheresis.yield/DIN-1"]))
    }

    @Test("fresh material that would arrive after its expiry, or has none, is not sent")
    func expiryWhenPacked() {
        func pack(_ expires: Double?) -> [String] {
            stops("packed") {
                $0.replace(
                    "packed", .packedOut(changed(Treatment.materialPack) { $0.expiresAt = expires.map(Treatment.time) })
                )
            }.forbidding
        }
        #expect(pack(-43.75) == [])
        #expect(pack(-43.76) == ["fresh-shipment.expiry/SH-1"])
        #expect(pack(nil) == ["fresh-shipment.expiry/SH-1"])
    }

    @Test("material past its expiry, by its label or by the product's, is not accepted")
    func expiryOnArrival() {
        func accept(_ expires: Double, hours: Double? = nil) -> [String] {
            stops("accepted") {
                $0.label = StepLabels.cilta { $0.collection?.expiryHours = hours }
                $0.replace(
                    "packed", .packedOut(changed(Treatment.materialPack) { $0.expiresAt = Treatment.time(expires) }))
            }.forbidding
        }
        #expect(accept(-43.7) == [])
        #expect(accept(-43.71) == ["fresh-shipment.expiry/SH-1"])
        // Collected on day -44.85, accepted on day -43.7: 27.6 h.
        #expect(accept(-40, hours: 27.7) == [])
        #expect(accept(-40, hours: 27.5) == ["fresh-shipment.expiry/SH-1"])
    }

    @Test(
        "a temperature outside the limits, unread or without limits locks the material away",
        arguments: [(2.0, true), (8.0, true), (1.9, false), (8.1, false), (nil, false)] as [(Double?, Bool)])
    func temperature(reading: Double?, isFine: Bool) {
        let stops = stops("accepted") {
            $0.replace("logged", .temperatureLogged(TemperatureReading(shipment: "SH-1", temperature: reading)))
        }
        #expect(stops.forbidding == (isFine ? [] : ["fresh-shipment.temperature/SH-1"]))
        if !isFine { #expect(stops.first?.isUnknown == (reading == nil)) }
    }

    @Test("one excursion is not undone by a later good reading; a logger that was never read is unknown")
    func excursion() {
        let later = stops("accepted") {
            $0.replace("logged", .temperatureLogged(TemperatureReading(shipment: "SH-1", temperature: 9)))
            $0.replace("to-factory", .temperatureLogged(TemperatureReading(shipment: "SH-1", temperature: 5)))
        }
        #expect(later.of("fresh-shipment.temperature") != nil)
        #expect(later.of("fresh-shipment.temperature")?.reasons.map(\.finding) == ["SH-1 was at 9 °C"])
        #expect(stops("accepted") { $0.remove("logged") }.of("fresh-shipment.temperature")?.isUnknown == true)
        let unlimited = stops("accepted") {
            $0.replace("packed", .packedOut(changed(Treatment.materialPack) { $0.highestTemperature = nil }))
        }
        #expect(unlimited.of("fresh-shipment.temperature")?.isUnknown == true)
        // It is not accepted, but it may be locked away.
        var treatment = Treatment.standard
        treatment.replace("logged", .temperatureLogged(TemperatureReading(shipment: "SH-1", temperature: 9)))
        let quarantine = MaterialAcceptance(
            accepted: false, batch: "B1", donation: "DIN-1", chainOfIdentity: Treatment.therapy,
            batchChainOfIdentity: Treatment.therapy)
        #expect(treatment.proposing(.materialAccepted(quarantine), by: Treatment.quality, at: -43.7).forbidding == [])
    }

    /// A treatment whose material travels frozen.
    private func frozen(_ curve: Bool? = true, _ change: (inout PackOut) -> Void = { _ in }) -> Treatment {
        var treatment = Treatment.standard
        treatment.label = StepLabels.cilta {
            $0.collection?.material = .frozen
            $0.collection?.expiryHours = nil
            $0.collection?.expiryMonths = 9
        }
        treatment.add(
            "frozen-A1", -44.79, .materialFrozen(Freezing(bags: ["A1"], curveInRange: curve)), Treatment.cellLab)
        var pack = Treatment.materialPack
        (pack.holdDays, pack.holdFactor, pack.transitDays) = (10, 0.8, 2)
        (pack.lowestTemperature, pack.highestTemperature) = (nil, -120)
        change(&pack)
        treatment.replace("packed", .packedOut(pack))
        treatment.replace("logged", .temperatureLogged(TemperatureReading(shipment: "SH-1", temperature: -180)))
        treatment.replace("slot", .slotChanged(treatment.slot("SLOT-1", startsAt: -42.5)))
        return treatment
    }

    @Test("a cooling curve out of range, or not read, stops frozen material")
    func curve() {
        #expect(frozen(true).proposing("packed").forbidding == [])
        #expect(frozen(false).proposing("packed").forbidding == ["freezing.cooling-curve/A1"])
        #expect(frozen(nil).proposing("packed").of("freezing.cooling-curve")?.isUnknown == true)
        #expect(frozen(false).proposing("accepted").forbidding == ["freezing.cooling-curve/A1"])
    }

    @Test("the hold of a dewar: 10 d × 0.6 = 6 d against 5 d of transit × 1.5 = 7.5 d is refused")
    func holdMargin() {
        func hold(_ days: Double?, _ factor: Double?, _ transit: Double) -> [Stop] {
            var treatment = frozen(true) { ($0.holdDays, $0.holdFactor, $0.transitDays) = (days, factor, transit) }
            treatment.replace("slot", .slotChanged(treatment.slot("SLOT-1", startsAt: -30)))
            return treatment.proposing("packed")
        }
        let refused = hold(10, 0.6, 5)
        #expect(refused.forbidding == ["freezing.hold-margin/SH-1"])
        #expect(refused.first?.reasons.first?.finding == "shipper cool box holds 10 d × 0.6 = 6 d")
        #expect(refused.first?.reasons.first?.threshold == "5 d of transit × 1.5 = 7.5 d are asked for")
        #expect(hold(10, 0.75, 5).forbidding == [])
        #expect(hold(10, 0.6, 4).forbidding == [])
        #expect(hold(nil, 0.6, 1).first?.isUnknown == true)
        #expect(hold(10, nil, 1).first?.isUnknown == true)
    }

    @Test("frozen material has no lower limit; warmer than its highest is locked away")
    func frozenTemperature() {
        #expect(frozen().proposing("accepted").forbidding == [])
        var warm = frozen()
        warm.replace("logged", .temperatureLogged(TemperatureReading(shipment: "SH-1", temperature: -119)))
        #expect(warm.proposing("accepted").forbidding == ["freezing.temperature/SH-1"])
    }

    @Test("frozen material is good for the label's months")
    func frozenExpiry() {
        var treatment = frozen { $0.expiresAt = nil }
        treatment.label = StepLabels.cilta {
            $0.collection?.material = .frozen
            $0.collection?.expiryHours = nil
            $0.collection?.expiryMonths = 0.03
        }
        // Collected on day -44.85, accepted on day -43.7; 0.03 months are 0.9 days.
        #expect(treatment.proposing("accepted").forbidding == ["freezing.expiry/SH-1"])
        #expect(frozen { $0.expiresAt = nil }.proposing("accepted").forbidding == [])
    }

    @Test("a batch begins on accepted material and a workstation cleared for it, with no other batch on it")
    func acceptance() {
        let quarantine = MaterialAcceptance(
            accepted: false, batch: "B1", donation: "DIN-1", chainOfIdentity: Treatment.therapy,
            batchChainOfIdentity: Treatment.therapy, detail: "warm")
        let locked = stops("started") { $0.replace("accepted", .materialAccepted(quarantine)) }
        #expect(locked.of("acceptance.material")?.finding == "the material of batch B1 is quarantined: warm")
        #expect(stops("started") { $0.remove("accepted") }.of("acceptance.material")?.isUnknown == true)
        #expect(stops("started") { $0.remove("cleared") }.of("acceptance.line-clearance")?.isUnknown == true)
        let busy = stops("started") {
            $0.replace(
                "to-factory",
                .lineCleared(LineClearance(batch: "B0", workstation: "WS1", chainOfIdentity: Treatment.therapy)))
            $0.replace("received", .batchStarted(BatchStart(batch: "B0", attempt: 1, cd3Input: 1)))
        }
        #expect(
            busy.of("acceptance.line-clearance")?.finding == "batch B0 is on workstation WS1; one batch a workstation")
    }
}
