public import Care
import Foundation

/// The time, handed in, so that tests can let it pass.
public struct ServiceClock: Sendable {
    /// Now, in the zone of the place.
    public let now: @Sendable () -> Instant

    /// A clock of one's own.
    public init(now: @escaping @Sendable () -> Instant) { self.now = now }

    /// The machine's clock, in its zone.
    public static let system = ServiceClock {
        let now = Date()
        return Instant(
            millisecondsSince1970: Int64((now.timeIntervalSince1970 * 1_000).rounded(.down)),
            zoneOffsetMinutes: TimeZone.current.secondsFromGMT(for: now) / 60)
    }
}

extension Instant {
    /// This many seconds later.
    func advanced(bySeconds seconds: Double) -> Instant {
        Instant(
            millisecondsSince1970: milliseconds + Int64((seconds * 1_000).rounded()),
            zoneOffsetMinutes: zoneOffsetMinutes)
    }

    /// Seconds from another moment to this one.
    func seconds(since other: Instant) -> Double { Double(milliseconds - other.milliseconds) / 1_000 }
}
