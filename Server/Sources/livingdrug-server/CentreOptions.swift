import ArgumentParser
import Care
import Catalogue
import Foundation
import Records
import Service

/// Which records.
struct DatabaseOptions: ParsableArguments {
    @Option(help: "An SQLite file, or postgres://user@host/name (the password by PGPASSWORD or a .pgpass file).")
    var database: String

    /// Opens a database that must be there.
    func openExisting() async throws -> any SQLDatabase {
        let location = DatabaseLocation(argument: database)
        if case .sqlite(let path) = location, !FileManager.default.fileExists(atPath: path) {
            throw RequestFault("\(path): there is no such file; `serve` makes a new database.")
        }
        return try await Database.open(location)
    }
}

/// Which centre of them.
struct CentreOptions: ParsableArguments {
    @Option(help: "The centre: one database may hold several that do not see each other.")
    var centre = "centre"

    @Flag(help: "The training journals, not the patients'.")
    var training = false

    func validate() throws {
        let letters = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "-_."))
        guard (1...60).contains(centre.count), centre.unicodeScalars.allSatisfy(letters.contains) else {
            throw ValidationError("--centre \(centre): 1 to 60 letters, digits, hyphens.")
        }
    }

    var identifier: CentreID { CentreID(rawValue: centre) }
    var realm: JournalRealm { training ? .training : .real }

    /// A centre on a database, without a server.
    func service(on database: any SQLDatabase) async throws -> CentreService {
        try await CentreService(
            CentreConfiguration(centre: identifier, realm: realm), database: database, shelf: Evidence.shelf())
    }

    /// The journals of the centre.
    func store(on database: any SQLDatabase) async throws -> JournalStore {
        try await JournalStore.migrate(database)
        return JournalStore(database, realm: realm, centre: identifier)
    }
}

/// The data that ship: found from `LIVINGDRUG_DATA`, the program's place or the current folder.
enum Evidence {
    static func shelf() throws -> Shelf {
        let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return try Shelf.find(
            explicit: ProcessInfo.processInfo.environment["LIVINGDRUG_DATA"],
            executable: executable ?? CommandLine.arguments.first,
            current: FileManager.default.currentDirectoryPath)
    }
}
