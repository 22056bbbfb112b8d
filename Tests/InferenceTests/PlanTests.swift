import Catalogue
import Foundation
import Testing
import Therapy

@testable import Inference

/// A plan that is wrong: what is replaced in the small plan, and what the message must say.
struct BadPlan: Sendable, CustomTestStringConvertible {
    let passage: String
    let replacement: String
    let field: String
    let words: [String]
    var testDescription: String { "\(field): \(replacement.prefix(60))" }

    static let all = [
        BadPlan(
            passage: "{low: 1.5, high: 6}", replacement: "{low: 4, high: 6}", field: "parameters[0].prior",
            words: ["contains the start", "Widen the prior"]),
        BadPlan(
            passage: "{low: 1.5, high: 6}", replacement: "{low: 6, high: 1.5}", field: "parameters[0].prior",
            words: ["low below high"]),
        BadPlan(
            passage: "{low: 1.5, high: 6}", replacement: "{low: 0, high: 6}", field: "parameters[0].prior",
            words: ["above 0"]),
        BadPlan(
            passage: "name: rE", replacement: "name: rF", field: "parameters[0].name", words: ["'rF'", "models body"]),
        BadPlan(
            passage: "of: body, name: p6, attribute: value",
            replacement: "of: product axicabtagene-ciloleucel, name: rE, attribute: value", field: "parameters[2].name",
            words: ["once more", "items 1 and 3"]),
        BadPlan(
            passage: "of: body", replacement: "of: bodies", field: "parameters[2].of", words: ["products or diseases"]),
        BadPlan(
            passage: "of: product axicabtagene-ciloleucel", replacement: "of: product axicel",
            field: "parameters[0].of", words: ["tisagenlecleucel"]),
        BadPlan(
            passage: "disease large-b-cell-lymphoma", replacement: "disease lymphoma", field: "parameters[1].of",
            words: ["large-b-cell-lymphoma"]),
        BadPlan(
            passage: "of: body, name: p6", replacement: "of: body, name: process.unfitShare",
            field: "parameters[2].name",
            words: ["of: products"]),
        BadPlan(
            passage: "of: body, name: p6, attribute: value", replacement: "of: body, name: kC, attribute: cv",
            field: "parameters[2]", words: ["without a cv", "start:"]),
        BadPlan(
            passage: "endpoint: infused", replacement: "endpoint: infuse", field: "leaveOut[0].endpoint",
            words: ["name of an endpoint"]),
        BadPlan(
            passage: "endpoint: infused", replacement: "endpoint: cost_usd_mean", field: "leaveOut[0].endpoint",
            words: ["published"]),
        BadPlan(
            passage: "study: zuma-1", replacement: "study: zuma-9", field: "leaveOut[0].study",
            words: ["role calibration"]),
        BadPlan(passage: "\"set by the study\"", replacement: "\" \"", field: "leaveOut[0].because", words: ["reason"]),
        BadPlan(passage: "patients: 40", replacement: "patients: 0", field: "patients", words: ["1 or more"]),
        BadPlan(
            passage: "{share: 0.03, median: 0.1,", replacement: "{share: 0.03, median: 0.1, freedom: 0.5,",
            field: "discrepancy", words: ["freedom of 1 or more"]),
        BadPlan(passage: "step: 0.25", replacement: "step: 0", field: "step", words: ["more than 0"]),
        BadPlan(
            passage: "attribute: cv", replacement: "attribute: mean", field: "parameters[1].attribute",
            words: ["value, cv"]),
        BadPlan(passage: "seed: 7", replacement: "sed: 7", field: "sed", words: ["seed"]),
    ]
}

