import Care
import Dynamics
import Testing

@testable import Therapy

/// How queue and body meet.
@Suite struct CentreBodyTests {
    private func bench() -> BodyBench { BodyBench(threads: 2, progress: { _ in }, isCancelled: { false }) }

    private struct Candidate {
        let virtual: VirtualPatient
        let path: CellPath
        let plan: VeinToVein
    }

    /// Patients of the second service who are collected on day 20 and whose lymphodepletion begins on day 65.
    private func candidates(_ model: CentreModel, _ count: Int) -> [Candidate] {
        let setting = model.settings[1]
        return (0..<count).compactMap { index in
            let virtual = VirtualPatient.draw(
                index: index, source: setting.source, from: setting.study.population, covariates: setting.covariates,
                inclusion: [])
            var path = CellPath(
                patient: virtual, study: setting.study, product: setting.product, course: setting.numbers,
                source: setting.source)
            let last = path.collect(on: 20)
            let batch = path.attempt(start: last + path.inbound + path.wait)
            guard batch.isReleased, batch.tested < 60 else { return nil }
            let plan = VeinToVein(
                collections: path.collections, inboundDays: path.inbound, batches: path.batches,
                outboundDays: path.outbound, arrival: batch.tested + 1, conditioning: 65, infusion: 70,
                bridging: path.isBridged ? (day: 31, remaining: path.remaining) : nil, holding: 0.5, lastCheck: 65)
            return Candidate(virtual: virtual, path: path, plan: plan)
        }
    }

    private func ended(
        _ stage: BodyRequest.Stage, _ candidates: [Candidate], _ model: CentreModel, _ plan: (Candidate) -> VeinToVein
    ) throws -> [BodyAnswer] {
        try bench().answers(
            to: candidates.map { candidate in
                .init(
                    request: .init(
                        patient: candidate.virtual.index, stage: stage, service: 1, virtual: candidate.virtual,
                        plan: plan(candidate)), setting: model.settings[1], identity: 1)
            })
    }

    @Test("the course with all dates repeats what the shorter courses had found of the wait")
    func repeats() throws {
        let model = try Centres.model("academic-us")
        let candidates = candidates(model, 400)
        let referred = try ended(.referred, candidates, model) { _ in .waiting(holding: 0.5) }
        let collected = try ended(.collected, candidates, model) { candidate in
            var plan = VeinToVein.waiting(holding: 0.5)
            plan.collections = candidate.plan.collections
            plan.bridging = candidate.plan.bridging
            return plan
        }
        let complete = try ended(.complete, candidates, model, \.plan)
        #expect(candidates.contains { $0.plan.bridging != nil })
        var (early, late, through) = (0, 0, 0)
        for index in candidates.indices {
            let (first, second, third) = (referred[index], collected[index], complete[index])
            // Weekly looks after day 20 lie on days 21, 28 and so on.
            if let day = first.ended, day <= 20 {
                early += 1
                #expect(second.ended == day && third.ended == day)
                #expect(first.outcome.notInfused == third.outcome.notInfused)
            } else if let day = second.ended, day < 65 {
                late += 1
                #expect(third.ended == day, "\(candidates[index].virtual.index)")
                #expect(second.outcome.notInfused == third.outcome.notInfused)
                #expect(second.outcome.diedWaiting == third.outcome.diedWaiting)
                // Where the cells travel is known to the course with all dates alone.
                for resource in Price.Resource.allCases where resource != .shipment {
                    #expect(second.outcome.ledger[resource] == third.outcome.ledger[resource])
                }
            } else {
                through += 1
                #expect(third.outcome.infused || (third.ended ?? 0) >= 65)
            }
        }
        #expect(early > 10 && late > 20 && through > 100, "\(early), \(late), \(through)")
    }

    @Test("where a centre sets the dates that a trial would draw, the course is the trial's")
    func sameCourse() throws {
        let setting = try Shipped.setting("zuma-1")
        let model = try Centres.model("academic-us")
        let trial = try Trial(setting).run(patients: 24, threads: 2).outcomes
        let answers = try bench().answers(
            to: trial.map { outcome in
                let plan = VeinToVein.plan(
                    for: outcome.patient, study: setting.study, product: setting.product, course: setting.numbers,
                    infections: setting.waitingInfections(of: outcome.patient), source: setting.source)
                return .init(
                    request: .init(
                        patient: outcome.patient.index, stage: .complete, service: 0, virtual: outcome.patient,
                        plan: plan), setting: setting, identity: 99)
            })
        #expect(model.settings[0].study.id == setting.study.id)
        #expect(answers.map(\.outcome) == trial)
        for (outcome, moves) in answers.map({ ($0.outcome, $0.whereabouts.moves) }) {
            // Who is infused was admitted for it. Who was admitted and is not infused had to stop on the last day.
            let isAdmitted = moves.contains { $0.place == .ward }
            #expect(
                outcome.infused ? isAdmitted : !isAdmitted || outcome.diedWaiting || outcome.notInfused == .progression)
            #expect(moves.last.map { outcome.infused || $0.place == .gone } ?? true)
        }
    }

    @Test("what was run once is not run again for another scenario")
    func shared() throws {
        let model = try Centres.model("academic-us")
        let candidates = candidates(model, 20)
        let bench = bench()
        let orders = candidates.map { candidate in
            BodyBench.Order(
                request: .init(
                    patient: candidate.virtual.index, stage: .referred, service: 1, virtual: candidate.virtual,
                    plan: .waiting(holding: nil)), setting: model.settings[1], identity: 1)
        }
        _ = try bench.answers(to: orders)
        _ = try bench.answers(to: orders)
        #expect(bench.runs == candidates.count && bench.repeats == candidates.count)
    }

    @Test("an outpatient is in hospital only with fever or toxicity, and lives through the same disease")
    func outpatient() throws {
        let model = try Centres.model("academic-us")
        let candidates = Array(candidates(model, 120))
        let inside = try ended(.complete, candidates, model, \.plan)
        let outside = try ended(.complete, candidates, model) { candidate in
            var plan = candidate.plan
            plan.care = .outpatient
            return plan
        }
        let pairs = zip(inside, outside).filter { $0.0.outcome.infused && $0.1.outcome.infused }
        #expect(pairs.count > 40)
        let (days, daysOutside) = (
            pairs.reduce(0) { $0 + ($1.0.outcome.hospitalDays ?? 0) },
            pairs.reduce(0) { $0 + ($1.1.outcome.hospitalDays ?? 0) }
        )
        #expect(daysOutside < 0.8 * days)
        #expect(pairs.contains { $0.1.outcome.hospitalDays == 0 })
        #expect(pairs.contains { ($0.1.outcome.hospitalDays ?? 0) > 0 })
    }
}
