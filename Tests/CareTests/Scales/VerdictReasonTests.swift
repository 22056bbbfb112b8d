import Care
import Testing

@Suite("Every verdict says what it rests on")
struct VerdictReasonTests {
    /// Kind and time of an entry.
    private struct Key: Hashable {
        var type: EventType
        var at: Instant
    }

    /// A patient's random course: everything that moves a grade, and some that does not.
    static func events(seed: UInt64) -> [(event: Event, hour: Double)] {
        var cases = RandomCases(seed: seed)
        var events: [(event: Event, hour: Double)] = []
        for step in 1...60 {
            let hour = Double(step) * 5
            var neurology = cases.neurology()
            if Int.random(in: 0..<8, using: &cases) == 0 { neurology.otherCause = true }
            if Int.random(in: 0..<4, using: &cases) == 0 { neurology.capd = Int.random(in: 0...32, using: &cases) }
            var vitals = cases.vitals()
            if Int.random(in: 0..<12, using: &cases) == 0 { vitals.otherCause = true }
            events.append((.vitalsTaken(vitals), hour))
            events.append((.neurologyAssessed(neurology), hour + 0.5))
            switch Int.random(in: 0..<10, using: &cases) {
            case 0:
                events.append((dose(.tocilizumab), hour + 1))
            case 1: events.append((dose(.dexamethasone), hour + 1))
            case 2: events.append((dose(.paracetamol), hour + 1))
            case 3: events.append((.crsGraded(CRSGrading(grade: cases.crsGrade())), hour + 1.5))
            case 4: events.append((.icansGraded(ICANSGrading(grade: cases.icansGrade())), hour + 1.5))
            default: break
            }
        }
        if seed % 4 == 0 { events.append((.died(Death(cause: seed % 8 == 0 ? .crs : .neurotoxicity)), 310)) }
        return events
    }

    private static func dose(_ drug: Drug) -> Event {
        .drugGiven(DrugAdministration(drug: drug, amount: 1, unit: "mg", minutes: 0))
    }

    @Test("Each reason points to an entry of its kind and time, with its source, in every state", arguments: 0..<40)
    func pointed(seed: UInt64) {
        let age = seed % 3 == 0 ? 7.0 : 60
        var bedside = Bedside(age: age)
        var written: Set<Key> = [
            Key(type: .referralReceived, at: Bedside.time(-1000)), Key(type: .infusionCompleted, at: Bedside.infusion),
        ]
        for (event, hour) in Self.events(seed: seed) {
            bedside.apply(event, hour: hour)
            written.insert(Key(type: event.type, at: Bedside.time(hour)))
            let chart = bedside.chart
            #expect(!chart.crs.reasons.isEmpty)
            #expect(!chart.icans.reasons.isEmpty)
            let course = chart.crsCourse(at: Bedside.time(hour)) + chart.icansCourse(at: Bedside.time(hour))
            let team = [chart.crsAgreement.reason, chart.icansAgreement.reason].compactMap { $0 }
            for reason in chart.crs.reasons + chart.icans.reasons + course + team {
                #expect(!reason.source.isEmpty)
                guard let entry = reason.entry else {
                    Issue.record("no entry: \(reason)")
                    continue
                }
                #expect(written.contains(Key(type: entry, at: reason.at)), "\(reason) \(entry)")
            }
        }
    }

    @Test("A grade has a reason that names it, or a sign of it", arguments: 0..<20)
    func named(seed: UInt64) {
        var bedside = Bedside()
        for (event, hour) in Self.events(seed: seed) where event.type != .died {
            bedside.apply(event, hour: hour)
            let (crs, icans) = (bedside.chart.crs, bedside.chart.icans)
            if crs.grade >= .grade2 {
                #expect(crs.reasons.contains { $0.finding.contains(crs.grade.words) }, "\(crs)")
            }
            if icans.grade >= .grade1 {
                #expect(icans.reasons.contains { $0.finding.contains(icans.grade.words) }, "\(icans)")
            }
        }
    }

    @Test("Before an infusion the verdict says so, and an empty chart has nothing to point to")
    func beforeInfusion() {
        var chart = Chart(therapy: "COI-1")
        #expect(chart.crs.reasons.isEmpty)
        chart.apply(.referralReceived(.sample()), at: Bedside.time(-24))
        #expect(chart.crs.reasons.map(\.entry) == [.referralReceived])
        #expect(chart.icans.reasons.map(\.at) == [Bedside.time(-24)])
    }
}

extension RandomCases {
    mutating func crsGrade() -> CRSGrade { CRSGrade(rawValue: Int.random(in: 0...4, using: &self)) ?? .none }
    mutating func icansGrade() -> ICANSGrade { ICANSGrade(rawValue: Int.random(in: 0...4, using: &self)) ?? .none }
}
