import Care
import Catalogue
import Dynamics
import Foundation
import Therapy

/// The studies that ship, ready to run.
enum Shipped {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// A study's setting, with changes made to study and product before.
    static func setting(
        _ id: String, seed: UInt64 = 1, policy: ManagementPolicy? = nil, overrides: [String: Double] = [:],
        drugs: [DrugLabel] = [], change: (inout Study, inout Product) -> Void = { _, _ in }
    ) throws -> TrialSetting {
        let shelf = try Shelf(root: root)
        var study = try shelf.study(id)
        var product = try shelf.product(study.product)
        change(&study, &product)
        return try TrialSetting(
            study: study, product: product, disease: try shelf.disease(study.disease),
            covariates: try shelf.covariates(), course: try shelf.course(), body: try body(),
            base: try shelf.bodyParameters(), policy: policy,
            fitted: try shelf.fitted()?.parameters ?? .none,
            overrides: overrides.mapValues {
                SourcedValue(value: $0, unit: "1", origin: .assumed, source: "test")
            }, drugs: drugs, seed: seed)
    }

    static func policy(_ id: String) throws -> ManagementPolicy { try Shelf(root: root).policy(id) }

    static func body() throws -> Body {
        let url = root.appendingPathComponent("Models/body/body.xml")
        return try Body(Program(Model(sbml: String(contentsOf: url, encoding: .utf8), file: "body.xml")))
    }

    static var course: CourseConstants {
        get throws { try Shelf(root: root).course() }
    }

    static var covariates: CovariateModel {
        get throws { try Shelf(root: root).covariates() }
    }

    static func outcomes(_ setting: TrialSetting, patients: Int, threads: Int = 2) throws -> [Outcome] {
        try Trial(setting).run(patients: patients, threads: threads).outcomes
    }

    static func median(_ values: [Double]) -> Double { Quantile.of(values, 0.5) ?? .nan }
}
