/// Where a writer is between its start and its end.
enum Lifetime {
    case open
    case finished
    case discarded
    /// The error that ended it, which all later calls throw again.
    case failed(TableError)

    /// Runs one step of an open writer; an error ends it.
    ///
    /// - Parameters:
    ///   - file: The file, for messages.
    ///   - cleanUp: Removes what has been written; runs after an error.
    ///   - step: The step.
    static func step(
        _ lifetime: inout Lifetime, file: String, cleanUp: () -> Void, _ step: () throws(TableError) -> Void
    ) throws(TableError) {
        switch lifetime {
        case .open: break
        case .failed(let error): throw error
        case .finished: throw closed(file, "finished")
        case .discarded: throw closed(file, "discarded")
        }
        do throws(TableError) {
            try step()
        } catch {
            lifetime = .failed(error)
            cleanUp()
            throw error
        }
    }

    private static func closed(_ file: String, _ how: String) -> TableError {
        TableError(
            .misuse, file: file, found: "a writer that has been \(how)",
            remedy: "Write before that, or make another writer.")
    }
}
