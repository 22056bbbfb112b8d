/// Which members have come; a bit each.
struct MemberSet {
    private var words: [UInt64]
    /// How many have come.
    private(set) var count = 0

    /// None of so many.
    init(members: Int) { words = Array(repeating: 0, count: (members + 63) / 64) }

    /// Notes a member; false if it had come before.
    mutating func insert(_ member: Int) -> Bool {
        let bit = UInt64(1) << UInt64(member % 64)
        guard words[member / 64] & bit == 0 else { return false }
        words[member / 64] |= bit
        count += 1
        return true
    }
}
