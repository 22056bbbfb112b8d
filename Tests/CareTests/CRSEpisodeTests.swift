import Care
import Testing

@Suite("The course of CRS")
struct CRSEpisodeTests {
    @Test("After tocilizumab fever is no longer needed: one vasopressor without fever is grade 3 (T4)")
    func afterTocilizumab() {
        var bedside = Bedside()
        bedside.take(.set(39, vasopressors: 1), hour: 48)
        bedside.give(.tocilizumab, hour: 49)
        bedside.take(.set(36.8, vasopressors: 1), hour: 61)
        #expect(bedside.chart.crsGrade == .grade3)
        #expect(bedside.chart.crs.reasons.contains { $0.finding.contains("anticytokine") })
    }

    @Test(
        "After tocilizumab or a corticosteroid, the patient without any sign is at grade 0",
        arguments: [Drug.tocilizumab, .dexamethasone, .methylprednisolone, .anakinra])
    func resolution(drug: Drug) {
        var bedside = Bedside()
        bedside.take(.set(39, vasopressors: 1), hour: 48)
        bedside.give(drug, hour: 49)
        bedside.take(.set(36.8), hour: 61)
        #expect(bedside.chart.crsGrade == .none)
        #expect(bedside.chart.crsEpisode?.resolved == Bedside.time(61))
    }

    @Test("Paracetamol hides fever but ends no CRS: organ signs count beyond the 24 hours that a fever counts")
    func afterParacetamol() {
        var treated = Bedside()
        treated.take(.set(39, vasopressors: 1), hour: 48)
        var untreated = treated
        treated.give(.paracetamol, hour: 49)
        treated.take(.set(36.8), hour: 60)
        #expect(treated.chart.crsGrade == .grade1)
        for hour in [73.0, 80] { treated.take(.set(36.8, vasopressors: 1), hour: hour) }
        #expect(treated.chart.crsGrade == .grade3)
        untreated.take(.set(36.8, vasopressors: 1), hour: 73)
        #expect(untreated.chart.crsGrade == .none)
    }

    @Test("A fever counts for 24 hours, so a dip between two readings ends nothing")
    func feverHold() {
        var bedside = Bedside()
        bedside.take(.set(38.5), hour: 48)
        bedside.take(.set(37.5), hour: 72)
        #expect(bedside.chart.crsGrade == .grade1)
        bedside.take(.set(37.5), hour: 72.1)
        #expect(bedside.chart.crsGrade == .none)
    }

    @Test("The episode keeps its onset, highest grade and end")
    func episode() throws {
        var bedside = Bedside()
        bedside.take(.set(37.5), hour: 24)
        bedside.take(.set(38.2), hour: 48)
        bedside.take(.set(39, pressure: 60), hour: 60)
        bedside.take(.set(38.4), hour: 72)
        #expect(bedside.chart.crsEpisode?.resolved == nil)
        bedside.take(.set(37), hour: 120)
        let episode = try #require(bedside.chart.crsEpisode)
        #expect(episode.onset == Bedside.time(48))
        #expect(episode.peak == .grade2)
        #expect(episode.resolved == Bedside.time(120))
    }

    @Test("Signs that return within three days belong to the episode")
    func recurrence() {
        var bedside = Bedside()
        bedside.take(.set(38.5), hour: 48)
        bedside.give(.tocilizumab, hour: 49)
        bedside.take(.set(36.8), hour: 60)
        bedside.take(.set(38.1), hour: 100)
        #expect(bedside.chart.crsGrade == .grade1)
        #expect(bedside.chart.crsEpisode?.resolved == nil)
    }

    @Test("A first fever is CRS to day 30, a fever after a resolved episode to day 14")
    func late() {
        func grade(first: [Double], then day: Double) -> CRSGrade {
            var bedside = Bedside()
            for onset in first {
                bedside.take(.set(38.5), hour: onset * 24)
                bedside.give(.tocilizumab, hour: onset * 24 + 1)
                bedside.take(.set(36.8), hour: onset * 24 + 12)
            }
            bedside.take(.set(38.5), hour: day * 24)
            return bedside.chart.crsGrade
        }
        #expect(grade(first: [], then: 30) == .grade1)
        #expect(grade(first: [], then: 30.1) == .none)
        #expect(grade(first: [2], then: 14) == .grade1)
        #expect(grade(first: [2], then: 14.1) == .none)
    }
}

