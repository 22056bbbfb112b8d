import Care
import Testing

@Suite("What is due")
struct DueTests {
    private func due(_ bedside: Bedside, day: Double) -> [String: DueItem] {
        let items = bedside.chart.due(at: Bedside.time(day * 24))
        return Dictionary(items.map { ($0.what, $0) }) { first, _ in first }
    }

    @Test("In hospital vital signs every 6 h, at home every 12 h, ICE twice a day, laboratory daily")
    func daily() throws {
        var bedside = Bedside()
        bedside.take(.set(), hour: 48)
        bedside.assess(.adult(), hour: 48)
        bedside.report(.crp, 20, hour: 48)
        #expect(due(bedside, day: 2)["vital signs"]?.at == Bedside.time(60))
        #expect(due(bedside, day: 2)["ICE score"]?.at == Bedside.time(60))
        #expect(due(bedside, day: 2)["blood count, CRP, ferritin"]?.at == Bedside.time(72))
        bedside.apply(.admitted(Admission(unit: .ward, reason: "fever")), hour: 49)
        let vitals = try #require(due(bedside, day: 2.2)["vital signs"])
        #expect(vitals.at == Bedside.time(54))
        #expect(!vitals.isOverdue)
        #expect(due(bedside, day: 2.3)["vital signs"]?.isOverdue == true)
    }

    @Test("Daily monitoring ends after day 14 at home, not in hospital")
    func endOfDailyMonitoring() {
        var bedside = Bedside()
        #expect(due(bedside, day: 14)["ICE score"] != nil)
        #expect(due(bedside, day: 14.1)["ICE score"] == nil)
        bedside.apply(.admitted(Admission(unit: .ward, reason: "fever")), hour: 15 * 24)
        #expect(due(bedside, day: 20)["ICE score"] != nil)
    }

    @Test("The next dose of a running order")
    func doses() {
        var bedside = Bedside()
        bedside.apply(
            .orderPlaced(
                Order(
                    id: "O1", drug: .dexamethasone, amount: 10, unit: "mg", intervalHours: 6, reason: "CRS grade 3",
                    source: "")), hour: 48)
        bedside.give(.dexamethasone, hour: 49)
        let item = bedside.chart.due(at: Bedside.time(50)).first { $0.what.contains("dexamethasone") }
        #expect(item?.at == Bedside.time(55))
        #expect(item?.reason == "CRS grade 3")
    }

    @Test("A visit stays due until the patient is seen in its window")
    func visits() {
        var bedside = Bedside()
        #expect(due(bedside, day: 29)["visit"]?.at == Bedside.time(28 * 24))
        #expect(due(bedside, day: 29)["visit"]?.isOverdue == true)
        bedside.apply(.followUpVisited(FollowUpVisit(visit: "week 3")), hour: 21 * 24)
        #expect(due(bedside, day: 29)["visit"]?.at == Bedside.time(28 * 24))
        bedside.apply(.followUpVisited(FollowUpVisit(visit: "month 1")), hour: 26 * 24)
        #expect(due(bedside, day: 29)["visit"]?.at == Bedside.time(60 * 24))
        bedside.take(.set(), hour: 14 * 365 * 24)
        #expect(due(bedside, day: 14.1 * 365)["visit"]?.at == Bedside.time(15 * 365 * 24))
        bedside.take(.set(), hour: 15 * 365 * 24)
        #expect(due(bedside, day: 15.1 * 365)["visit"] == nil)
    }

    @Test("Response is assessed on day 28, 90, 180 and 365 in lymphoma, until progression")
    func response() {
        var bedside = Bedside()
        var days: [Double] = []
        while let item = due(bedside, day: 1)["response assessment"], days.count < 10 {
            let day = item.at.days(since: Bedside.infusion)
            days.append(day)
            bedside.apply(
                .responseAssessed(
                    ResponseAssessment(response: .complete, criteria: "Lugano 2014", burdenRatio: 0)), hour: day * 24)
        }
        #expect(days == [28, 90, 180, 365])
        var progressed = Bedside()
        progressed.apply(.progressionReported(Progression(relapse: false)), hour: 20 * 24)
        #expect(due(progressed, day: 28)["response assessment"] == nil)
    }

    @Test("IgG monthly to month 6, then every three months; B cells until they are back")
    func immunity() {
        var bedside = Bedside()
        bedside.report(.immunoglobulinG, 6, hour: 60 * 24)
        bedside.apply(.labReported(LabResult(.bCells, 10, belowDetection: true)), hour: 90 * 24)
        #expect(due(bedside, day: 100)["IgG"]?.at == Bedside.time(88 * 24))
        #expect(due(bedside, day: 181)["IgG"]?.at == Bedside.time(151 * 24))
        #expect(due(bedside, day: 100)["B cells"]?.at == Bedside.time(181 * 24))
        bedside.report(.bCells, 40, hour: 180 * 24)
        #expect(due(bedside, day: 181)["B cells"] == nil)
    }

    @Test("Soonest first, and nothing after death")
    func order() {
        var bedside = Bedside()
        bedside.take(.set(), hour: 48)
        let items = bedside.chart.due(at: Bedside.time(50))
        #expect(items.map(\.at) == items.map(\.at).sorted())
        bedside.apply(.died(Death(cause: .infection)), hour: 60)
        #expect(bedside.chart.due(at: Bedside.time(61)).isEmpty)
    }

    @Test(
        "Before infusion the next step is due",
        arguments: [
            (-40.0, "eligibility assessment"), (-38, "consent"), (-37, "leukapheresis"),
            (-30, "shipment to manufacture"),
            (-28, "release of the product"), (-12, "fitness check and lymphodepletion"),
            (-5, "identity check by two people"), (-0.1, "infusion"),
        ])
    func beforeInfusion(day: Double, next: String) {
        let instant = Bedside.time(day * 24)
        #expect(Chart(of: SmallJournal.make(), at: instant).due(at: instant).map(\.what) == [next])
    }
}
