import Testing

@testable import Care

/// ASTCT 2019, CRS: every row of the table, both sides of every threshold.
@Suite struct CRSGradeTests {
    static let start = Instant(millisecondsSince1970: 1_750_000_000_000)

    /// The grade after one set of vital signs on day 3, in a patient with nothing before.
    private func grade(_ vitals: VitalSigns) -> CRSGrade {
        var chart = Ward.infused()
        chart.apply(.vitalsTaken(vitals), at: Ward.day(3))
        return chart.crsGrade
    }

    private func signs(
        _ temperature: Double? = 39, map: Double? = 85, oxygen: OxygenSupport? = .roomAir, vasopressors: Int? = 0,
        vasopressin: Bool? = false, fluid: Bool? = false, otherCause: Bool? = false
    ) -> VitalSigns {
        VitalSigns(
            temperature: temperature, meanArterialPressure: map, oxygenSaturation: 97, oxygen: oxygen,
            vasopressors: vasopressors, vasopressin: vasopressin, fluidBolus: fluid, otherCause: otherCause)
    }

    @Test func `fever begins at 38.0`() {
        #expect(grade(signs(37.9)) == .none)
        #expect(grade(signs(38.0)) == .grade1)
    }

    @Test func `without fever there is no CRS, whatever the pressure`() {
        #expect(grade(signs(37.5, map: 55, oxygen: .highFlow)) == .none)
    }

    @Test func `hypotension: fluids are 2, one vasopressor 3, several 4`() {
        #expect(grade(signs(map: 65)) == .grade1)
        #expect(grade(signs(map: 64)) == .grade2)
        #expect(grade(signs(map: 80, fluid: true)) == .grade2)
        #expect(grade(signs(map: 80, vasopressors: 1)) == .grade3)
        #expect(grade(signs(map: 80, vasopressors: 2)) == .grade4)
    }

    @Test func `vasopressin is not counted beside a vasopressor, and alone is read as one`() {
        #expect(grade(signs(map: 80, vasopressors: 1, vasopressin: true)) == .grade3)
        #expect(grade(signs(map: 80, vasopressors: 0, vasopressin: true)) == .grade3)
        #expect(grade(signs(map: 80, vasopressors: 2, vasopressin: true)) == .grade4)
    }

    @Test func `hypoxia: low flow is 2, high flow 3, positive pressure 4`() {
        #expect(grade(signs(oxygen: .nasalCannula(litresPerMinute: 6))) == .grade2)
        #expect(grade(signs(oxygen: .nasalCannula(litresPerMinute: 6.5))) == .grade3)
        #expect(grade(signs(oxygen: .nasalCannula(litresPerMinute: 7))) == .grade3)
        #expect(grade(signs(oxygen: .highFlow)) == .grade3)
        #expect(grade(signs(oxygen: .positivePressure)) == .grade4)
    }

    @Test func `the more severe of hypotension and hypoxia decides`() {
        #expect(grade(signs(map: 80, oxygen: .nasalCannula(litresPerMinute: 2), vasopressors: 1)) == .grade3)
        #expect(grade(signs(map: 60, oxygen: .positivePressure)) == .grade4)
    }

    @Test func `signs with another cause are not graded`() {
        #expect(grade(signs(39, map: 50, oxygen: .positivePressure, otherCause: true)) == .none)
    }

    @Test(arguments: [Drug.tocilizumab, .dexamethasone, .methylprednisolone, .paracetamol, .anakinra])
    func `after treatment fever is no longer needed while the episode lasts`(drug: Drug) {
        var chart = Ward.infused()
        chart.apply(.vitalsTaken(signs(39, map: 80, vasopressors: 1)), at: Ward.day(3))
        chart.apply(Ward.dose(drug), at: Ward.day(3.1))
        chart.apply(.vitalsTaken(signs(36.8, map: 80, vasopressors: 1)), at: Ward.day(3.5))
        #expect(chart.crsGrade == .grade3)
        chart.apply(.vitalsTaken(signs(36.8)), at: Ward.day(4))
        #expect(chart.crsGrade == .none)
    }

    @Test func `untreated, a fever counts for 24 hours`() {
        var chart = Ward.infused()
        chart.apply(.vitalsTaken(signs(38.5)), at: Ward.day(3))
        chart.apply(.vitalsTaken(signs(37.2)), at: Ward.day(4))
        #expect(chart.crsGrade == .grade1)
        chart.apply(.vitalsTaken(signs(37.2)), at: Ward.day(4.01))
        #expect(chart.crsGrade == .none)
    }

