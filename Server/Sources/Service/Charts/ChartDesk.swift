import Care
import NIOCore
import Records
import Synchronization

/// A chart as JSON, with the version that it shows.
struct ChartSheet: Sendable {
    let version: Int
    let head: String
    let at: Instant
    /// The text, as it goes out: those who get the same chart share it.
    let body: ByteBuffer

    /// A chart changes with time, too: what is due becomes overdue. The tag names the moment, therefore it is weak.
    static func tag(_ version: Int, _ head: String, _ at: Instant) -> String {
        "W/\"\(version)-\(head)-\(at.milliseconds)\""
    }
    var tag: String { Self.tag(version, head, at) }
}

/// Charts, computed once for those who look at the same patient at the same time, and kept until the journal grows.
final class ChartDesk: Sendable {
    /// What a chart is asked of: a therapy now, or at a time that somebody named.
    fileprivate struct Key: Hashable {
        var therapy: String
        var named: Int64?
    }
    fileprivate struct Wish {
        var found: VersionedJournal
        var at: Instant
        var answer: CheckedContinuation<ChartSheet, any Error>
    }
    /// One chart at a time is made of a therapy. Those who come meanwhile share the next one, made of the newest journal
    /// that any of them has found: it is durable, and none of them has seen a newer one.
    fileprivate struct Place {
        var sheet: ChartSheet?
        var waiting: [Wish] = []
        var isWorking = false
    }
    fileprivate struct Shelf {
        var places: [Key: Place] = [:]
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

    /// The chart of a journal as it was found, or of a newer version of it.
    /// - Parameter named: the time that was asked for; nil: now.
    func sheet(_ found: VersionedJournal, at named: Instant?) async throws -> ChartSheet {
        let key = Key(therapy: found.journal.therapy, named: named?.milliseconds)
        let at = named ?? now(after: found)
        return try await withCheckedThrowingContinuation { answer in
            let (known, begins) = shelf.withLock { shelf -> (ChartSheet?, Bool) in
                var place = shelf.places[key] ?? Place()
                if let sheet = place.sheet, Self.serves(sheet, found, at) { return (sheet, false) }
                let begins = !place.isWorking
                place.isWorking = true
                place.waiting.append(Wish(found: found, at: at, answer: answer))
                if shelf.places.updateValue(place, forKey: key) == nil { shelf.order.append(key) }
                return (nil, begins)
            }
            if let known { answer.resume(returning: known) }
            if begins { Task { self.work(at: key) } }
        }
    }

    /// Whether a sheet is what was asked for: this version at this time, or both not older.
    private static func serves(_ sheet: ChartSheet, _ found: VersionedJournal, _ at: Instant) -> Bool {
        sheet.version == found.version
            ? sheet.head == found.head && sheet.at == at : sheet.version > found.version && sheet.at >= at
    }

    private func work(at key: Key) {
        while true {
            let wishes = shelf.withLock { shelf -> [Wish] in
                let wishes = shelf.places[key]?.waiting ?? []
                shelf.places[key]?.waiting = []
                if wishes.isEmpty {
                    shelf.places[key]?.isWorking = false
                    shelf.forgetOldest(beyond: Self.most)
                }
                return wishes
            }
            guard let latest = wishes.max(by: { $0.found.version < $1.found.version })?.found,
                let asked = wishes.map(\.at).max()
            else { return }
            // Who writes may have found a newer one: it is durable, too, and its fold is at hand.
            let newest = records.folds.newest(latest)
            let at = key.named == nil ? max(asked, now(after: newest)) : asked
            let made = Result { try make(newest, at: at) }
            if case .success(let sheet) = made { shelf.withLock { $0.places[key]?.sheet = sheet } }
            for wish in wishes { wish.answer.resume(with: made) }
        }
    }

    private func make(_ found: VersionedJournal, at instant: Instant) throws -> ChartSheet {
        let answer = ChartAnswer(ChartReading(found, at: instant, in: records))
        return ChartSheet(
            version: found.version, head: found.head, at: instant, body: ByteBuffer(bytes: try answer.bytes()))
    }
}

extension ChartDesk.Shelf {
    /// Forgets the oldest places that nobody waits at.
    fileprivate mutating func forgetOldest(beyond most: Int) {
        guard order.count > most else { return }
        let idle = order.prefix(order.count - most).filter { places[$0]?.isWorking == false }
        for key in idle { places[key] = nil }
        let gone = Set(idle)
        order.removeAll { gone.contains($0) }
    }
}
