/// Puts members that come in any order into order: those that come early wait.
struct MemberQueue {
    /// One member that waits for those before it.
    struct Waiting {
        var values: [Double]
        var failure: String?
    }

    /// The next member to write.
    private(set) var next = 0
    private var waiting: [Int: Waiting] = [:]

    /// Members that have come, written or waiting.
    var arrived: Int { next + waiting.count }

    /// Whether a member has come.
    func has(_ member: Int) -> Bool { member < next || waiting[member] != nil }

    /// Takes a member; `write` is called for it and for those that waited for it, or not yet.
    mutating func take(
        _ member: Int, _ values: UnsafeBufferPointer<Double>, failure: String?,
        write: (Int, UnsafeBufferPointer<Double>, String?) throws(TableError) -> Void
    ) throws(TableError) {
        guard member == next else {
            waiting[member] = Waiting(values: Array(values), failure: failure)
            return
        }
        try write(member, values, failure)
        next += 1
        while let early = waiting.removeValue(forKey: next) {
            try early.values.withUnsafeBufferPointer { values throws(TableError) in
                try write(next, values, early.failure)
            }
            next += 1
        }
    }
}
