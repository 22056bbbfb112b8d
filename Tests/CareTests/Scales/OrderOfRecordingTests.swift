import Care
import Testing

@Suite("The journal's order of writing, and what is none of a grade's business")
struct OrderOfRecordingTests {
    /// A journal of events, written in this order.
    private func journal(_ events: [(event: Event, hour: Double)]) -> Journal {
        var journal = Journal(therapy: "COI-1", subject: .training)
        for (event, hour) in events {
            journal.record(event, by: SmallJournal.nurse, at: Bedside.time(hour), recordedAt: Bedside.time(10_000))
        }
        return journal
    }

    private func course(seed: UInt64) -> [(event: Event, hour: Double)] {
        let start: [(event: Event, hour: Double)] = [
            (.referralReceived(.sample(age: seed % 2 == 0 ? 9 : 60)), -1000),
            (
                .infusionCompleted(
                    Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)), 0
            ),
        ]
        return start + VerdictReasonTests.events(seed: seed)
    }

    @Test("The same entries written in any order give the same chart in every part", arguments: 0..<20)
    func permuted(seed: UInt64) {
        var cases = RandomCases(seed: seed &+ 1000)
        let events = course(seed: seed)
        let written = Chart(of: journal(events))
        let shuffled = Chart(of: journal(events.shuffled(using: &cases)))
        #expect(shuffled.crs == written.crs)
        #expect(shuffled.icans == written.icans)
        #expect(shuffled.crsEpisodes == written.crsEpisodes)
        #expect(shuffled.icansEpisodes == written.icansEpisodes)
        #expect(shuffled.crsAgreement == written.crsAgreement)
        #expect(shuffled.due(at: Bedside.time(320)) == written.due(at: Bedside.time(320)))
        // All of the chart, but for the entries' numbers, which tell the order of writing.
        #expect(Self.withoutNumbers(shuffled) == Self.withoutNumbers(written))
    }

    private static func withoutNumbers(_ chart: Chart) -> String {
        "\(chart)".replacing(/entry: Optional\(\d+\)/, with: "entry")
    }

    @Test("An entry that has nothing to do with it changes no grade, reason or episode", arguments: 0..<20)
    func unrelated(seed: UInt64) {
        var cases = RandomCases(seed: seed &+ 2000)
        let events = course(seed: seed)
        let others: [Event] = [
            .labReported(LabResult(.ferritin, 12_000)), .followUpVisited(FollowUpVisit(visit: "week 1")),
            .infectionReported(Infection(grade: 3, description: "pneumonia")),
            .admitted(Admission(unit: .ward, reason: "fever")),
            .drugGiven(DrugAdministration(drug: .immunoglobulin, amount: 28, unit: "g", minutes: 240)),
            .responseAssessed(ResponseAssessment(response: .partial, criteria: "Lugano 2014", burdenRatio: 0.4)),
        ]
        let plain = Chart(of: journal(events))
        for other in others {
            var more = events
            more.insert(
                (other, Double.random(in: 1...305, using: &cases)), at: Int.random(in: 0...events.count, using: &cases))
            let chart = Chart(of: journal(more))
            #expect(chart.crs == plain.crs, "\(other)")
            #expect(chart.icans == plain.icans, "\(other)")
            #expect(chart.crsEpisodes == plain.crsEpisodes)
            #expect(chart.icansEpisodes == plain.icansEpisodes)
        }
    }

    @Test("A worse finding never lowers the ICANS grade, at any age", arguments: 0..<30)
    func monotone(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        for age in [5.0, 11, 12, 60] {
            var bedside = Bedside(age: age)
            for step in 1...30 {
                let hour = 24 + Double(step) * 6
                var now = cases.neurology()
                if Bool.random(using: &cases) { now.capd = Int.random(in: 0...32, using: &cases) }
                for worse in Self.worse(than: now) {
                    var other = bedside
                    other.assess(worse, hour: hour)
                    var same = bedside
                    same.assess(now, hour: hour)
                    #expect(other.chart.icansGrade >= same.chart.icansGrade, "\(now) \(worse)")
                }
                bedside.assess(now, hour: hour)
            }
        }
    }

    /// Each axis one step worse, where it can be.
    private static func worse(than now: NeurologicalAssessment) -> [NeurologicalAssessment] {
        var all: [NeurologicalAssessment] = []
        func add(_ change: (inout NeurologicalAssessment) -> Void) {
            var worse = now
            change(&worse)
            all.append(worse)
        }
        if let ice = now.ice { add { $0.ice = ICEScore(max(0, ice.rawValue - 1)) } }
        if let capd = now.capd { add { $0.capd = min(32, capd + 1) } }
        if let level = now.consciousness?.rawValue, level < 4 { add { $0.consciousness = .init(rawValue: level + 1) } }
        if let seizure = now.seizure?.rawValue, seizure < 2 { add { $0.seizure = .init(rawValue: seizure + 1) } }
        if let oedema = now.oedema?.rawValue, oedema < 2 { add { $0.oedema = .init(rawValue: oedema + 1) } }
        if now.focalWeakness == false { add { $0.focalWeakness = true } }
        return all
    }
}
