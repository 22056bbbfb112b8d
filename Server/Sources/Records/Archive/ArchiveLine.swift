import Foundation

/// The lines of an archive: NDJSON, a journal's line before those of its entries, then claims and receipts.
enum ArchiveLine {
    static let format = 1

    struct Opening: Codable, Equatable {
        struct Contents: Codable, Equatable {
            var format: Int
            var madeAt: String
        }
        var archive: Contents
    }

    struct Journal: Codable, Equatable {
        struct Contents: Codable, Equatable {
            var realm: JournalRealm
            var centre: CentreID
            var therapy: String
            var header: String
            var openedAt: String
            var openedBy: String
            var seal: String
            var version: Int
            var head: String
        }
        var journal: Contents
    }

    struct Claimed: Codable, Equatable {
        struct Contents: Codable, Equatable {
            var realm: JournalRealm
            var centre: CentreID
            var claim: Claim
            var therapy: String
            var claimedIn: Int
            var releasedIn: Int?
        }
        var claimed: Contents
    }

    struct Receipt: Codable, Equatable {
        struct Contents: Codable, Equatable {
            var realm: JournalRealm
            var centre: CentreID
            var key: String
            var digest: String
            var therapy: String
            var first: Int
            var last: Int
        }
        var receipt: Contents
    }

    struct End: Codable, Equatable {
        struct Contents: Codable, Equatable {
            var journals: Int
            var entries: Int
            /// SHA-256 of all lines before, with their line feeds, hex.
            var sha256: String
        }
        var end: Contents
    }

    /// An entry's line: its text stays to the letter what was hashed.
    static func entry(_ line: JournalTables.Line) -> String { "{\"entry\":\(line.entry),\"hash\":\"\(line.hash)\"}" }

    /// The text and hash of an entry's line; nil if it is none.
    static func entry(_ text: Data) -> (entry: String, hash: String)? {
        let (start, middle, end) = ("{\"entry\":".utf8, ",\"hash\":\"".utf8, "\"}".utf8)
        let bytes = Array(text)
        let tail = middle.count + 64 + end.count
        guard bytes.count > start.count + tail, bytes.starts(with: start), bytes.suffix(end.count) == Array(end)[...]
        else { return nil }
        let cut = bytes.count - tail
        guard bytes[cut..<(cut + middle.count)] == Array(middle)[...] else { return nil }
        return (
            String(decoding: bytes[start.count..<cut], as: UTF8.self),
            String(decoding: bytes[(cut + middle.count)..<(bytes.count - end.count)], as: UTF8.self)
        )
    }
}
