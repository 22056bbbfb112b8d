/// A moment with the zone it was written in: milliseconds since 1970-01-01T00:00Z, and the zone's offset. Two instants
/// are compared by the moment alone.
public struct Instant: Sendable {
    /// Milliseconds since 1970-01-01T00:00:00Z.
    public var milliseconds: Int64
    /// Minutes that local time is ahead of UTC.
    public var zoneOffsetMinutes: Int

    /// Makes an instant.
    public init(millisecondsSince1970 milliseconds: Int64, zoneOffsetMinutes: Int = 0) {
        self.milliseconds = milliseconds
        self.zoneOffsetMinutes = zoneOffsetMinutes
    }

    /// The moment this many days later (or earlier), in the same zone, to the nearest millisecond.
    public func advanced(byDays days: Double) -> Instant {
        Instant(
            millisecondsSince1970: milliseconds + Int64((days * 86_400_000).rounded()),
            zoneOffsetMinutes: zoneOffsetMinutes)
    }

    /// Days from another moment to this one.
    public func days(since other: Instant) -> Double { Double(milliseconds - other.milliseconds) / 86_400_000 }

    /// Hours from another moment to this one.
    public func hours(since other: Instant) -> Double { Double(milliseconds - other.milliseconds) / 3_600_000 }
}

extension Instant: Comparable, Hashable {
    /// Whether the moments are the same, whatever the zones.
    public static func == (a: Instant, b: Instant) -> Bool { a.milliseconds == b.milliseconds }
    /// Order in time.
    public static func < (a: Instant, b: Instant) -> Bool { a.milliseconds < b.milliseconds }
    /// Hashes the moment.
    public func hash(into hasher: inout Hasher) { hasher.combine(milliseconds) }
}
