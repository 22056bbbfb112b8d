import Foundation
import Inference

/// A plan of a calibration with the lines of its file, so that what is found wrong later can still be told with its
/// line.
public struct CalibrationPlanFile {
    /// The plan.
    public let plan: CalibrationPlan
    private let document: YAMLDocument

    /// Decodes a plan.
    ///
    /// - Parameter file: what messages call the file.
    /// - Throws: `CatalogueError` with the line.
    public init(_ text: String, file: String) throws {
        document = try YAMLDocument(text, file: file)
        plan = try NodeDecoder.decode(CalibrationPlan.self, from: document)
    }

    /// Reads a plan.
    ///
    /// - Throws: `CatalogueError` if it cannot be read or is wrong.
    public init(at path: String) throws {
        try self.init(FileText.read(URL(fileURLWithPath: path), named: path), file: path)
    }

    /// Faults of the plan's meaning, with their lines.
    public func error(_ faults: PlanFaults) -> CatalogueError {
        CatalogueError(
            faults.faults.map { fault in
                var path = FieldPath([.key(fault.field)])
                if let index = fault.index { path = path + index }
                if let part = fault.part { path = path + part }
                let stands = document.node(at: path).map(YAMLDocument.describe) ?? "nothing"
                return document.problem(
                    at: path, found: fault.found ?? stands, expected: fault.expected, remedy: fault.remedy)
            })
    }
}
