import Care
import Dynamics
import Testing
import Therapy

/// What must come out by itself, in the same virtual patients with one thing changed.
@Suite struct DirectionTests {
    @Test func `without lymphodepletion CAR-T Cmax is at least three times lower`() throws {
        let usual = try Shipped.outcomes(Shipped.setting("zuma-1"), patients: 200)
        let without = try Shipped.outcomes(
            Shipped.setting("zuma-1") { study, _ in study.lymphodepletion = [] }, patients: 200)
        let ratio = Shipped.median(usual.compactMap(\.cmax)) / Shipped.median(without.compactMap(\.cmax))
        #expect(ratio >= 3, "ratio \(ratio)")
    }

    @Test func `a higher tumour burden raises the CRS grade`() throws {
        func grades(burden: Double) throws -> [Double?] {
            let setting = try Shipped.setting("zuma-1") { study, _ in
                study.population.burden.median = burden
                study.population.burden.cv = 0.1
            }
            return try Shipped.outcomes(setting, patients: 500).map { ($0.crsPeak?.rawValue).map(Double.init) }
        }
        // The same patients, where they are infused at both burdens.
        let differences = try zip(grades(burden: 15), grades(burden: 400)).compactMap { low, high in
            low.flatMap { low in high.map { $0 - low } }
        }
        let (count, mean) = (Double(differences.count), differences.reduce(0, +) / Double(differences.count))
        let variance = differences.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
        // By more than chance can do: three standard errors.
        #expect(mean > 3 * (variance / count).squareRoot(), "\(mean) in \(count) patients")
        withKnownIssue(
            "burden weighs too little since the fit to eight studies, less since it slows killing: README of the body"
        ) {
            #expect(mean > 0.3)
        }
    }

    @Test("a tumour that outlived more lines of therapy grows faster, by a power of their number")
    func linesOfTherapy() throws {
        func outcomes(lines: Double) throws -> [Outcome] {
            let setting = try Shipped.setting("zuma-1") { study, _ in
                study.population.priorLines.median = lines
                study.population.priorLines.cv = 0
                study.population.priorLines.minimum = 1
            }
            return try Shipped.outcomes(setting, patients: 300)
        }
        let (early, late) = try (outcomes(lines: 1), outcomes(lines: 5))
        let both = zip(early, late).filter { $0.0.eligible && $0.1.eligible }
        try #require(both.count > 200)
        // Before anything is done about it: the burden at the baseline assessment of the same patients.
        let grown = both.compactMap { early, late in
            early.baselineBurden.flatMap { a in late.baselineBurden.map { $0 / a } }
        }
        #expect(Shipped.median(grown) > 1.1)
        func free(_ outcomes: [Outcome]) -> Int { outcomes.count { $0.infused && $0.progressionFree ?? 0 >= 365 } }
        #expect(free(both.map(\.0)) > free(both.map(\.1)) + 10, "\(free(both.map(\.0))), \(free(both.map(\.1)))")
    }

    @Test func `a longer wait for the product lowers the share infused`() throws {
        func infused(slot days: Double) throws -> Int {
            let setting = try Shipped.setting("zuma-1") { _, product in product.process.slotWaitDays.value = days }
            return try Shipped.outcomes(setting, patients: 300).filter(\.infused).count
        }
        let soon = try infused(slot: 1)
        let late = try infused(slot: 60)
        #expect(late < soon - 15, "infused \(soon) with a short wait, \(late) with a long one")
    }

    @Test func `while CAR-T cells persist B cells stay absent and IgG falls`() throws {
        // A CD19 product whose memory cells hardly die.
        let setting = try Shipped.setting("eliana", overrides: ["dM": 0.0005, "kEM": 0.03, "fr": 0])
        let persisting = try Shipped.outcomes(setting, patients: 100).filter {
            $0.infused && ($0.lastDetected ?? 0) > 200 && $0.bCellAplasia6Months != nil
        }
        try #require(persisting.count > 20)
        let aplastic = persisting.filter { $0.bCellAplasia6Months == true }
        #expect(Double(aplastic.count) >= 0.9 * Double(persisting.count))
        // Those who begin with little are given immunoglobulin before it can fall.
        for outcome in persisting where outcome.patient.immunoglobulinG > 6 {
            #expect((outcome.lowestIgG ?? .infinity) < 0.85 * outcome.patient.immunoglobulinG)
        }
    }

