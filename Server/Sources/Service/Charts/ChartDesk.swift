import Care
import Foundation
import Records
import Synchronization

/// Charts, computed once for a version and a moment and kept a while: many look at the same patient.
final class ChartDesk: Sendable {
    private struct Key: Hashable {
        var therapy: String
        var head: String
        var minute: Int64
    }
    private struct Shelf {
        var pages: [Key: Data] = [:]
        var order: [Key] = []
    }
    private let records: CentreRecords
    private let shelf = Mutex(Shelf())
    /// Charts kept.
    private static let most = 512

    init(records: CentreRecords) { self.records = records }

    /// A journal as it is, read at a time; now if none is given.
    func reading(_ therapy: String, at instant: Instant?) async throws -> ChartReading {
        let found = try await records.store.journal(therapy)
        return ChartReading(found, at: instant ?? now(after: found), in: records)
    }

    /// The whole minute, but not before the last entry: what was just written is seen.
    func now(after found: VersionedJournal) -> Instant {
        let now = records.clock.now()
        let minute = Instant(
            millisecondsSince1970: now.milliseconds / 60_000 * 60_000, zoneOffsetMinutes: now.zoneOffsetMinutes)
        let last = found.journal.entries.last?.recordedAt ?? minute
        return last > minute
            ? Instant(millisecondsSince1970: last.milliseconds, zoneOffsetMinutes: now.zoneOffsetMinutes) : minute
    }

    /// A chart as JSON.
    func json(_ found: VersionedJournal, at instant: Instant) throws -> Data {
        let key = Key(therapy: found.journal.therapy, head: found.head, minute: instant.milliseconds)
        if let page = shelf.withLock({ $0.pages[key] }) { return page }
        let page = try Wire.data(ChartAnswer(ChartReading(found, at: instant, in: records)))
        shelf.withLock { shelf in
            guard shelf.pages.updateValue(page, forKey: key) == nil else { return }
            shelf.order.append(key)
            if shelf.order.count > Self.most { shelf.pages[shelf.order.removeFirst()] = nil }
        }
        return page
    }
}
