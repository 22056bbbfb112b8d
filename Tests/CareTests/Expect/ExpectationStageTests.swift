import Testing

@testable import Care

@Suite("What to expect: stage")
struct ExpectationStageTests {
    @Test("with a chart the plan starts at today and marks what is behind", arguments: ExpectationPhase.allCases)
    func phases(phase: ExpectationPhase) throws {
        let plan = try Plan(try PlanSamples.figures(), chart: PlanSamples.chart(in: phase))
        #expect(plan.sections.map(\.phase) == ExpectationPhase.allCases)
        for section in plan.sections {
            let place: Plan.Place = section.phase < phase ? .behind : section.phase == phase ? .now : .ahead
            #expect(section.place == place, "\(section.phase)")
        }
        #expect(plan.today.first == "You are here: \(phase.title).")
        let text = plan.text()
        #expect(text.contains("Behind you") == (phase != .beforeCollection))
        if phase > .collection { #expect(!text.contains("Lips or fingers may tingle")) }
    }

    @Test("without a chart all is ahead")
    func noChart() throws {
        let plan = try Plan(try PlanSamples.figures())
        #expect(plan.sections.allSatisfy { $0.place == .ahead } && plan.today.isEmpty)
    }

    @Test("time only moves forward: no later day has an earlier phase, and each starts on its day")
    func days() {
        var last = ExpectationPhase.infusionDay
        for day in 0...6_000 {
            let phase = ExpectationPhase(day: day)
            #expect(phase >= last)
            if phase != last { #expect(phase.firstDay == day) }
            last = phase
        }
        #expect(last == .years2to15)
        let starts = [
            (0, ExpectationPhase.infusionDay), (1, .firstWeek), (7, .firstWeek), (8, .weeks2to4), (28, .weeks2to4),
            (29, .months2to3), (90, .months2to3), (91, .months4to12), (365, .months4to12), (366, .years2to15),
        ]
        for (day, phase) in starts { #expect(ExpectationPhase(day: day) == phase, "day \(day)") }
    }

    @Test("rules carry their last day once the day of the cells is known, and end with it")
    func dates() throws {
        let figures = try PlanSamples.figures(PlanSamples.label(driving: 8))
        let plan = try Plan(figures, chart: PlanSamples.chart(in: .firstWeek))
        let you = try #require(plan.section(.firstWeek)).you.map(\.text)
        #expect(you.contains("Do not drive or use risky tools for 8 weeks after the cells, until 26 April 2026."))
        #expect(you.contains { $0.contains("for 4 weeks after the cells, until 29 March 2026.") })
        // Eight weeks reach into month 2, four do not; two weeks end before day 29.
        let later = try #require(plan.section(.months2to3)).you.map(\.text)
        #expect(later.contains { $0.contains("drive") } && !later.contains { $0.contains("Stay near") })
        let short = try Plan(try PlanSamples.figures(PlanSamples.label(driving: 2)))
        #expect(try !#require(short.section(.months2to3)).you.contains { $0.text.contains("drive") })
        #expect(plan.today.contains("The cells were given on 1 March 2026, 1 day ago."))
    }

    @Test("days are those of the calendar: late in the evening, the next morning is day 1")
    func calendar() throws {
        var chart = Chart(therapy: "COI-1")
        let evening = try Instant(iso8601: "2026-03-01T23:00:00+01:00")
        chart.apply(PlanSamples.infused, at: evening)
        func phase(_ time: String) throws -> String? {
            try Plan(try PlanSamples.figures(), chart: (chart, at: Instant(iso8601: time))).today.first
        }
        #expect(try phase("2026-03-01T23:50:00+01:00") == "You are here: The day of the cells.")
        #expect(try phase("2026-03-02T06:00:00+01:00") == "You are here: Week 1.")
    }

    @Test("there is no plan after death, after the therapy ended, without admission, or for another product")
    func refusals() throws {
        let figures = try PlanSamples.figures()
        func refusal(_ event: Event, in phase: ExpectationPhase) -> NoExpectation? {
            var (chart, at) = PlanSamples.chart(in: phase)
            chart.apply(event, at: at)
            do throws(NoExpectation) { _ = try Plan(figures, chart: (chart, at: at)) } catch { return error }
            return nil
        }
        #expect(refusal(.died(Death(cause: .disease)), in: .months2to3) == .died)
        #expect(
            refusal(.therapyCancelled(Cancellation(reason: .progression, detail: "d")), in: .waiting)
                == .cancelled(.progression))
        #expect(
            refusal(
                .eligibilityAssessed(EligibilityAssessment(eligible: false, reasons: ["r"], productVersion: "p@1")),
                in: .beforeCollection) == .notEligible)
        let order = { ProductOrder(product: $0, productVersion: "v", chainOfIdentity: "COI-1") }
        #expect(
            refusal(.productOrdered(order("other-cel")), in: .waiting)
                == .otherProduct(asked: "samplecel-autoleucel", ordered: "other-cel"))
        #expect(refusal(.productOrdered(order("samplecel-autoleucel")), in: .waiting) == nil)
    }

    @Test("a training or a simulated record is told from a real patient's; relapse is said")
    func kinds() throws {
        let figures = try PlanSamples.figures()
        let chart = PlanSamples.chart(in: .months2to3)
        #expect(try Plan(figures, chart: chart, subject: .training).today[0].hasPrefix("TRAINING"))
        let simulated = SubjectKind.simulated(study: "s", seed: 1, patient: 1)
        #expect(try Plan(figures, chart: chart, subject: simulated).today[0].hasPrefix("SIMULATED"))
        #expect(try Plan(figures, chart: chart).today[0].hasPrefix("You are here"))
        var relapsed = chart
        relapsed.0.apply(.progressionReported(Progression(relapse: true)), at: chart.at)
        #expect(try Plan(figures, chart: relapsed).today.contains { $0.contains("come back or grown") })
    }
}
