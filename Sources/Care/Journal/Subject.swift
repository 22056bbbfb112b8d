/// Whose journal it is. Real, simulated and training journals never mix.
public enum SubjectKind: Sendable, Equatable, Hashable, Codable {
    /// A patient.
    case real
    /// Somebody made up to learn on.
    case training
    /// A virtual patient: who, of which run.
    case simulated(study: String, seed: UInt64, patient: Int)
}

/// What somebody does at work; it decides what they may do.
public enum Role: String, Codable, Sendable, CaseIterable {
    /// Roles of a treatment centre and its partners
    case coordinator, nurse, physician, laboratory, cellLab, quality, factory, courier, pharmacist, qualifiedPerson,
        payer, dataManager, registry
}

/// Who did something.
public struct Actor: Codable, Sendable, Equatable {
    /// In which role.
    public var role: Role
    /// Name, or "simulator".
    public var name: String

    /// Makes an actor.
    public init(role: Role, name: String) {
        self.role = role
        self.name = name
    }
}
