import Care
import Records

/// Gets the signatures that an act demands, and writes them down.
struct Signatures: Sendable {
    let database: any SQLDatabase
    let centre: CentreID
    let realm: JournalRealm
    let clock: ServiceClock
    let signIn: SignInDesk
    let accounts: AccountStore
    let confirmations: Confirmations

    /// The event with the names of those who signed in it, and the second person, if there is one.
    func signed(
        _ request: EntryRequest, by identity: Identity, as actor: Actor, therapy: String, key: String?, at path: String
    ) async throws -> (event: Event, second: Account?) {
        switch request.event.signatureRule {
        case .none: return (request.event, nil)
        case .reauthentication:
            guard let password = request.signature?.password else {
                throw Self.needed("\(path).signature.password", "this act is signed with one's own password")
            }
            guard try await signIn.account(identity.account.name, password).id == identity.account.id else {
                throw Problem(.signatureNeeded, "the password is not right", remedy: "Give your own.")
            }
            return (request.event.signed(by: actor, second: nil), nil)
        case .secondPerson(let roles):
            let second = try await second(
                request.signature, therapy: therapy, event: request.event.type, key: key, at: path)
            guard second.id != identity.account.id else {
                throw Self.needed("\(path).signature", "the second must be another person")
            }
            guard roles.contains(second.role), !second.mustChangePassword else {
                let words = roles.map(\.rawValue).sorted().joined(separator: " or ")
                throw Self.needed("\(path).signature", "the second must be \(words), and signed in before")
            }
            let witness = Actor(role: second.role.actingRole ?? actor.role, name: second.fullName)
            return (request.event.signed(by: actor, second: witness), second)
        }
    }

    private func second(
        _ signature: SignatureRequest?, therapy: String, event: EventType, key: String?, at path: String
    ) async throws -> Account {
        if let code = signature?.confirmation {
            let id = try await confirmations.use(code, therapy: therapy, event: event, for: key)
            guard let id, let account = try await accounts.account(id), account.state == .active else {
                throw Self.needed("\(path).signature.confirmation", "this confirmation does not hold for this act")
            }
            return account
        }
        guard let name = signature?.name, let password = signature?.password else {
            throw Self.needed("\(path).signature", "this act needs a second person")
        }
        do {
            return try await signIn.account(name, password)
        } catch SignInDesk.Refusal.wrong {
            throw Self.needed("\(path).signature", "name or password of the second person are wrong")
        }
    }

    private static func needed(_ field: String, _ problem: String) -> Problem {
        var result = Problem(
            .signatureNeeded, problem, remedy: "Add `signature`: name and password, or a confirmation.")
        result.fields = [FieldFault(field: field, problem: problem, remedy: "See the OpenAPI document, EntryRequest.")]
        return result
    }

    /// Writes signatures down before the entries that they are for; a signature without an entry is an act that was
    /// stopped after it was signed.
    func keep(_ signed: [(account: Account, event: Event, meaning: String)], therapy: String, from entry: Int)
        async throws
    {
        guard !signed.isEmpty else { return }
        let (centre, realm, now) = (centre.rawValue, realm.rawValue, clock.now())
        try await database.write { connection in
            for signature in signed {
                try connection.execute(
                    """
                    INSERT INTO signatures (centre, realm, at, account, name, role, therapy, entry, event, meaning)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        .text(centre), .text(realm), .instant(now), .integer(signature.account.id),
                        .text(signature.account.fullName), .text(signature.account.role.rawValue), .text(therapy),
                        .integer(entry), .text(signature.event.type.rawValue), .text(signature.meaning),
                    ])
            }
        }
    }
}

extension Event {
    /// The event with those who signed in the places that it has for them; what was typed there is not believed.
    fileprivate func signed(by actor: Actor, second: Actor?) -> Event {
        switch self {
        case .batchReleased(var release):
            release.signedBy = [actor]
            return .batchReleased(release)
        case .identityVerified(var check):
            check.checkedBy = [actor.name] + (second.map { [$0.name] } ?? [])
            return .identityVerified(check)
        case .stopOverridden(var override):
            if let second { override.secondSignature = second }
            return .stopOverridden(override)
        default: return self
        }
    }
}
