import Care
import Testing

@Suite("Guideline: running orders")
struct RunningOrderTests {
    private func stops(_ bedside: Bedside, hour: Double, policy: ManagementPolicy = .asco2021) -> [String] {
        bedside.advice(hour: hour, policy: policy).compactMap { if case .stop(let id, _) = $0 { id } else { nil } }
    }

    private func place(_ drug: Drug, _ amount: Double, every hours: Double, on bedside: inout Bedside, hour: Double) {
        bedside.apply(
            .orderPlaced(
                Order(
                    id: drug.rawValue, drug: drug, amount: amount, unit: "mg", intervalHours: hours, reason: "",
                    source: "")), hour: hour)
    }

    @Test("A running corticosteroid is not proposed again, and is replaced only by a higher dose")
    func escalation() {
        var bedside = Bedside()
        bedside.assess(.adult(ice: 5), hour: 120)
        place(.dexamethasone, 10, every: 12, on: &bedside, hour: 120)
        #expect(bedside.proposal(.dexamethasone, hour: 121) == nil)
        bedside.assess(.adult(ice: 1), hour: 132)
        #expect(stops(bedside, hour: 132) == ["dexamethasone"])
        #expect(bedside.proposal(.dexamethasone, hour: 132)?.intervalHours == 6)
    }

    @Test("A corticosteroid without a taper stops when CRS and ICANS have been of grade 1 or less for a day")
    func end() {
        var policy = ManagementPolicy.asco2021
        policy.corticosteroidTaper = nil
        var bedside = Bedside()
        bedside.assess(.adult(ice: 5), hour: 120)
        place(.dexamethasone, 10, every: 12, on: &bedside, hour: 120)
        bedside.assess(.adult(ice: 8), hour: 132)
        #expect(stops(bedside, hour: 143, policy: policy).isEmpty)
        #expect(stops(bedside, hour: 144, policy: policy) == ["dexamethasone"])
    }

    @Test("Filgrastim: 5 µg/kg a day below 0.5 × 10⁹/L, from the policy's day, until 1.0")
    func filgrastim() throws {
        var bedside = Bedside(weight: 70)
        bedside.report(.neutrophils, 0.4, hour: 6.9 * 24)
        #expect(bedside.proposal(.filgrastim, hour: 6.9 * 24) == nil)
        let order = try #require(bedside.proposal(.filgrastim, hour: 7 * 24))
        #expect(order.amount == 350)
        #expect(order.unit == "ug")
        #expect(order.intervalHours == 24)
        bedside.report(.neutrophils, 0.5, hour: 8 * 24)
        #expect(bedside.proposal(.filgrastim, hour: 8 * 24) == nil)
        place(.filgrastim, 350, every: 24, on: &bedside, hour: 8 * 24)
        bedside.report(.neutrophils, 0.99, hour: 9 * 24)
        #expect(stops(bedside, hour: 9 * 24).isEmpty)
        bedside.report(.neutrophils, 1.0, hour: 10 * 24)
        #expect(stops(bedside, hour: 10 * 24) == ["filgrastim"])
    }

    @Test("Immunoglobulin: 0.4 g/kg below 4 g/L, at most every 28 days, and not without a new measurement")
    func immunoglobulin() {
        var bedside = Bedside(weight: 70)
        bedside.report(.immunoglobulinG, 4.0, hour: 24 * 60)
        #expect(bedside.proposal(.immunoglobulin, hour: 24 * 60) == nil)
        bedside.report(.immunoglobulinG, 3.9, hour: 24 * 60)
        #expect(bedside.proposal(.immunoglobulin, hour: 24 * 60)?.amount == 28)
        #expect(bedside.proposal(.immunoglobulin, hour: 24 * 60)?.unit == "g")
        bedside.give(.immunoglobulin, hour: 24 * 60)
        #expect(bedside.proposal(.immunoglobulin, hour: 24 * 90) == nil)
        bedside.report(.immunoglobulinG, 3.5, hour: 24 * 87)
        #expect(bedside.proposal(.immunoglobulin, hour: 24 * 87) == nil)
        #expect(bedside.proposal(.immunoglobulin, hour: 24 * 88) != nil)
    }

    @Test("Levetiracetam from the onset of ICANS to a week after the last sign; no adult dose for a child")
    func levetiracetam() {
        var bedside = Bedside()
        bedside.assess(.adult(ice: 8), hour: 120)
        #expect(bedside.proposal(.levetiracetam, hour: 120)?.amount == 750)
        place(.levetiracetam, 750, every: 12, on: &bedside, hour: 120)
        #expect(bedside.proposal(.levetiracetam, hour: 121) == nil)
        bedside.assess(.adult(), hour: 144)
        #expect(stops(bedside, hour: 144 + 6 * 24).isEmpty)
        #expect(stops(bedside, hour: 144 + 7 * 24) == ["levetiracetam"])
        var child = Bedside(age: 8, weight: 25)
        child.assess(.child(capd: 9), hour: 120)
        #expect(child.proposal(.levetiracetam, hour: 120) == nil)
    }

    @Test("No advice before infusion, nor after death")
    func outside() {
        var chart = Chart(therapy: "COI-1")
        chart.apply(.referralReceived(.sample()), at: Bedside.time(-100))
        chart.apply(.vitalsTaken(.set(39, pressure: 50)), at: Bedside.time(-50))
        #expect(Guideline.asco2021.advice(for: chart, at: Bedside.time(-50)).isEmpty)
        var bedside = Bedside()
        bedside.take(.set(39, vasopressors: 1), hour: 48)
        bedside.apply(.died(Death(cause: .crs)), hour: 49)
        #expect(bedside.advice(hour: 50).isEmpty)
        #expect(bedside.chart.activeOrders.isEmpty)
    }
}
