import ArgumentParser
import Foundation

/// Runs the command; whatever is thrown becomes a message on standard error and an exit code: 0 done, 1 the work failed, 2
/// the request was wrong.
@main
enum Main {
    static func main() async {
        do {
            var command = try LivingDrugServer.parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            exit(Failure.report(error))
        }
    }
}

/// The command line of the centre's server.
struct LivingDrugServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "livingdrug-server", abstract: "A treatment centre runs its CAR-T patients here.",
        discussion: """
            Try:
              livingdrug-server serve --training
              livingdrug-server serve --database centre.sqlite --centre north
              livingdrug-server verify --database centre.sqlite
              livingdrug-server backup centre-2026-11-21.sqlite --database centre.sqlite

            Research and education software, not a medical device. docs/operations.md tells of TLS, backup and upgrades.
            Exit codes: 0 done, 1 the work failed, 2 the request was wrong.
            """,
        version: "0.1.0",
        subcommands: [
            ServeCommand.self, VerifyCommand.self, BackupCommand.self, RestoreCommand.self, ImportCommand.self,
            ExportCommand.self, UserCommand.self,
        ])
}
