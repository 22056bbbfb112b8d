public import Care

/// Who makes a request, and by what they showed it.
public struct Identity: Sendable {
    /// How somebody showed who they are.
    public enum Proof: Sendable, Equatable {
        /// A session of a browser
        case session(Session)
        /// An API token, by its identifier
        case token(id: String, scopes: Set<Permission>)
    }
    /// Whose account.
    public let account: Account
    /// By what.
    public let proof: Proof

    /// What may be done: what the role may, and no more than the token's scopes.
    public var permissions: Set<Permission> {
        guard case .token(_, let scopes) = proof else { return account.role.permissions }
        return account.role.permissions.intersection(scopes)
    }

    /// Whether something may be done. Until the one-time password is changed, nothing may.
    public func may(_ permission: Permission) -> Bool {
        guard !account.mustChangePassword, permission.isGranted(to: account.role) else { return false }
        guard case .token(_, let scopes) = proof else { return true }
        return scopes.contains(permission)
    }

    /// As whom they write an event: their own work if the event is part of it, else a duty entrusted to them by name.
    /// Where neither fits it is their own work, and the rules say that it is not.
    public func actor(for event: Event) -> Actor? {
        guard let own = account.role.actingRole else { return nil }
        let roles = event.roles
        let fitting =
            roles.contains(own) ? own : account.duties.sorted { $0.rawValue < $1.rawValue }.first(where: roles.contains)
        return Actor(role: fitting ?? own, name: account.fullName)
    }
}
