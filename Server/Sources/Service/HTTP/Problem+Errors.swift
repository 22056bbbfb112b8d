import Care
import Hummingbird
import NIOCore
import Records

extension Problem {
    /// Any error as a problem. What is not known here is a failure of ours: nothing of its text goes out, since it may hold
    /// what was typed.
    init(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let fault as AccountFault: self = .invalid(fault.field, fault.problem, fault.remedy)
        case let fault as EntryFault: self = .invalid(fault.field, fault.problem, fault.remedy)
        case let error as StoreError: self.init(store: error)
        case let refusal as SignInDesk.Refusal: self.init(refusal)
        case let refusal as TokenRefusal: self = Problem(.signInNeeded, refusal.rawValue, remedy: "Get a new token.")
        case let error as HTTPError: self.init(http: error)
        case is NIOTooManyBytesError:
            self = Problem(.tooLarge, "the body is larger than is taken here", remedy: "Send less at once.")
        default:
            self = Problem(
                .failed, "the server failed", remedy: "Try again; tell the administrator the request's number.")
        }
    }

    private init(store error: StoreError) {
        switch error {
        case .notFound: self = .notFound("therapy")
        case .exists:
            self = Problem(.exists, "this therapy has a journal", remedy: "An identifier is never given out twice.")
        case .stale(_, let actual):
            self = Problem(.stale, "somebody wrote in the meantime", remedy: "Read the journal again, then decide.")
            version = actual
        case .claimed(let claim, _): self.init(claim)
        case .notHeld:
            self = Problem(
                .conflict, "what would be given back is not held by this therapy", remedy: "Read the chart again.")
        case .keyReused:
            self = Problem(
                .keyReused, "this Idempotency-Key was used for another content", remedy: "Take a new key for a new act."
            )
        case .refused(let fault): self = .invalid(fault.field, fault.problem, fault.remedy)
        case .broken(let fault):
            self = Problem(
                .broken, "this journal is not as it was written, from \(fault.place) on",
                remedy: "Nothing is added to it. Restore from a backup; docs/operations.md.")
        case .full: self = Problem(.full, "the disk is full", remedy: "Nothing was written. Make room.")
        case .unavailable:
            self = Problem(.unavailable, "the database is not there", remedy: "Nothing was written. Try again.")
            retryAfter = 2
        case .outcomeUnknown:
            self = Problem(
                .outcomeUnknown, "the database went away while it wrote",
                remedy: "It may have been written or not: look at the chart first. Sent again with the same "
                    + "Idempotency-Key it is written once.")
            retryAfter = 2
        case .tooLarge:
            self = Problem(.tooLarge, "an entry is larger than is taken here", remedy: "Shorten its texts.")
        }
    }

    private init(_ claim: Claim) {
        let what =
            switch claim.kind {
            case .slot: "this slot is booked"
            case .batchRelease: "this batch is released"
            case .bagInfusion: "this bag is being infused or was"
            case .identifier: "this identifier belongs to another therapy"
            }
        self = Problem(.claimed, what, remedy: "Read the chart again; nothing was written.")
    }

    private init(_ refusal: SignInDesk.Refusal) {
        switch refusal {
        case .wrong:
            self = Problem(
                .signInNeeded, "name or password are wrong",
                remedy: "After five failures the name is locked for a while.")
        case .locked(let seconds):
            self = Problem(.tooMany, "too many failures for this name", remedy: "Wait, or ask an administrator.")
            retryAfter = seconds
        }
    }

    private init(http error: HTTPError) {
        switch error.status {
        case .notFound: self = .notFound("page")
        case .methodNotAllowed: self = Problem(.method, "this method is not known here")
        case .contentTooLarge:
            self = Problem(.tooLarge, "the body is larger than is taken here", remedy: "Send less at once.")
        case .unsupportedMediaType: self = Problem(.mediaType, "this media type is not taken here")
        default:
            self = Problem(error.status.code < 500 ? .badRequest : .failed, "the request cannot be read")
        }
    }
}
