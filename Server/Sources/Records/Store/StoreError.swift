import Care

/// Why a store did not do what was asked. It holds identifiers, never what is written about a patient.
public enum StoreError: Error, Sendable, Equatable {
    /// The realm and centre have no such therapy.
    case notFound
    /// There is a journal of that therapy already.
    case exists
    /// The journal has moved on since the version that the writer saw.
    case stale(expected: Int, actual: Int)
    /// Another therapy or act has it.
    case claimed(Claim, by: String)
    /// What is to be released is not held by this therapy.
    case notHeld(Claim)
    /// The key was used for something else.
    case keyReused
    /// The entry cannot stand in the journal.
    case refused(EntryFault)
    /// The journal in the database is not what was written.
    case broken(ChainFault)
    /// No room is left; nothing was written.
    case full
    /// The database cannot be reached or failed; nothing was written.
    case unavailable(String)
    /// The connection was lost, or the disk failed, while committing: it may have been written or not.
    case outcomeUnknown
    /// Too much at once.
    case tooLarge(what: String, size: Int, limit: Int)
}

extension StoreError: CustomStringConvertible {
    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .notFound: "There is no such therapy here. Check the identifier."
        case .exists: "There is a journal of this therapy already. Open that one."
        case .stale(let expected, let actual):
            "The journal has \(actual) entries, not \(expected). Look at what was written meanwhile, then send it again."
        case .claimed(let claim, let therapy):
            "\(claim.kind.rawValue) '\(claim.name)' is taken by therapy '\(therapy)'. Choose another, or find out which is "
                + "right."
        case .notHeld(let claim):
            "\(claim.kind.rawValue) '\(claim.name)' is not held by this therapy, so it cannot be released here."
        case .keyReused: "This idempotency key was sent before with another content. Use a new key for a new request."
        case .refused(let fault): fault.description
        case .broken(let fault): fault.description
        case .full: "No room is left for the records; nothing was written. Free room, then send it again."
        case .unavailable(let why): why
        case .outcomeUnknown:
            "The database was lost or failed while writing: it may have been written or not. Send it again with the same "
                + "idempotency key, or look first."
        case .tooLarge(let what, let size, let limit):
            "\(what): \(size) is more than the limit of \(limit). Send less at once."
        }
    }

    /// The failure of a database or of a body, as a store's.
    init(_ error: any Error) {
        switch error {
        case let error as StoreError: self = error
        case let error as EntryFault: self = .refused(error)
        case let error as ChainFault: self = .broken(error)
        case let error as SQLError: self = Self.store(error)
        default: self = .unavailable("The records failed (\(type(of: error))); nothing was written.")
        }
    }

    private static func store(_ error: SQLError) -> StoreError {
        switch error.kind {
        case .full: .full
        case .outcomeUnknown: .outcomeUnknown
        case .damaged:
            .unavailable("The database is damaged (\(error.code)); nothing was written. Restore it from a backup.")
        default: .unavailable("The database failed (\(error)); nothing was written. Send it again.")
        }
    }
}
