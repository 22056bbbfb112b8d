import Care

/// What an act demands beside a signed-in person.
public enum SignatureRule: Sendable, Equatable {
    /// Nothing more
    case none
    /// The same person's password again: a signature of two components
    case reauthentication
    /// A second person, of one of these roles, by name and password or by a confirmation given a moment ago
    case secondPerson(Set<AccountRole>)
}

extension Event {
    /// What recording this event demands: one table. The release of a batch is signed with a password; identity at the
    /// bedside, what blocks a cytokine, and every override are the act of two.
    public var signatureRule: SignatureRule {
        switch self {
        case .batchReleased, .releaseApproved, .batchRecalled: .reauthentication
        case .identityVerified: .secondPerson([.physician, .nurse, .cellLab])
        case .drugGiven(let dose):
            switch dose.drug {
            case .tocilizumab, .siltuximab, .fludarabine, .cyclophosphamide, .bendamustine:
                .secondPerson([.physician, .nurse])
            default: .none
            }
        case .stopOverridden: .secondPerson([.physician, .quality])
        default: .none
        }
    }
}
