extension Journal {
    /// The entries that count, in the order in which they happened: those that a correction struck out are left out,
    /// and so is what happened after `instant`.
    ///
    /// What was written late stands where it happened, so the order of writing changes nothing. Entries of one moment
    /// stand by rank (`Event.momentRank`), and those of the bedside then by value.
    ///
    /// - Returns: positions in `entries`.
    public func chronology(until instant: Instant? = nil) -> [Int] {
        chronology(after: nil, until: instant, leavingOut: struck)
    }

    /// Of the chronology, what happened after a moment: a moment is never divided, so that this is the end of the whole.
    /// - Parameter struck: the entries that a correction struck out, by sequence number.
    func chronology(after floor: Instant?, until instant: Instant?, leavingOut struck: Set<Int>) -> [Int] {
        var marks: [Mark] = []
        if floor == nil { marks.reserveCapacity(entries.count) }
        var isSorted = true
        for position in firstPosition(after: floor)..<entries.endIndex {
            let milliseconds = entries[position].occurredAt.milliseconds
            if let floor, milliseconds <= floor.milliseconds { continue }
            if let instant, milliseconds > instant.milliseconds { continue }
            if !struck.isEmpty, struck.contains(entries[position].sequence) { continue }
            let mark = Mark(
                milliseconds: milliseconds, rank: entries[position].event.momentRank, position: Int32(position))
            if isSorted, let last = marks.last { isSorted = last.isClearlyBefore(mark) }
            marks.append(mark)
        }
        if !isSorted {
            marks.sort { $0.isBefore($1) }
            orderByValue(&marks)
        }
        return marks.map { Int($0.position) }
    }

    /// The first position at which there can be something that happened after a moment: it was not written before.
    private func firstPosition(after floor: Instant?) -> Int {
        guard let floor, isInOrderOfWriting else { return 0 }
        return entries.firstPosition { $0.recordedAt.milliseconds > floor.milliseconds }
    }

    /// When and of which rank an entry is: all that sorting looks at, so that no entry is moved.
    private struct Mark {
        var milliseconds: Int64
        var rank: UInt8
        var position: Int32

        /// Whether this one stands first, those of one moment and rank in the order of writing.
        func isBefore(_ other: Mark) -> Bool {
            (milliseconds, rank, position) < (other.milliseconds, other.rank, other.position)
        }

        /// Whether this one stands first whatever the values are.
        func isClearlyBefore(_ other: Mark) -> Bool {
            if milliseconds != other.milliseconds { return milliseconds < other.milliseconds }
            if rank != other.rank { return rank < other.rank }
            return !Event.isOrderedByValue(rank)
        }
    }

    /// Puts bedside entries of one rank and moment in the order of their values.
    private func orderByValue(_ marks: inout [Mark]) {
        var start = 0
        while start < marks.count {
            let first = marks[start]
            var end = start + 1
            while end < marks.count, marks[end].milliseconds == first.milliseconds, marks[end].rank == first.rank {
                end += 1
            }
            if end - start > 1, Event.isOrderedByValue(first.rank) {
                marks[start..<end].sort { a, b in
                    let (one, other) = (entries[Int(a.position)].event, entries[Int(b.position)].event)
                    if one.standsBefore(other) { return true }
                    return !other.standsBefore(one) && a.position < b.position
                }
            }
            start = end
        }
    }
}