@Suite("A plan")
struct PlanTests {
    @Test(
        "a wrong plan of a calibration is refused with its line, what was expected and a remedy", arguments: BadPlan.all
    )
    func refused(bad: BadPlan) throws {
        let range = try #require(SmallCalibration.plan.range(of: bad.passage))
        let line = SmallCalibration.plan[..<range.lowerBound].count { $0 == "\n" } + 1
        let text = SmallCalibration.plan.replacingCharacters(in: range, with: bad.replacement)
        do {
            _ = try SmallCalibration.problem(text)
            Issue.record("the plan was accepted")
        } catch let error as CatalogueError {
            let problem = try #require(error.problems.first)
            #expect(problem.file == "plan.yaml" && problem.line == line && problem.field == bad.field)
            #expect(!problem.remedy.isEmpty)
            for word in bad.words { #expect(problem.description.contains(word), "\(problem)") }
        }
    }

    @Test("all faults of a plan are told at once")
    func several() throws {
        let text = SmallCalibration.plan.replacing("name: rE", with: "name: rF").replacing("name: p6", with: "name: p7")
        do {
            _ = try SmallCalibration.problem(text)
            Issue.record("the plan was accepted")
        } catch let error as CatalogueError {
            #expect(error.problems.map(\.field) == ["parameters[0].name", "parameters[2].name"])
        }
    }

    @Test("no fit can read a study that only validates")
    func validation() throws {
        var study = try #require(try SmallCalibration.material(["zuma-1"]).studies.first).study
        study.role = .validation
        let error = #expect(throws: CalibrationStudy.OnlyValidates.self) { try CalibrationStudy(study) }
        #expect(error?.description.contains("zuma-1") == true && error?.description.contains("validation") == true)
    }

    @Test("what all products are asked for, one product may be asked for otherwise")
    func overruling() throws {
        let text =
            SmallCalibration.plan + """
                  - {of: products, name: rE, attribute: value, prior: {low: 1, high: 10}, source: "test"}

                """
        let problem = try SmallCalibration.problem(text, studies: ["zuma-1", "eliana"])
        let growth = problem.parameters.filter { $0.name == "rE" }
        #expect(growth.map(\.owner) == [.product("axicabtagene-ciloleucel"), .product("tisagenlecleucel")])
        #expect(abs(growth[0].prior.high - 6) < 1e-9 && abs(growth[1].prior.high - 10) < 1e-9)
    }

    @Test("parameters of owners that were not selected stay as the files have them")
    func only() throws {
        let problem = try SmallCalibration.problem(only: ["body"])
        #expect(problem.parameters.map(\.label) == ["body p6 value"])
        let product = try SmallCalibration.problem(only: ["product axicabtagene-ciloleucel", "diseases"])
        #expect(product.parameters.map(\.name) == ["rE", "kk"])
        #expect(throws: CatalogueError.self) { try SmallCalibration.problem(only: ["product tisagenlecleucel"]) }
    }

    @Test("a share is fitted on the logit scale, a spread and everything else on the log scale")
    func scales() throws {
        let text =
            SmallCalibration.plan + """
                  - {of: products, name: process.unfitShare, attribute: value, prior: {low: 0.01, high: 0.4}, source: "test"}

                """
        let problem = try SmallCalibration.problem(text)
        #expect(problem.parameters.map(\.prior.scale) == [.log, .log, .log, .logit])
        let fitted = problem.fitted(at: problem.start)
        #expect(abs((fitted.products["axicabtagene-ciloleucel"]?["process.unfitShare"]?.value ?? 0) - 0.12) < 1e-12)
    }

    @Test("an endpoint that is left out is not compared, all others are")
    func leftOut() throws {
        let problem = try SmallCalibration.problem()
        let study = problem.material.studies[0].study
        let names = problem.comparisons[0].map(\.name.rawValue)
        #expect(names == study.published.map(\.endpoint).filter { $0 != "infused" })
    }

    @Test("the plans that ship can be used")
    func shipped() throws {
        let shelf = try Shelf(root: SmallCalibration.root)
        for name in ["calibration", "calibration-short"] {
            let url = SmallCalibration.root.appendingPathComponent("Models/body/\(name).yaml")
            let file = try CalibrationPlanFile(at: url.path)
            let material = try shelf.calibrationMaterial(studies: file.plan.studies, body: SmallCalibration.body)
                .material
            let problem = try CalibrationProblem(plan: file.plan, material: material, command: "test")
            #expect(!problem.parameters.isEmpty && problem.comparisons.allSatisfy { !$0.isEmpty })
        }
    }
}
