import Foundation
import Glibc
import Records

/// Writes to a database under concurrency and says what was acknowledged, so that `scripts/crash-test` can kill it at any
/// moment and then check that all of it is there. Also measures how fast that is.
@main
struct RecordsCrash {
    static func main() async {
        let arguments = Array(CommandLine.arguments.dropFirst())
        let options = Options(Array(arguments.dropFirst()))
        do {
            switch arguments.first {
            case "write": try await Writing(options).run()
            case "check": try await Checking(options).run()
            case "measure": try await Measuring(options).run()
            default:
                Lines.complain(
                    """
                    records-crash write --database URL [--therapies 8] [--writers 32] [--resend LOG] >> LOG
                    records-crash check --database URL --log LOG
                    records-crash measure --database URL [--clients 200] [--seconds 10] [--entries 300]
                    """)
                exit(2)
            }
        } catch {
            Lines.complain("\(error)")
            exit(1)
        }
    }
}

/// Options of the form `--name value`.
struct Options {
    private var values: [String: String] = [:]

    init(_ arguments: [String]) {
        var index = 0
        while index + 1 < arguments.count {
            values[arguments[index]] = arguments[index + 1]
            index += 2
        }
    }

    func text(_ name: String) -> String? { values["--" + name] }
    func number(_ name: String, or standard: Int) -> Int { text(name).flatMap(Int.init) ?? standard }

    /// Opens the database that is named.
    func database() async throws -> any SQLDatabase {
        guard let location = text("database") else {
            Lines.complain("--database is missing")
            exit(2)
        }
        let database = try await Database.open(DatabaseLocation(argument: location))
        try await JournalStore.migrate(database)
        return database
    }
}

/// Lines that other processes read: each by one system call, so that a kill never leaves half of one before another.
enum Lines {
    static func put(_ text: String) { write(text, to: 1) }
    static func complain(_ text: String) { write(text, to: 2) }

    private static func write(_ text: String, to file: Int32) {
        let bytes = Array((text + "\n").utf8)
        bytes.withUnsafeBytes { _ = Glibc.write(file, $0.baseAddress, $0.count) }
    }
}
