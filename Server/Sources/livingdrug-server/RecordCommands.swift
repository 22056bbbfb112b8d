import ArgumentParser
import Foundation
import Records

/// `livingdrug-server verify`.
struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Walk the hash chains of all journals; names the first entry that is broken.")

    @OptionGroup var options: DatabaseOptions

    func run() async throws {
        let database = try await options.openExisting()
        let audit = try await Audit(of: database)
        await database.close()
        guard audit.isWhole else {
            for part in audit.parts { for fault in part.report.faults { Terminal.say("\(fault)") } }
            throw WorkFault("the records are not whole")
        }
        print("whole: \(audit.journals) journals, \(audit.entries) entries")
    }
}

/// `livingdrug-server backup`.
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the records while they are used, and verify the copy.",
        discussion: """
            SQLite: a database file, with accounts. PostgreSQL: an archive of the journals (accounts: pg_dump, too). With
            --archive an archive of the journals from either; it can be restored into the other.
            """)

    @Argument(help: "The file to write; it must not be there.")
    var file: String

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "An archive of the journals, to be read by either kind of database.")
    var archive = false

    func run() async throws {
        let database = try await options.openExisting()
        let summary =
            archive || database.dialect == .postgres
            ? try await Backup.archive(database, to: file) : try await Backup.copy(database, to: file)
        await database.close()
        print("\(file): \(summary.journals) journals, \(summary.entries) entries, verified")
    }
}

/// `livingdrug-server restore`.
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Restore a backup into a database that is not there yet, or holds no journals.")

    @Argument(help: "The backup.")
    var file: String

    @OptionGroup var options: DatabaseOptions

    @Flag(help: "The backup is an archive.")
    var archive = false

    func run() async throws {
        guard FileManager.default.fileExists(atPath: file) else {
            throw RequestFault("\(file): there is no such file.")
        }
        let location = DatabaseLocation(argument: options.database)
        let summary: Backup.Summary
        if case .sqlite(let path) = location, !archive {
            summary = try await Backup.restore(copy: file, to: path)
        } else {
            let database = try await Database.open(location)
            try await JournalStore.migrate(database)
            summary = try await Backup.restore(archive: file, into: database)
            await database.close()
        }
        print("\(options.database): \(summary.journals) journals, \(summary.entries) entries, verified")
    }
}
