import ArgumentParser
import Catalogue
import Foundation

/// Runs the command and turns whatever is thrown into a message on standard error and an exit code.
@main
enum Main {
    static func main() {
        do {
            try refuseUnknownCommand()
            var command = try LivingDrug.parseAsRoot()
            try command.run()
        } catch {
            exit(Failure.report(error))
        }
    }

    /// A misspelt command is told with the one that is near.
    private static func refuseUnknownCommand() throws {
        let known = LivingDrug.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let first = CommandLine.arguments.dropFirst().first, !first.hasPrefix("-"), !known.contains(first) else {
            return
        }
        let near = NearMatches.of(first, among: known)
        throw CommandError(
            "there is no command '\(first)'." + (near.isEmpty ? "" : " Did you mean \(near.joined(separator: " or "))?")
                + " Commands: \(known.joined(separator: ", ")).")
    }
}
