import ArgumentParser
import Care
import FHIR
import Foundation
import Records

/// `livingdrug-server import fhir`.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take a journal of another system in.", subcommands: [Fhir.self])

    struct Fhir: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fhir", abstract: "Take a journal in that was exported as a FHIR R4 Bundle.")

        @Argument(help: "The Bundle (JSON).")
        var file: String
        @OptionGroup var options: DatabaseOptions
        @OptionGroup var centre: CentreOptions

        func run() async throws {
            guard let data = FileManager.default.contents(atPath: file) else {
                throw RequestFault("\(file): the file cannot be read.")
            }
            let realm: FHIRRealm = centre.training ? .training : .real
            let journal = try FHIRImport.journal(
                from: FHIRResource(data, limits: ReadingLimits(bytes: 64 << 20)), into: realm)
            let database = try await Database.open(DatabaseLocation(argument: options.database))
            let store = try await centre.store(on: database)
            let receipt = try await store.adopt(journal, by: Actor(role: .dataManager, name: "import"))
            await database.close()
            print("\(receipt.therapy): \(receipt.lines.count) entries")
        }
    }
}

/// `livingdrug-server export fhir`.
struct ExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Give a journal to another system.", subcommands: [Fhir.self])

    struct Fhir: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "fhir", abstract: "Write a journal as a FHIR R4 Bundle on standard output.")

        @Argument(help: "The therapy.")
        var therapy: String
        @OptionGroup var options: DatabaseOptions
        @OptionGroup var centre: CentreOptions

        func run() async throws {
            let database = try await options.openExisting()
            let journal = try await centre.store(on: database).journal(therapy).journal
            await database.close()
            let bundle = try FHIRExport.bundle(of: journal, centre: centre.centre)
            FileHandle.standardOutput.write(bundle.data + Data([10]))
        }
    }
}
