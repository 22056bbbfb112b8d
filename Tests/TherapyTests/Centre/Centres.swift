import Catalogue
import Dynamics
import Foundation
import Native
import Therapy

/// The plans that ship, ready to run, followed for a hundred days to be quick.
enum Centres {
    /// One body for all tests: compiled where there is a compiler, which changes no digit.
    static let body: Body? = try? {
        let url = Shipped.root.appendingPathComponent("Models/body/body.xml")
        let program = try Program(Model(sbml: String(contentsOf: url, encoding: .utf8), file: "body.xml"))
        guard let backend = try? NativeCompiler().backend(for: program) else { return try Body(program) }
        return try Body(program, backend: backend)
    }()

    static func file(_ name: String) throws -> CentrePlanFile { try Shelf(root: Shipped.root).centre(name) }

    static func model(_ name: String, _ change: (inout CentrePlan) -> Void = { _ in }) throws -> CentreModel {
        try model(of: file(name).plan, change)
    }

    static func model(
        of plan: CentrePlan, followUp: Double = 100, _ change: (inout CentrePlan) -> Void = { _ in }
    ) throws -> CentreModel {
        let shelf = try Shelf(root: Shipped.root)
        var plan = plan
        change(&plan)
        let settings = try plan.services.map { service in
            var study = try shelf.study(service.study)
            study.followUpDays = followUp
            study.response.days.removeAll { $0 > followUp }
            if let days = service.changes?["logistics.arrivalToLymphodepletion"] {
                study.logistics.arrivalToLymphodepletion.value = days
            }
            return try TrialSetting(
                study: study, product: try shelf.product(study.product), disease: try shelf.disease(study.disease),
                covariates: try shelf.covariates(), course: try shelf.course(), body: try body ?? Shipped.body(),
                base: try shelf.bodyParameters(), fitted: try shelf.fitted()?.parameters ?? .none, seed: 1)
        }
        return CentreModel(plan: plan, settings: settings, identities: Array(plan.services.indices))
    }

    /// Runs of one plan.
    static func runs(_ model: CentreModel, seeds: [UInt64] = [1], threads: Int = 2) throws -> [CentreRun] {
        try CentreTrial([.init(id: "plan", title: "", model: model)]).run(
            seeds: seeds, threads: threads, keepingEvents: true
        ).runs[0]
    }

    /// A plan beside its scenarios, in the same patients.
    static func compared(_ models: [CentreModel], seeds: [UInt64]) throws -> [[CentreRun]] {
        try CentreTrial(models.map { .init(id: "", title: "", model: $0) }).run(seeds: seeds, threads: 2).runs
    }

    static func value(_ measure: CentreMeasure, _ runs: [CentreRun]) throws -> Double {
        let values = runs.compactMap { measure.value(of: $0.patients, days: $0.days) }
        return values.reduce(0, +) / Double(max(1, values.count))
    }

    static func median(_ days: [Double]) -> Double { Quantile.of(days, 0.5) ?? .nan }
}
