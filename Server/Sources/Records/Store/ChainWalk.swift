import Care
import Chain
import Foundation

/// Reads the rows of a journal, entry by entry, and tells the first that is not what was written.
struct ChainWalk {
    let row: JournalTables.Row
    /// The journal up to here.
    private(set) var journal: Journal
    /// Hash of the last entry, as it stands in the database.
    private(set) var hash: String

    /// Begins at the header.
    init(_ row: JournalTables.Row, realm: JournalRealm, centre: CentreID) throws(ChainFault) {
        self.row = row
        func fault(_ problem: String) -> ChainFault {
            ChainFault(therapy: row.therapy, place: .header, problem: problem)
        }
        let opening = JournalOpening(
            therapy: row.therapy, header: row.header, openedAt: row.openedAt, openedBy: row.openedBy)
        guard opening.seal(realm: realm, centre: centre) == row.seal else {
            throw fault("realm, centre, header, or who opened it when were changed, or the seal was")
        }
        guard let journal = try? Journal(ndjson: row.header) else { throw fault("the header cannot be read") }
        guard Array(journal.therapy.utf8) == Array(row.therapy.utf8) else { throw fault("it is of another therapy") }
        guard journal.subject.realm == realm else { throw fault("it belongs to another realm") }
        self.journal = journal
        hash = ChainHash.origin(header: row.header)
    }

    /// Goes on from a journal that was read before and whose hash is the database's.
    init(_ row: JournalTables.Row, after known: VersionedJournal) {
        self.row = row
        journal = known.journal
        hash = known.head
    }

    /// Takes the next entry.
    mutating func take(_ line: JournalTables.Line) throws(ChainFault) {
        let next = journal.entries.count + 1
        func fault(_ problem: String) -> ChainFault {
            ChainFault(therapy: row.therapy, place: .entry(next), problem: problem)
        }
        guard line.sequence == next else { throw fault("it is missing; the next one is \(line.sequence)") }
        guard next <= row.version else { throw fault("it stands after the journal's end, \(row.version)") }
        guard ChainHash.next(after: hash, entry: line.entry) == line.hash else {
            throw fault("its text or its hash was changed")
        }
        guard let entry = try? CanonicalJSON.value(Entry.self, line.entry) else { throw fault("it cannot be read") }
        do {
            try journal.append(entry)
        } catch {
            throw fault("it cannot stand there (\(error.field))")
        }
        hash = line.hash
    }

    /// Ends where the journal's row says.
    func end() throws(ChainFault) -> VersionedJournal {
        let count = journal.entries.count
        guard count == row.version else {
            throw ChainFault(
                therapy: row.therapy, place: .entry(count + 1), problem: "it is missing; there should be \(row.version)"
            )
        }
        guard hash == row.head else {
            throw ChainFault(
                therapy: row.therapy, place: .head, problem: "the last entry's hash is not the one that was noted")
        }
        return VersionedJournal(journal: journal, version: count, head: hash)
    }
}