    @Test func `what is unknown is said, and the grade is from what is known`() {
        var chart = Ward.infused()
        chart.apply(.vitalsTaken(VitalSigns(temperature: 38.4)), at: Ward.day(3))
        #expect(chart.crs.grade == .grade1)
        #expect(chart.crs.unknown == ["blood pressure or vasopressors", "oxygen support"])
        // A normal pressure proves nothing while it is not known what holds it.
        chart.apply(.vitalsTaken(VitalSigns(temperature: 38.4, meanArterialPressure: 80)), at: Ward.day(3.1))
        #expect(chart.crs.unknown.contains("blood pressure or vasopressors"))
        chart.apply(
            .vitalsTaken(VitalSigns(meanArterialPressure: 80, oxygen: .roomAir, vasopressors: 0)), at: Ward.day(3.2))
        #expect(chart.crs.unknown == ["temperature"])
    }

    @Test func `before infusion nothing is graded`() {
        var chart = Chart(therapy: "T")
        chart.apply(.vitalsTaken(signs(39.5, map: 50)), at: Ward.day(-3))
        #expect(chart.crsGrade == .none)
    }

    @Test func `a first episode may begin to day 30, another by fever alone to day 14`() {
        func grade(firstEpisode: Bool, feverOn day: Double) -> CRSGrade {
            var chart = Ward.infused()
            if firstEpisode {
                chart.apply(.vitalsTaken(signs(39)), at: Ward.day(2))
                chart.apply(.vitalsTaken(signs(36.8)), at: Ward.day(3.5))
            }
            chart.apply(.vitalsTaken(signs(39)), at: Ward.day(day))
            return chart.crsGrade
        }
        #expect(grade(firstEpisode: false, feverOn: 30) == .grade1)
        #expect(grade(firstEpisode: false, feverOn: 30.1) == .none)
        #expect(grade(firstEpisode: true, feverOn: 14) == .grade1)
        #expect(grade(firstEpisode: true, feverOn: 14.1) == .none)
    }

    @Test func `an episode has its onset, its peak and its end, and three days' grace`() throws {
        var chart = Ward.infused()
        chart.apply(.vitalsTaken(signs(39)), at: Ward.day(2))
        chart.apply(.vitalsTaken(signs(39, map: 60)), at: Ward.day(3))
        chart.apply(Ward.dose(.tocilizumab), at: Ward.day(3.1))
        chart.apply(.vitalsTaken(signs(36.8)), at: Ward.day(4))
        var episode = try #require(chart.crsEpisode)
        #expect(episode.onset == Ward.day(2) && episode.peak == .grade2 && episode.resolved == Ward.day(4))
        chart.apply(.vitalsTaken(signs(38.4)), at: Ward.day(6.9))
        chart.apply(.vitalsTaken(signs(36.8)), at: Ward.day(8))
        episode = try #require(chart.crsEpisode)
        #expect(episode.onset == Ward.day(2) && episode.resolved == Ward.day(8))
        // Another after more than three days: the course's peak counts it, the first episode's end does not move.
        chart.apply(.vitalsTaken(signs(39, map: 80, vasopressors: 1)), at: Ward.day(11.5))
        episode = try #require(chart.crsEpisode)
        #expect(episode.resolved == Ward.day(8) && episode.peak == .grade3)
    }

    @Test func `death of CRS is grade 5, of something else is not`() {
        for (cause, grade) in [(Death.Cause.crs, CRSGrade.grade5), (.infection, .grade1)] {
            var chart = Ward.infused()
            chart.apply(.vitalsTaken(signs(39)), at: Ward.day(3))
            chart.apply(.died(Death(cause: cause)), at: Ward.day(4))
            #expect(chart.crsGrade == grade)
        }
    }

    @Test func `the grade tells its reasons with values and thresholds`() {
        var chart = Ward.infused()
        chart.apply(.vitalsTaken(signs(38.6, map: 60, oxygen: .nasalCannula(litresPerMinute: 3))), at: Ward.day(3))
        let reasons = chart.crs.reasons.map(\.finding).joined(separator: "\n")
        #expect(reasons.contains("38.6 °C") && reasons.contains("60 mmHg") && reasons.contains("3 L/min nasal cannula"))
        #expect(chart.crs.reasons.allSatisfy { $0.source.contains("ASTCT 2019") && $0.at == Ward.day(3) })
    }

    @Test func `strictly worse signs never lower the grade`() {
        let devices: [OxygenSupport] = [
            .roomAir, .nasalCannula(litresPerMinute: 2), .nasalCannula(litresPerMinute: 6), .highFlow,
            .positivePressure,
        ]
        for device in devices.indices.dropLast() {
            for vasopressors in 0...2 {
                for map in [80.0, 64, 50] {
                    let better = grade(signs(38.2, map: map, oxygen: devices[device], vasopressors: vasopressors))
                    let onDevice = grade(signs(38.2, map: map, oxygen: devices[device + 1], vasopressors: vasopressors))
                    let onDrug = grade(signs(38.2, map: map, oxygen: devices[device], vasopressors: vasopressors + 1))
                    let lower = grade(signs(38.2, map: map - 10, oxygen: devices[device], vasopressors: vasopressors))
                    #expect(onDevice >= better && onDrug >= better && lower >= better)
                }
            }
        }
    }
}
