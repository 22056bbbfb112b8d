import Foundation
import Synchronization

/// A line of progress with rate and remaining time on a terminal; nothing at all in a pipe.
final class ProgressMeter: Sendable {
    private struct State {
        var shown = Date.distantPast
        var drawn = false
    }

    private let total: Int
    private let noun: String
    private let started = Date()
    private let isTerminal: Bool
    private let state = Mutex(State())

    /// - Parameters:
    ///   - total: how many there are to do; 0 if nobody can say.
    ///   - noun: what they are, in the plural.
    init(total: Int, noun: String) {
        self.total = total
        self.noun = noun
        isTerminal = isatty(STDERR_FILENO) != 0
    }

    /// Reports that `done` are done; draws at most ten times a second.
    func update(_ done: Int) {
        guard isTerminal else { return }
        let now = Date()
        state.withLock { state in
            guard now.timeIntervalSince(state.shown) > 0.1 || done == total else { return }
            state.shown = now
            state.drawn = true
            let elapsed = max(now.timeIntervalSince(started), 1e-3)
            let rate = Double(done) / elapsed
            let left = rate > 0 ? Double(total - done) / rate : 0
            let width = 24
            let filled = total > 0 ? width * done / total : width
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
            let text =
                total == 0
                ? String(format: "\r\u{1B}[K%d %@, %.0f/s", done, noun, rate)
                : String(
                    format: "\r\u{1B}[K%@ %d of %d %@, %.0f/s, %.0f s left", bar, done, total, noun, rate, left)
            FileHandle.standardError.write(Data(text.utf8))
        }
    }

    /// Removes the line.
    func finish() {
        state.withLock { state in
            guard state.drawn else { return }
            FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
            state.drawn = false
        }
    }
}
