import ArgumentParser
import Foundation

/// Runs the command and turns whatever is thrown into a message on standard error and an exit code.
@main
enum Main {
    static func main() {
        do {
            var command = try LivingDrug.parseAsRoot()
            try command.run()
        } catch {
            exit(Failure.report(error))
        }
    }
}
