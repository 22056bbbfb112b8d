import Foundation
import Synchronization

/// Ctrl-C as a flag that long work looks at, so that it can stop between patients and leave nothing half-written. A
/// second Ctrl-C ends the program at once.
enum Interruption {
    private static let requested = Atomic<Bool>(false)

    /// Starts listening. Call once before long work.
    static func listen() {
        // A parent may have left the signal blocked; then Ctrl-C would go unheard.
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGINT)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        signal(SIGINT) { _ in
            if Interruption.requested.exchange(true, ordering: .relaxed) { _exit(130) }
        }
    }

    /// Whether Ctrl-C was pressed.
    static var isRequested: Bool { requested.load(ordering: .relaxed) }
}

/// The user stopped the work.
struct Interrupted: Error, CustomStringConvertible {
    var description = "stopped; nothing was written"
}
