import Care
import Synchronization

/// A clock that tests set.
final class TestClock: Sendable {
    private let milliseconds: Atomic<Int64>
    init(_ milliseconds: Int64) { self.milliseconds = Atomic(milliseconds) }
    var now: Instant { Instant(millisecondsSince1970: milliseconds.load(ordering: .relaxed)) }
    func advance(by change: Int64) { milliseconds.add(change, ordering: .relaxed) }
}
