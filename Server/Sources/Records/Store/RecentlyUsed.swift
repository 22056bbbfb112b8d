/// Values that were used lately, up to a weight over all of them; those that nobody has asked for longest go first.
package struct RecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Kept {
        var value: Value
        var weight: Int
        var used: UInt64
    }
    private var kept: [Key: Kept] = [:]
    private var clock: UInt64 = 0
    private let limit: Int
    /// What all that is kept weighs. A single value may weigh more than the limit: who works with it needs it.
    package private(set) var weight = 0

    /// Nothing yet.
    package init(limit: Int) { self.limit = limit }

    /// The value of a key, which is used by this.
    package mutating func value(_ key: Key) -> Value? {
        clock += 1
        kept[key]?.used = clock
        return kept[key]?.value
    }

    /// Keeps a value in place of the one that the key has.
    package mutating func keep(_ value: Value, _ key: Key, weight: Int) {
        clock += 1
        self.weight += weight - (kept[key]?.weight ?? 0)
        kept[key] = Kept(value: value, weight: weight, used: clock)
        if self.weight > limit { makeRoom(sparing: key) }
    }

    /// An eighth at once, so that what is full is not searched at each change.
    private mutating func makeRoom(sparing key: Key) {
        for (old, item) in kept.sorted(by: { $0.value.used < $1.value.used }) where old != key {
            weight -= item.weight
            kept[old] = nil
            if weight <= limit / 8 * 7 { break }
        }
    }
}
