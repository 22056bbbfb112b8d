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
        /// Entries kept: the two share all but the last.
        var entries: Int { max(1, durable?.version ?? 0, pending?.version ?? 0) }
    }
    private let slots: Mutex<RecentlyUsed<Int, Slot>>

    /// - Parameter limit: most entries kept, over all journals; one of vital signs takes about 0.4 kB.
    init(limit: Int = 400_000) { slots = Mutex(RecentlyUsed(limit: limit)) }

    /// The journal of a row with this hash, if it is here.
    func journal(_ row: Int, version: Int, head: String) -> VersionedJournal? {
        let slot = slots.withLock { $0.value(row) }
        return [slot?.pending, slot?.durable].lazy.compactMap { $0 }.first {
            $0.version == version && $0.head == head
        }
    }

    /// Whether of a row a longer durable journal is here, and not the one of this hash.
    func isOvertaken(_ row: Int, version: Int, head: String) -> Bool {
        guard journal(row, version: version, head: head) == nil else { return false }
        return slots.withLock { $0.value(row) }?.durable.map { $0.version > version } ?? false
    }

    /// The durable journal of a row that is no longer than `version`: what follows need only be added.
    func prefix(_ row: Int, version: Int) -> VersionedJournal? {
        slots.withLock { $0.value(row) }?.durable.flatMap { $0.version <= version ? $0 : nil }
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
        slots.withLock { slots in
            var slot = slots.value(row) ?? Slot()
            body(&slot)
            slots.keep(slot, row, weight: slot.entries)
        }
    }
}
