import Care
import Crypto
import Foundation

/// The hash chain of a journal, as the records keep it: SHA-256 over the hash before, as 64 hex digits, and the entry's
/// canonical JSON; before the first entry, over the header line. It goes along with an export, so that a value that was
/// edited on the way is found though nothing else repeats it, and the receiver can compare with the sender's store.
struct JournalChain {
    static let entryURL = extensionURL("chain-hash")
    static let headURL = extensionURL("chain-head")

    /// The last hash.
    private(set) var head: String

    /// The chain before the first entry.
    init(of journal: Journal) throws {
        let header = try Journal(therapy: journal.therapy, subject: journal.subject).ndjson().dropLast()
        head = Self.hexadecimal(SHA256.hash(data: Data(header.utf8)))
    }

    /// Adds an entry by its canonical JSON.
    mutating func add(_ line: Data) {
        var hash = SHA256()
        hash.update(data: Data(head.utf8))
        hash.update(data: line)
        head = Self.hexadecimal(hash.finalize())
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
