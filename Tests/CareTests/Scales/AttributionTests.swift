import Care
import Testing

@Suite("Fever hidden by drugs: what the grade rests on")
struct AttributionTests {
    private static let antipyretic = [Drug.paracetamol]
    private static let anticytokine = [Drug.tocilizumab, .siltuximab, .dexamethasone, .methylprednisolone, .anakinra]

    @Test(
        "After an antipyretic or anticytokine drug the organ signs are graded without fever as long as the episode lasts",
        arguments: antipyretic + anticytokine)
    func noLimit(drug: Drug) throws {
        var bedside = Bedside()
        bedside.take(.set(39, vasopressors: 1), hour: 48)
        bedside.give(drug, hour: 49)
        for hour in [60.0, 96, 144, 240] {
            bedside.take(.set(36.8, vasopressors: 1), hour: hour)
            #expect(bedside.chart.crsGrade == .grade3, "hour \(hour)")
        }
        let dose = try #require(bedside.chart.crs.reasons.first { $0.entry == .drugGiven })
        #expect(dose.at == Bedside.time(49))
        #expect(dose.finding.hasPrefix(drug.rawValue))
        bedside.take(.set(36.8), hour: 246)
        #expect(bedside.chart.crsGrade == .none)
        #expect(bedside.chart.crsEpisode?.resolved == Bedside.time(246))
    }

    @Test(
        "A drug before the first fever frees nothing: organ signs without fever are not CRS",
        arguments: [
            Drug.paracetamol, .tocilizumab, .dexamethasone,
        ])
    func beforeFever(drug: Drug) {
        var bedside = Bedside()
        bedside.give(drug, hour: 24)
        bedside.take(.set(37.9, vasopressors: 1), hour: 30)
        #expect(bedside.chart.crsGrade == .none)
        #expect(bedside.chart.crs.reasons.contains { $0.finding.contains("CRS begins with a fever") })
    }

    @Test("A drug of an episode that is over frees nothing in the next")
    func nextEpisode() {
        var bedside = Bedside()
        bedside.take(.set(39), hour: 48)
        bedside.give(.tocilizumab, hour: 49)
        bedside.take(.set(36.8), hour: 60)
        bedside.take(.set(38.5), hour: 60 + 73)
        #expect(bedside.chart.crsGrade == .grade1)
        #expect(bedside.chart.crsEpisodes.count == 2)
        bedside.take(.set(36.8, vasopressors: 1), hour: 60 + 73 + 25)
        #expect(bedside.chart.crsGrade == .none)
    }

    @Test("A fever that counts for 24 hours is named with its time")
    func heldFever() throws {
        var bedside = Bedside()
        bedside.take(.set(38.5), hour: 48)
        bedside.take(.set(37), hour: 60)
        let held = try #require(bedside.chart.crs.reasons.first { $0.finding.contains("24 hours") })
        #expect(held.at == Bedside.time(48))
        #expect(bedside.chart.crsGrade == .grade1)
    }

    @Test("A fever too late for CRS says why it is none, both sides of the day")
    func lateFever() {
        var early = Bedside()
        early.take(.set(38.5), hour: 30 * 24)
        #expect(early.chart.crsGrade == .grade1)
        var late = Bedside()
        late.take(.set(38.5), hour: 30 * 24 + 1)
        #expect(late.chart.crsGrade == .none)
        #expect(late.chart.crs.reasons.contains { $0.finding.contains("to day 30") })
    }

    @Test("The course tells onset, highest grade, end and length, each with its time")
    func course() {
        var bedside = Bedside()
        bedside.take(.set(38.2), hour: 48)
        bedside.take(.set(39, pressure: 60), hour: 60)
        bedside.take(.set(38.4), hour: 72)
        let open = bedside.chart.crsCourse(at: Bedside.time(84))
        #expect(open.map(\.finding) == ["onset on day 2", "highest: grade 2"])
        bedside.take(.set(37), hour: 120)
        let course = bedside.chart.crsCourse(at: Bedside.time(400))
        #expect(course.map(\.finding) == ["onset on day 2", "highest: grade 2", "resolved after 3 days"])
        #expect(course.map(\.at) == [48, 60, 120].map(Bedside.time))
        #expect(bedside.chart.crsEpisodes.first?.days(at: Bedside.time(400)) == 3)
    }

    @Test("Days as trials report them: first and last sign counted, whether or not a drug ended the fever")
    func reportedDays() {
        var untreated = Bedside()
        untreated.take(.set(38.5), hour: 48)
        untreated.take(.set(38.5), hour: 66)
        untreated.take(.set(37), hour: 72)
        // The fever counts on for a day: resolved, but no sign was found.
        untreated.take(.set(37), hour: 96)
        #expect(untreated.chart.crsEpisodes.first?.reportedDays == 1 + 18.0 / 24)
        var treated = Bedside()
        treated.take(.set(38.5), hour: 48)
        treated.take(.set(38.5), hour: 66)
        treated.give(.tocilizumab, hour: 67)
        treated.take(.set(37), hour: 72)
        #expect(treated.chart.crsEpisodes.first?.reportedDays == 1 + 18.0 / 24)
        // A sign that comes back within three days lengthens the episode.
        treated.take(.set(37, vasopressors: 1), hour: 102)
        #expect(treated.chart.crsEpisodes.first?.reportedDays == 1 + 54.0 / 24)
        var once = Bedside()
        once.take(.set(38.5), hour: 48)
        once.give(.tocilizumab, hour: 49)
        once.take(.set(37), hour: 54)
        #expect(once.chart.crsEpisodes.first?.reportedDays == 1)
    }
}
