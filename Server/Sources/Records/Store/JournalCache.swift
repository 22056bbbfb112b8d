import Synchronization

/// Journals that were read, so that a chart needs one row of the database and no JSON.
///
/// It never decides what is served: a reader first asks the database for the durable version and hash, and takes from
/// here only the journal of exactly that hash. So it may hold journals of transactions that are not committed yet, apart
/// from the durable ones, which the next write of the same group goes on from.
final class JournalCache: Sendable {
    private struct Slot {
        var durable: VersionedJournal?
        var pending: VersionedJournal?
        var used: UInt64 = 0
        var entries: Int { (durable?.version ?? 0) + (pending?.version ?? 0) }
    }
    private struct State {
        var slots: [Int: Slot] = [:]
        var entries = 0
        var clock: UInt64 = 0
    }
    private let state = Mutex(State())
    /// Most entries kept, over all journals.
    private let limit: Int

    init(limit: Int = 400_000) { self.limit = limit }

    /// The journal of a row with this hash, if it is here.
    func journal(_ row: Int, version: Int, head: String) -> VersionedJournal? {
        state.withLock { state in
            guard var slot = state.slots[row] else { return nil }
            state.clock += 1
            slot.used = state.clock
            state.slots[row]?.used = state.clock
            return [slot.pending, slot.durable].lazy.compactMap { $0 }.first {
                $0.version == version && $0.head == head
            }
        }
    }

    /// The durable journal of a row that is no longer than `version`: what follows need only be added.
    func prefix(_ row: Int, version: Int) -> VersionedJournal? {
        state.withLock { state in
            state.slots[row]?.durable.flatMap { $0.version <= version ? $0 : nil }
        }
    }

    /// Keeps a journal that the database holds durably.
    func keepDurable(_ journal: VersionedJournal, _ row: Int) {
        change(row) { slot in
            if let old = slot.durable, old.version > journal.version { return }
            slot.durable = journal
            if let pending = slot.pending, pending.version <= journal.version { slot.pending = nil }
        }
    }

    /// Keeps a journal that a transaction has written but not committed.
    func keepPending(_ journal: VersionedJournal, _ row: Int) { change(row) { $0.pending = journal } }

    /// Forgets a row's journals: what was read from the database does not follow from them.
    func forget(_ row: Int) { change(row) { $0 = Slot() } }

    private func change(_ row: Int, _ body: (inout Slot) -> Void) {
        state.withLock { state in
            var slot = state.slots[row] ?? Slot()
            state.entries -= slot.entries
            body(&slot)
            state.clock += 1
            slot.used = state.clock
            state.entries += slot.entries
            state.slots[row] = slot
            guard state.entries > limit else { return }
            // An eighth at once, so that a full cache is not searched at each write.
            for (old, slot) in state.slots.sorted(by: { $0.value.used < $1.value.used }) where old != row {
                state.entries -= slot.entries
                state.slots[old] = nil
                if state.entries <= limit / 8 * 7 { break }
            }
        }
    }
}
