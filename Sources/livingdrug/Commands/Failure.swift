import ArgumentParser
import Care
import Catalogue
import Dynamics
import Foundation
import Inference
import Tables
import Therapy

/// Turns an error into a message on standard error and an exit code: 1 the work failed, 2 the request was wrong.
enum Failure {
    static func report(_ error: any Error) -> Int32 {
        if LivingDrug.exitCode(for: error) == .success {
            print(LivingDrug.fullMessage(for: error))
            return 0
        }
        switch error {
        case let error as any RequestProblem: return say("\(error)", 2)
        case is CommandError, is ValidationError: return say(LivingDrug.fullMessage(for: error), 2)
        case let error as Interrupted: return say("\(error)", 130)
        case is Trial.Interrupted: return say("\(Interrupted())", 130)
        // A table that cannot be read is a wrong request; one that cannot be written is work that failed.
        case let error as TableError: return say("\(error)", error.kind == .unwritable ? 1 : 2)
        default:
            let isUsage = LivingDrug.exitCode(for: error) == .validationFailure
            return say(isUsage ? LivingDrug.fullMessage(for: error) : "\(error)", isUsage ? 2 : 1)
        }
    }

    private static func say(_ message: String, _ code: Int32) -> Int32 {
        let text = message.hasPrefix("Error:") ? message : "livingdrug: " + message
        FileHandle.standardError.write(Data((text + "\n").utf8))
        return code
    }
}

/// An error of the request: what was asked for is unknown or malformed.
protocol RequestProblem: Error {}
extension UnknownName: RequestProblem {}
extension CatalogueError: RequestProblem {}
extension CalibrationStudy.OnlyValidates: RequestProblem {}
extension Calibration.OtherCalibration: RequestProblem {}
extension ShelfNotFound: RequestProblem {}
extension JournalError: RequestProblem {}
extension InstantError: RequestProblem {}
extension SBMLError: RequestProblem {}
extension ProgramError: RequestProblem {}
extension FormulaError: RequestProblem {}

/// A request that cannot be met, in words.
struct CommandError: Error, CustomStringConvertible, RequestProblem {
    let description: String
    init(_ description: String) { self.description = description }
}
