import Care
import Dynamics
import Testing

@testable import Therapy

/// Infections between enrolment and infusion.
@Suite struct WaitingInfectionTests {
    /// A cohort's infections, drawn as a trial of a disease with this factor on the hazard draws them.
    private static func drawn(_ count: Int, study: String = "zuma-1", factor: Double? = nil) throws -> [(
        patient: VirtualPatient, infections: WaitingInfections
    )] {
        let setting = try Shipped.setting(study)
        return (0..<count).map { index in
            let patient = VirtualPatient.draw(
                index: index, seed: 1, from: setting.study.population, covariates: setting.covariates)
            let infections = WaitingInfections(
                of: patient, factor: factor ?? setting.disease.rules.infections.value, hazards: setting.numbers.hazards,
                source: setting.source)
            return (patient, infections)
        }
    }

    @Test("as many have one as the hazard of their counts says, more a day once lymphodepletion has begun")
    func frequency() throws {
        let hazards = try Shipped.setting("zuma-1").numbers.hazards
        let cohort = try Self.drawn(4000, factor: 1)
        func expected(_ phase: Double) -> Double {
            cohort.map {
                hazards.infection(
                    phase: phase, neutrophils: $0.patient.neutrophils, immunoglobulinG: $0.patient.immunoglobulinG,
                    onSteroid: false)
            }.reduce(0, +)
        }
        func count(from start: Double, to end: Double, conditioning: Double) -> Double {
            Double(
                cohort.map { $0.infections.before(infusion: end, conditioning: conditioning).count { $0.day >= start } }
                    .reduce(0, +))
        }
        for (phase, found) in [
            (hazards.infectionWaiting, count(from: 0, to: 60, conditioning: 60)),
            (hazards.infectionToDay28, count(from: 60, to: 120, conditioning: 60)),
        ] {
            let mean = 60 * expected(phase)
            #expect(abs(found - mean) < 4 * mean.squareRoot(), "\(found) of \(mean)")
        }
        let severe = cohort.flatMap { $0.infections.before(infusion: 400, conditioning: 400) }
        let share = Double(severe.count { $0.severity != .moderate }) / Double(severe.count)
        #expect(abs(share - hazards.severeShare) < 0.03)
        #expect(cohort[0].infections.fatalHazard > 0)
    }

    @Test("an infection belongs to its day, whatever the dates of the product are")
    func days() throws {
        for (_, infections) in try Self.drawn(300) {
            let early = infections.before(infusion: 40, conditioning: 30).filter { $0.day <= 30 }
            let late = infections.before(infusion: 80, conditioning: 70).filter { $0.day <= 30 }
            #expect(early.map(\.day) == late.map(\.day) && early.map(\.severity) == late.map(\.severity))
        }
    }

    @Test("a severe infection holds lymphodepletion for ten days, and a moderate one does not")
    func hold() throws {
        let hold = try Shipped.setting("zuma-1").numbers.hazards.infectionHold
        #expect(hold == 10)
        var (severe, moderate) = (0, 0)
        for (_, infections) in try Self.drawn(3000) {
            let found = infections.before(infusion: 200, conditioning: 200)
            guard found.count == 1, let one = found.first else { continue }
            switch one.severity {
            case .severe:
                severe += 1
                #expect(infections.clearDay(from: one.day - 1e-6) == one.day - 1e-6)
                #expect(infections.clearDay(from: one.day + 1e-6) == one.day + hold)
                #expect(infections.clearDay(from: one.day + hold - 1e-6) == one.day + hold)
                #expect(infections.clearDay(from: one.day + hold) == one.day + hold)
            case .moderate:
                moderate += 1
                #expect(infections.clearDay(from: one.day + 1e-6) == one.day + 1e-6)
            case .fatal: break
            }
        }
        #expect(severe > 50 && moderate > 100, "\(severe), \(moderate)")
    }