@Suite("What was not measured")
struct UnknownSignsTests {
    @Test("A set without blood pressure or oxygen is graded by what is known and names what is not")
    func incomplete() {
        var bedside = Bedside()
        bedside.take(VitalSigns(temperature: 38.4), hour: 48)
        #expect(bedside.chart.crsGrade == .grade1)
        #expect(bedside.chart.crs.unknown == ["blood pressure or vasopressors", "oxygen support"])
    }

    @Test("A normal pressure is not known to be normal while nobody says whether a vasopressor holds it")
    func vasopressorsUnknown() {
        var bedside = Bedside()
        bedside.take(VitalSigns(temperature: 38.4, meanArterialPressure: 80, oxygen: .roomAir), hour: 48)
        #expect(bedside.chart.crs.unknown == ["blood pressure or vasopressors"])
    }

    @Test("A sign that was not measured again counts as last seen: a set with the heart rate alone resolves nothing")
    func carried() {
        var bedside = Bedside()
        bedside.take(.set(39, oxygen: .highFlow, vasopressors: 1), hour: 48)
        bedside.give(.tocilizumab, hour: 49)
        bedside.take(VitalSigns(heartRate: 80), hour: 96)
        #expect(bedside.chart.crsGrade == .grade3)
        #expect(bedside.chart.crsEpisode?.resolved == nil)
        bedside.take(VitalSigns(temperature: 36.8, oxygen: .roomAir), hour: 97)
        #expect(bedside.chart.crsGrade == .grade3)
        #expect(
            bedside.chart.crs.reasons.contains { $0.finding.contains("hypotension of grade 3, not measured since") })
        bedside.take(.set(36.8), hour: 98)
        #expect(bedside.chart.crsGrade == .none)
    }

    @Test("A low pressure alone does not lower the grade of a patient who was last on a vasopressor")
    func pressureAlone() {
        var bedside = Bedside()
        bedside.take(.set(39, vasopressors: 1), hour: 48)
        bedside.take(VitalSigns(temperature: 39, meanArterialPressure: 60, oxygen: .roomAir), hour: 49)
        #expect(bedside.chart.crsGrade == .grade3)
        #expect(bedside.chart.crs.unknown == ["blood pressure or vasopressors"])
        bedside.take(.set(39, pressure: 60), hour: 50)
        #expect(bedside.chart.crsGrade == .grade2)
    }

    @Test("Once no vasopressor runs, hypotension is of grade 2 at the most until the pressure is known")
    func pressureUnknown() {
        var bedside = Bedside()
        bedside.take(.set(39, vasopressors: 2), hour: 48)
        bedside.take(VitalSigns(temperature: 39, oxygen: .roomAir, vasopressors: 0), hour: 49)
        #expect(bedside.chart.crsGrade == .grade2)
        #expect(bedside.chart.crs.unknown == ["blood pressure or vasopressors"])
    }

    @Test("An assessment without the ICE score keeps the last one, and says so")
    func neurology() {
        var bedside = Bedside()
        bedside.assess(.adult(ice: 5), hour: 120)
        bedside.assess(NeurologicalAssessment(consciousness: .spontaneous), hour: 132)
        #expect(bedside.chart.icansGrade == .grade2)
        #expect(bedside.chart.icans.unknown == ["ICE score", "seizures", "focal weakness"])
        bedside.assess(.adult(ice: 10), hour: 144)
        #expect(bedside.chart.icansGrade == .none)
        #expect(bedside.chart.icans.unknown.isEmpty)
    }

    @Test("Oedema stays until imaging shows it gone; a seizure counts for the assessment that saw it")
    func oedemaAndSeizure() {
        var bedside = Bedside()
        bedside.assess(.adult(seizure: .brief, oedema: .focal), hour: 120)
        bedside.assess(NeurologicalAssessment(ice: ICEScore(10), consciousness: .spontaneous), hour: 132)
        #expect(bedside.chart.icansGrade == .grade3)
        bedside.assess(.adult(), hour: 144)
        #expect(bedside.chart.icansGrade == .none)
        bedside.assess(.adult(seizure: .brief), hour: 150)
        bedside.assess(.adult(), hour: 156)
        #expect(bedside.chart.icansGrade == .none)
    }
}
