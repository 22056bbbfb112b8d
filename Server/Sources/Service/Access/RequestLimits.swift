import Care
import Synchronization

/// How many requests somebody may make: a bucket of tokens each, refilled evenly.
public struct RequestLimit: Sendable, Equatable {
    /// Requests at once.
    public var burst: Double
    /// Requests a second in the long run.
    public var perSecond: Double

    /// Makes a limit.
    public init(burst: Double, perSecond: Double) {
        self.burst = burst
        self.perSecond = perSecond
    }
}

/// The buckets of addresses or accounts. In memory: a restart forgives, a lock-out (in the database) does not.
final class RequestLimits: Sendable {
    private struct Bucket {
        var tokens: Double
        var at: Instant
    }
    private let limit: RequestLimit
    private let clock: ServiceClock
    private let buckets = Mutex<[String: Bucket]>([:])
    /// Buckets kept; more are made room for by those that are full again.
    private static let most = 50_000

    init(_ limit: RequestLimit, clock: ServiceClock) {
        self.limit = limit
        self.clock = clock
    }

    /// Takes one request; nil if it may pass, else the seconds to wait.
    func take(_ key: String) -> Double? {
        let now = clock.now()
        return buckets.withLock { buckets in
            if buckets.count >= Self.most, buckets[key] == nil { forgetFull(&buckets, now) }
            var bucket = buckets[key] ?? Bucket(tokens: limit.burst, at: now)
            bucket = refilled(bucket, now)
            defer { buckets[key] = bucket }
            guard bucket.tokens >= 1 else { return (1 - bucket.tokens) / limit.perSecond }
            bucket.tokens -= 1
            return nil
        }
    }

    private func refilled(_ bucket: Bucket, _ now: Instant) -> Bucket {
        let gained = max(0, now.seconds(since: bucket.at)) * limit.perSecond
        return Bucket(tokens: min(limit.burst, bucket.tokens + gained), at: now)
    }

    private func forgetFull(_ buckets: inout [String: Bucket], _ now: Instant) {
        buckets = buckets.filter { refilled($0.value, now).tokens < limit.burst }
        if buckets.count >= Self.most { buckets.removeAll() }
    }
}
