import Care
import Chain

/// The hash chain of a journal on its way into a Bundle. It goes along with an export, so that a value that was edited on the
/// way is found though nothing else repeats it, and the receiver can compare with the sender's store.
struct JournalChain {
    static let entryURL = extensionURL("chain-hash")
    static let headURL = extensionURL("chain-head")

    /// The last hash.
    private(set) var head: String

    /// The chain before the first entry.
    init(of journal: Journal) throws {
        head = ChainHash.origin(
            header: try CanonicalJSON.header(therapy: journal.therapy, subject: journal.subject))
    }

    /// Adds an entry by its canonical JSON.
    mutating func add(_ line: String) { head = ChainHash.next(after: head, entry: line) }
}
