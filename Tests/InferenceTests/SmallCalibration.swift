import Catalogue
import Dynamics
import Foundation
import Inference
import Therapy

/// Calibrations of the shipped data that are small enough for a test.
enum SmallCalibration {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static let body: Body = {
        let url = root.appendingPathComponent("Models/body/body.xml")
        do {
            return try Body(Program(Model(sbml: String(contentsOf: url, encoding: .utf8), file: "body.xml")))
        } catch {
            fatalError("the shipped body cannot be read: \(error)")
        }
    }()

    static func material(_ studies: [String]) throws -> Material {
        try Shelf(root: root).calibrationMaterial(studies: studies, body: body).material
    }

    /// Three parameters, one of each owner.
    static let plan = """
        seed: 7
        patients: 40
        step: 0.25
        iterations: 2
        screen: 3
        discrepancy: {share: 0.03, median: 0.1, source: "assumed"}
        leaveOut:
          - {study: zuma-1, endpoint: infused, because: "set by the study"}
        parameters:
          - {of: product axicabtagene-ciloleucel, name: rE, attribute: value, prior: {low: 1.5, high: 6}, source: "test"}
          - {of: disease large-b-cell-lymphoma, name: kk, attribute: cv, prior: {low: 0.3, high: 6}, source: "test"}
          - {of: body, name: p6, attribute: value, prior: {low: 10000, high: 200000}, source: "test"}

        """

    static func problem(
        _ text: String = plan, studies: [String] = ["zuma-1"], only: [String]? = nil
    ) throws -> CalibrationProblem {
        let file = try CalibrationPlanFile(text, file: "plan.yaml")
        do {
            return try CalibrationProblem(
                plan: file.plan, material: try material(studies), only: only, command: "livingdrug calibrate")
        } catch let faults as PlanFaults {
            throw file.error(faults)
        }
    }
}
