import Catalogue
import Testing

@testable import Therapy

/// A centre as a whole.
@Suite(.serialized) struct CentreTests {
    private static func small(_ plan: inout CentrePlan) {
        plan.time = TimeFrame(years: 1, warmUpDays: 180, runOutDays: 60)
    }

    @Test("the same seed gives the same events, on any number of threads")
    func reproducible() throws {
        let model = try Centres.model("academic-us", Self.small)
        let one = try Centres.runs(model, threads: 1)[0]
        let three = try Centres.runs(model, threads: 3)[0]
        #expect(one.events == three.events && one.events.count > 500)
        #expect(one.stations == three.stations)
        #expect(one.patients.map(\.outcome) == three.patients.map(\.outcome))
        #expect(try Centres.runs(model, seeds: [2])[0].events != one.events)
    }

    @Test("everybody comes to one end, dates run forwards, and Little's law holds in every line")
    func books() throws {
        let runs = try Centres.runs(try Centres.model("academic-us", Self.small), seeds: [3, 4])
        for run in runs {
            #expect(run.worstLittle < 1e-9)
            #expect(run.stations.contains { $0.meanWaiting > 0 })
            for patient in run.patients {
                #expect(patient.fate != nil && patient.fate != .unresolved)
                let days = [
                    patient.referred, patient.consulted, patient.approved, patient.slotted, patient.collected,
                    patient.arrived, patient.promised, patient.conditioned, patient.isInfused ? patient.infused : nil,
                ].compactMap { $0 }
                #expect(days == days.sorted())
                #expect(patient.isInfused == (patient.outcome?.infused == true))
                if let product = patient.outcome?.ledger[.product] { #expect((product == 1) == patient.isInfused) }
            }
            let funnel = CentreFunnel([run])
            let infused = run.patients.count(where: \.isInfused)
            #expect(funnel.losses.reduce(0) { $0 + $1.count } + infused == run.patients.count)
        }
    }

    @Test("nobody is called in for lymphodepletion while a severe infection holds it")
    func infections() throws {
        // Infections as frequent as need be to meet some.
        let shipped = try Centres.model("academic-us", Self.small)
        var settings = shipped.settings
        for index in settings.indices { settings[index].disease.rules.infections.value = 6 }
        let model = CentreModel(plan: shipped.plan, settings: settings, identities: Array(settings.indices))
        let run = try Centres.runs(model)[0]
        var held = 0
        for patient in run.patients {
            guard let start = patient.conditioned, let promised = patient.promised else { continue }
            let infections = model.settings[patient.service].waitingInfections(of: patient.virtual)
            let day = start - patient.referred
            #expect(abs(infections.clearDay(from: day) - day) < 1e-6)
            if start > promised + model.plan.steps.callInDays.value + 1e-6 { held += 1 }
        }
        #expect(held > 2, "\(held)")
    }

    @Test(
        "halving the way from vein to vein raises the share infused and the share that responds, in the same patients")
    func coupling() throws {
        let file = try Centres.file("academic-us")
        let scenario = try #require(file.plan.scenarios?.first { $0.id == "half-the-way" })
        func shortened(_ plan: inout CentrePlan) { plan.time = TimeFrame(years: 1.5, warmUpDays: 180, runOutDays: 60) }
        let runs = try Centres.compared(
            [
                try Centres.model(of: file.plan, shortened),
                try Centres.model(of: file.plan(under: scenario), shortened),
            ],
            seeds: [1, 2, 3, 4, 5])
        #expect(runs[0][0].patients.map(\.virtual) == runs[1][0].patients.map(\.virtual))
        let comparison = CentreComparison(runs[0], runs[1])
        for measure in [CentreMeasure.infusedOfReferred, .respondersOfReferred, .completeRespondersOfReferred] {
            let difference = try #require(comparison.rows.first { $0.measure == measure }?.difference)
            let low = try #require(difference.low)
            #expect(low > 0, "\(measure): \(difference)")
        }
        let path = comparison.path
        for gain in [path.objective, path.complete] {
            let (all, infused, disease) = (
                try #require(gain.all), try #require(gain.infused), try #require(gain.disease)
            )
            #expect(abs(all.value - infused.value - disease.value) < 1e-12)
            #expect(infused.value > 0)
        }
        // Who is infused either way is met with less of a tumour.
        #expect(try #require(path.burdenRatio).value < 0.9)
        #expect(path.rescued.map(\.fate).contains(.progressed))
        let (before, after) = (try Centres.value(.veinToVein, runs[0]), try Centres.value(.veinToVein, runs[1]))
        #expect(after < before - 5)
    }

    @Test("who cannot wait is taken beyond the capacity; who can waits for a bed")
    func beds() throws {
        let runs = try Centres.runs(
            try Centres.model("academic-us") { plan in
                Self.small(&plan)
                plan.kinds[0].beds.value = 2
                plan.kinds[0].intensiveCareBeds.value = 0
            })
        let stations = runs[0].stations
        let beds = try #require(stations.first { $0.resource == .bed })
        #expect(beds.meanWaiting > 0.5 && beds.utilisation > 0.8)
        let intensive = try #require(stations.first { $0.resource == .intensiveCareBed })
        #expect(intensive.beyond > 0 && intensive.beyond == intensive.served)
    }

    @Test("the most urgent are served first where the plan says so")
    func priority() throws {
        func crowded(_ plan: inout CentrePlan) {
            Self.small(&plan)
            for index in plan.services.indices { plan.services[index].slotsPerMonth.value *= 0.3 }
        }
        let runs = try Centres.compared(
            [
                try Centres.model("academic-us", crowded),
                try Centres.model("academic-us") { plan in
                    crowded(&plan)
                    plan.priority = "most-urgent"
                },
            ], seeds: [1, 2])
        /// Share of those with a slot whose tumour is above the median of all who waited for one.
        func large(_ runs: [CentreRun]) -> Double {
            let waited = runs.flatMap(\.patients).filter(\.isAccepted)
            let middle = Centres.median(waited.map(\.virtual.burden))
            let served = waited.filter { $0.slotted != nil }
            return Double(served.count { $0.virtual.burden > middle }) / Double(max(1, served.count))
        }
        #expect(large(runs[1]) > large(runs[0]) + 0.05)
    }

    @Test("a longer stay near the centre keeps more of those away who live far, and nobody else")
    func proximity() throws {
        func days(_ days: Double) throws -> CentreModel {
            try Centres.model("academic-us") { plan in
                Self.small(&plan)
                plan.proximity.days.value = days
                plan.proximity.declinePerDay.value = 0.02
            }
        }
        let runs = try Centres.compared([try days(14), try days(42)], seeds: [1, 2])
        func declined(_ runs: [CentreRun]) -> [CentrePatient] {
            runs.flatMap(\.patients).filter { $0.fate == .cannotStayNear }
        }
        #expect(declined(runs[1]).count > declined(runs[0]).count)
        #expect(declined(runs[1]).allSatisfy { $0.hours > 2 })
        let longer = Set(declined(runs[1]).map(\.index))
        #expect(declined(runs[0]).allSatisfy { longer.contains($0.index) })
    }

    @Test("staff hours are what was done times what it takes")
    func staff() throws {
        let model = try Centres.model("academic-us", Self.small)
        let runs = try Centres.runs(model)
        let consults = runs[0].patients.count { $0.consulted != nil }
        let infusions = runs[0].patients.count(where: \.isInfused)
        let hours = try #require(StaffHours.of(runs, model.plan).first { $0.role == "coordinator" })
        let expected = (6 * Double(consults) + 8 * Double(infusions)) / (runs[0].days / 7)
        #expect(abs(hours.total - expected) < 1e-9)
    }
}
