import ArgumentParser
import Catalogue
import FHIR
import Foundation
import Records
import Service

/// A request that cannot be met, in words.
struct RequestFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Work that did not succeed, in words.
struct WorkFault: Error, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

/// Turns an error into a message and an exit code.
enum Failure {
    static func report(_ error: any Error) -> Int32 {
        if LivingDrugServer.exitCode(for: error) == .success {
            print(LivingDrugServer.fullMessage(for: error))
            return 0
        }
        switch error {
        case is RequestFault, is AccountFault, is ShelfNotFound, is FHIRFault: return say("\(error)", 2)
        case is ValidationError: return say(LivingDrugServer.fullMessage(for: error), 2)
        case let error as StoreError where error == .notFound || error == .exists: return say("\(error)", 2)
        case is WorkFault, is StoreError, is SQLError, is MigrationError, is ArchiveError: return say("\(error)", 1)
        default:
            let isUsage = LivingDrugServer.exitCode(for: error) == .validationFailure
            return say(isUsage ? LivingDrugServer.fullMessage(for: error) : "\(error)", isUsage ? 2 : 1)
        }
    }

    private static func say(_ message: String, _ code: Int32) -> Int32 {
        Terminal.say(message.hasPrefix("Error:") ? message : "livingdrug-server: " + message)
        return code
    }
}

/// Messages to people, on standard error.
enum Terminal {
    static func say(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