    @Test("in the journal lymphodepletion waits for the end of a severe infection, and a fatal one is the end")
    func journals() throws {
        let setting = try Shipped.setting("karmma-3") { study, _ in study.followUpDays = 60 }
        let trial = Trial(setting)
        let outcomes = try trial.run(patients: 400, threads: 2).outcomes
        var held = 0
        for outcome in outcomes where outcome.severeInfectionsWaiting > 0 && outcome.infused {
            let (journal, same) = trial.patient(outcome.patient.index)
            #expect(same.severeInfectionsWaiting == outcome.severeInfectionsWaiting)
            guard
                let depletion = journal.entries.first(where: {
                    if case .drugGiven(let dose) = $0.event { dose.drug == .fludarabine } else { false }
                })
            else { continue }
            for entry in journal.entries where entry.occurredAt < depletion.occurredAt {
                guard case .infectionReported(let infection) = entry.event, infection.grade >= 3 else { continue }
                held += 1
                #expect(depletion.occurredAt.days(since: entry.occurredAt) >= 10 - 1e-3)
                // Looked at when it is found, and again before the drugs.
                let checks = journal.entries.filter {
                    $0.occurredAt >= entry.occurredAt && $0.sequence < depletion.sequence
                }
                .compactMap { later in
                    if case .fitnessChecked(let check) = later.event { check.activeInfection } else { nil }
                }
                #expect(checks.first == true && checks.last == false)
            }
        }
        #expect(held > 5, "\(held)")
        let fatal = outcomes.filter { $0.diedWaiting && $0.causeOfDeath == .infection }
        #expect(!fatal.isEmpty)
        for outcome in fatal {
            #expect(!outcome.infused && outcome.died)
            #expect(trial.patient(outcome.patient.index).journal.entries.last?.event.type == .died)
        }
    }

    @Test("who counts from collection counts with the infections before infusion")
    func endpoint() throws {
        var setting = try Shipped.setting("karmma-3")
        let patient = try Shipped.outcomes(setting, patients: 1)[0].patient
        var outcomes = [Outcome](repeating: Outcome(patient: patient), count: 4)
        for index in outcomes.indices {
            outcomes[index].eligible = true
            outcomes[index].collections = 1
            outcomes[index].infused = index > 0
        }
        outcomes[0].severeInfectionsWaiting = 1
        outcomes[1].severeInfectionsWaiting = 1
        outcomes[2].severeInfections = 1
        func share(_ words: String) throws -> Double? {
            setting.study.published = [
                PublishedEndpoint(
                    endpoint: "infection_grade_3_or_higher", value: 0.5, unit: "1", n: 100, analysisSet: words,
                    source: "a test", verification: .read)
            ]
            return Endpoints(outcomes, study: setting.study).values["infection_grade_3_or_higher"]?.value
        }
        #expect(try share("treated") == 3.0 / 4)
        #expect(try share("infused") == 1.0 / 3)
    }

    @Test("fatal infections are a part of those who leave, not more of them")
    func withdrawal() throws {
        // So frequent that leaving for both, one on top of the other, would show.
        var frequent = try Shipped.setting("karmma-3") { study, _ in
            study.followUpDays = 1
            study.logistics.withdrawalPerDay.value = 0.004
        }
        var without = frequent
        frequent.disease.rules.infections.value = 4
        without.disease.rules.infections.value = 0
        func left(_ setting: TrialSetting) throws -> (all: Double, fatal: Double) {
            let outcomes = try Trial(setting).run(patients: 3000, threads: 2).outcomes
            let fatal = outcomes.count { $0.diedWaiting && $0.causeOfDeath == .infection }
            let other = outcomes.count { $0.notInfused == .adverseEvent }
            return (Double(fatal + other) / Double(outcomes.count), Double(fatal) / Double(outcomes.count))
        }
        let (some, none) = try (left(frequent), left(without))
        #expect(some.fatal > 0.03 && none.fatal == 0, "\(some)")
        #expect(abs(some.all - none.all) < 0.02, "\(some), \(none)")
    }
}
