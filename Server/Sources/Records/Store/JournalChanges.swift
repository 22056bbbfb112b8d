import Synchronization

/// A journal has grown.
public struct JournalChange: Sendable, Equatable {
    /// The therapy.
    public var therapy: String
    /// Number of entries now; 0 for a new journal.
    public var version: Int
    /// Hash of the last.
    public var head: String
}

/// Tells those who listen that a journal has grown, after it is durable. Versions of a therapy only rise; one that was
/// overtaken is left out.
final class JournalChanges: Sendable {
    private struct State {
        var listeners: [Int: (therapy: String?, continuation: AsyncStream<JournalChange>.Continuation)] = [:]
        var latest: [String: Int] = [:]
        var next = 0
    }
    private let state = Mutex(State())

    /// A new listener: to all therapies, of which at most 4,096 changes wait, or to one, of which the newest waits.
    func stream(of therapy: String?) -> AsyncStream<JournalChange> {
        AsyncStream(bufferingPolicy: .bufferingNewest(therapy == nil ? 4096 : 1)) { continuation in
            let number = state.withLock { state in
                state.next += 1
                state.listeners[state.next] = (therapy, continuation)
                return state.next
            }
            continuation.onTermination = { [weak self] _ in
                self?.state.withLock { _ = $0.listeners.removeValue(forKey: number) }
            }
        }
    }

    /// Tells of a change.
    func tell(_ change: JournalChange) {
        state.withLock { state in
            if let latest = state.latest[change.therapy], latest >= change.version { return }
            if state.listeners.isEmpty {
                // Nobody has seen an older one, so there is nothing to keep in order.
                state.latest = [:]
                return
            }
            state.latest[change.therapy] = change.version
            for (therapy, continuation) in state.listeners.values where therapy == nil || therapy == change.therapy {
                continuation.yield(change)
            }
        }
    }
}
