import Testing

@testable import Care

@Suite("What is due")
struct DueTests {
    private func due(_ bedside: Bedside, day: Double) -> [String: DueItem] {
        let items = bedside.chart.due(at: Bedside.time(day * 24))
        return Dictionary(items.map { ($0.series.trimmingSuffix("/"), $0) }) { first, _ in first }
    }

    @Test("In hospital vital signs every 6 h, at home every 12 h, ICE twice a day, laboratory daily")
    func daily() throws {
        var bedside = Bedside()
        bedside.take(.set(), hour: 48)
        bedside.assess(.adult(), hour: 48)
        bedside.report(.crp, 20, hour: 48)
        bedside.report(.ferritin, 900, hour: 48)
        #expect(due(bedside, day: 2)["vital-signs"]?.at == Bedside.time(60))
        #expect(due(bedside, day: 2)["ice"]?.at == Bedside.time(60))
        #expect(due(bedside, day: 2)["crp-ferritin"]?.at == Bedside.time(72))
        bedside.apply(.admitted(Admission(unit: .ward, reason: "fever")), hour: 49)
        let vitals = try #require(due(bedside, day: 2.2)["vital-signs"])
        #expect(vitals.at == Bedside.time(54))
        #expect(!vitals.isOverdue)
        #expect(due(bedside, day: 2.3)["vital-signs"]?.isOverdue == true)
    }

    @Test("Daily monitoring ends after day 14 at home, not in hospital")
    func endOfDailyMonitoring() {
        var bedside = Bedside()
        #expect(due(bedside, day: 14)["ice"] != nil)
        #expect(due(bedside, day: 14.1)["ice"] == nil)
        bedside.apply(.admitted(Admission(unit: .ward, reason: "fever")), hour: 15 * 24)
        #expect(due(bedside, day: 20)["ice"] != nil)
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

    /// The day on which the next item of a series is due, from the infusion.
    private func day(_ item: DueItem?) -> Int? {
        item?.window.map { Day(of: $0.due).daysSince1970 - Day(of: Bedside.infusion).daysSince1970 }
    }

    @Test("A visit stays due until the patient is seen in its window")
    func visits() {
        var bedside = Bedside()
        #expect(day(due(bedside, day: 29)["visit"]) == 28)
        #expect(due(bedside, day: 28)["visit"]?.status == .due)
        #expect(due(bedside, day: 29)["visit"]?.isOverdue == true)
        bedside.apply(.followUpVisited(FollowUpVisit(visit: "week 3")), hour: 21 * 24)
        #expect(day(due(bedside, day: 29)["visit"]) == 28)
        bedside.apply(.followUpVisited(FollowUpVisit(visit: "month 1")), hour: 26 * 24)
        #expect(due(bedside, day: 29)["visit"]?.id == "visit/month-2")
        bedside.take(.set(), hour: 14 * 365 * 24)
        #expect(due(bedside, day: 14.1 * 365)["visit"]?.id == "visit/year-15")
        bedside.take(.set(), hour: 15 * 365 * 24)
        #expect(due(bedside, day: 15.1 * 365)["visit"] == nil)
    }

    @Test(
        "Response is assessed on the days of the disease, until progression",
        arguments: [
            ("large B-cell lymphoma", ["day-28", "month-3", "month-6", "year-1"]),
            ("B-cell acute lymphoblastic leukaemia", ["day-28", "month-3", "month-6", "month-9", "year-1"]),
            ("chronic lymphocytic leukaemia", ["day-28", "month-3", "month-6", "year-1"]),
            (
                "multiple myeloma",
                ["day-28", "day-56", "day-84", "day-112", "day-140", "month-6", "year-1"]
            ),
        ])
    func response(disease: String, times: [String]) throws {
        var bedside = Bedside()
        var referral = Referral.sample()
        referral.disease = disease
        bedside.apply(.referralReceived(referral), hour: -999)
        var met: [String] = []
        var today = 1.0
        while let item = due(bedside, day: today)["response"], met.count < 10 {
            met.append(String(item.id.dropFirst("response/".count)))
            let at = try #require(item.at)
            bedside.apply(
                .responseAssessed(
                    ResponseAssessment(response: .complete, criteria: "", burdenRatio: 0)),
                hour: at.hours(since: Bedside.infusion))
            today = at.days(since: Bedside.infusion)
        }
        #expect(met == times)
        var progressed = Bedside()
        progressed.apply(.progressionReported(Progression(relapse: false)), hour: 20 * 24)
        #expect(due(progressed, day: 28)["response"] == nil)
    }

    @Test("IgG monthly to month 6, then every three months; B cells until they are back")
    func immunity() {
        var bedside = Bedside()
        bedside.report(.immunoglobulinG, 6, hour: 60 * 24)
        bedside.apply(.labReported(LabResult(.bCells, 10, belowDetection: true)), hour: 90 * 24)
        #expect(due(bedside, day: 100)["igg"]?.at == Bedside.time(88 * 24))
        #expect(due(bedside, day: 181)["igg"]?.at == Bedside.time(151 * 24))
        #expect(due(bedside, day: 100)["b-cells"]?.at == Bedside.time(181 * 24))
        bedside.report(.bCells, 40, hour: 180 * 24)
        #expect(due(bedside, day: 181)["b-cells"] == nil)
    }

    @Test("Soonest first, and nothing after death")
    func order() {
        var bedside = Bedside()
        bedside.take(.set(), hour: 48)
        let items = bedside.chart.due(at: Bedside.time(50))
        #expect(items.compactMap(\.at) == items.compactMap(\.at).sorted())
        #expect(items.count > 5)
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
        let due = Chart(of: SmallJournal.make(), at: instant).due(at: instant)
        #expect(due.first { $0.id == "preparation/next-step" }?.what == next)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
