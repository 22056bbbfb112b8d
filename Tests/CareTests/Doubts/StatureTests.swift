import Testing

@testable import Care

@Suite("Weight, height, clocks")
struct StatureTests {
    private func referral(age: Double, weight: Double, height: Double) -> Referral {
        Referral(
            disease: "large B-cell lymphoma", age: age, sex: .male, weight: weight, height: height, priorLines: 2)
    }

    @Test(
        "Possible statures raise nothing",
        arguments: [
            (60.0, 70.0, 170.0), (45, 129, 170), (80, 36, 172), (25, 50, 155), (10, 32, 138), (3, 14, 95), (8, 60, 130),
            (16, 45, 160), (1, 10, 76), (0.6, 8, 68),
        ])
    func possible(age: Double, weight: Double, height: Double) {
        #expect(DoubtSearch.stature(referral(age: age, weight: weight, height: height)) == nil)
    }

    @Test(
        "Pounds for kilograms, inches for centimetres, a slipped digit",
        arguments: [
            (60.0, 154.0, 168.0, "pounds"), (60, 70, 66, "inches"), (60, 7, 170, "body-mass"),
            (60, 700, 170, "body-mass"),
            (6, 60, 115, "pounds"), (10, 32, 54, "cm at 10"), (60, 131, 170, "body-mass"), (60, 34, 172, "body-mass"),
        ])
    func doubtful(age: Double, weight: Double, height: Double, word: String) throws {
        let problem = try #require(DoubtSearch.stature(referral(age: age, weight: weight, height: height)))
        #expect(problem.contains(word), "\(problem)")
    }

    @Test("The cells and the cells per kg of the infusion say a weight: it is held against the referral's")
    func dose() {
        func doubts(perKilogram: Double) -> [Doubt] {
            var journal = Journal(therapy: "COI-1", subject: .training)
            journal.record(.referralReceived(.sample(weight: 70)), by: Watch.physician, at: Bedside.time(-900))
            journal.record(
                .infusionCompleted(
                    Infusion(
                        batch: "B1", carPositiveCells: 140, cellsPerKilogram: perKilogram, minutesSinceThaw: 9)),
                by: Watch.physician, at: Bedside.time(0))
            return journal.doubts
        }
        #expect(doubts(perKilogram: 2).isEmpty)
        #expect(doubts(perKilogram: 1.65).isEmpty)
        #expect(doubts(perKilogram: 1.55).map(\.kind) == [.unit])
        #expect(doubts(perKilogram: 140 / 154.3).first?.problem.contains("pounds") == true)
        #expect(doubts(perKilogram: 140 / 154.3).first?.entries == [1, 2])
    }

    private func record(_ times: [String], role: Role = .nurse, signs: VitalSigns = .set()) throws -> Journal {
        var journal = Journal(therapy: "COI-1", subject: .real)
        for text in times {
            journal.record(
                .vitalsTaken(signs), by: Actor(role: role, name: "Ada"), at: try Instant(iso8601: text))
        }
        return journal
    }

    @Test("Summer time is no doubt; another zone is, unless care was handed over or the courier writes")
    func zones() throws {
        let usual = ["2026-03-28T10:00:00+01:00", "2026-03-28T16:30:00+01:00"]
        #expect(try record(usual + ["2026-03-29T10:00:00+02:00"]).doubts.isEmpty)
        let abroad = try record(usual + ["2026-03-29T10:00:00-05:00"])
        #expect(abroad.doubts.map(\.kind) == [.zone])
        #expect(abroad.doubts.first?.entries == [3])
        #expect(try record(usual + ["2026-03-29T10:00:00+01:07"]).doubts.map(\.kind) == [.zone])
        #expect(try record(["2026-03-28T10:00:00+01:00", "2026-03-29T10:00:00-05:00"], role: .courier).doubts.isEmpty)
    }

    @Test("The same signs exactly an hour apart: a clock was changed")
    func clock() throws {
        let times = ["2026-10-25T02:30:00+02:00", "2026-10-25T02:30:00+01:00"]
        #expect(try record(times).doubts.map(\.kind) == [.clock])
        #expect(try record(["2026-10-25T02:30:00+02:00", "2026-10-25T02:31:00+01:00"]).doubts.isEmpty)
        // Equal because hardly anything was measured.
        #expect(try record(times, signs: VitalSigns(temperature: 36.8)).doubts.isEmpty)
    }

    @Test("A measurement that is written more than a month later may bear the wrong month")
    func late() {
        func journal(days: Double) -> Journal {
            var journal = Journal(therapy: "COI-1", subject: .training)
            journal.record(
                .vitalsTaken(.set()), by: Watch.physician, at: Bedside.time(0), recordedAt: Bedside.time(days * 24))
            return journal
        }
        #expect(journal(days: 30).doubts.isEmpty)
        #expect(journal(days: 30.1).doubts.map(\.kind) == [.writtenLate])
    }

    @Test("What was struck out is listed with who, when and why, and whether that was taken back")
    func corrections() {
        var journal = SmallJournal.make()
        let at = Bedside.time(201 * 24)
        journal.record(.corrected(Correction(sequence: 13, reason: "typing error")), by: Watch.physician, at: at)
        journal.record(
            .corrected(Correction(sequence: 23, reason: "it was right")), by: SmallJournal.nurse,
            at: at.advanced(byDays: 1))
        let list = journal.corrections
        #expect(journal.entries.count == 24)
        #expect(list.map(\.entry) == [13, 23])
        #expect(list.map(\.stands) == [false, true])
        #expect(list.first?.struckBy == Watch.physician)
        #expect(list.first?.writtenBy == SmallJournal.nurse)
        #expect(list.first?.line.contains("typing error; that correction was taken back, the entry counts") == true)
    }
}