    @Test func `antigen-negative cells relapse under persisting CAR-T`() throws {
        // Fit products that clear every antigen-positive cell, and some cells without the antigen.
        let setting = try Shipped.setting(
            "eliana",
            overrides: [
                "fr": 1e-6, "fl": 0, "kkH": 0.001, "kk": 6, "dM": 0.0005, "kEM": 0.03, "g": 0.05, "fitness": 1,
                "S50": 1,
            ]
        ) { _, product in product.process.unfitShare.value = 0 }
        let relapsed = try Shipped.outcomes(setting, patients: 100).filter { $0.infused && $0.antigenLoss != nil }
        try #require(relapsed.count > 30)
        let lost = relapsed.filter { $0.antigenLoss == true }
        #expect(Double(lost.count) >= 0.9 * Double(relapsed.count))
        let persisting = lost.filter { ($0.lastDetected ?? 0) >= ($0.progressionFree ?? .infinity) - 30 }
        #expect(Double(persisting.count) >= 0.5 * Double(lost.count), "\(persisting.count) of \(lost.count) persisted")
    }

    @Test func `tocilizumab raises serum IL-6, ends fever and leaves expansion alone`() throws {
        let program = try Shipped.body().program
        let without = try course(program, tocilizumab: nil)
        let with = try course(program, tocilizumab: 4)
        #expect(without.fever(on: 4) && without.fever(on: 5), "the course must have a fever to end")
        #expect(with.il6[5]! > 1.3 * without.il6[5]!)
        #expect(!with.fever(on: 5))
        #expect(abs(with.cmax / without.cmax - 1) < 0.25)
    }

    private struct Course {
        var il6: [Int: Double] = [:]
        var temperature: [Int: Double] = [:]
        var cmax = 0.0
        func fever(on day: Int) -> Bool { (temperature[day] ?? 0) >= 38 }
    }

    /// Lymphodepleted body, cells at day 0, and 560 mg of tocilizumab over an hour on a day, or none.
    private func course(_ program: Program, tocilizumab day: Double?) throws -> Course {
        func index(_ find: (String) -> Int?, _ name: String) throws -> Int { try #require(find(name)) }
        let rate = try index(program.parameter, "R_toci")
        let observables = try ["il6", "temperature", "car_t"].map { try index(program.observable, $0) }
        var state = program.initial.evaluate(program.parameters.map(\.value))
        state[try index(program.state, "N")] = 20
        state[try index(program.state, "I15")] = 40
        state[try index(program.state, "D")] = 0.32
        var stops = (1...28).map(Double.init)
        if let day { stops += [day + 0.01, day + 0.01 + 1.0 / 24] }
        stops.sort()
        let integrator = LaneIntegrator(
            program, method: .rodas5p, tolerances: Tolerances(relative: 1e-6, absolute: 1e-9))
        var result = Course()
        var next = 0
        integrator.run(
            starting: { lane in
                guard lane == 0 else { return .idle }
                integrator.load(lane: 0, time: 0, state: state)
                return .advance(to: stops[0])
            },
            atStop: { lane, stop in
                guard stop == .reached else { return .idle }
                let time = stops[next]
                if let day, time == day + 0.01 { integrator.setParameter(rate, lane: lane, to: 560 * 24) }
                if let day, time == day + 0.01 + 1.0 / 24 { integrator.setParameter(rate, lane: lane, to: 0) }
                if time == time.rounded() {
                    result.il6[Int(time)] = integrator.observable(observables[0], lane: lane)
                    result.temperature[Int(time)] = integrator.observable(observables[1], lane: lane)
                    result.cmax = max(result.cmax, integrator.observable(observables[2], lane: lane))
                }
                next += 1
                return next < stops.count ? .advance(to: stops[next]) : .idle
            })
        return result
    }
}
