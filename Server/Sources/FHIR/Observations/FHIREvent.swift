import Care

/// What another system reported, as an event that may be written into a journal.
public struct FHIREvent: Sendable, Equatable {
    /// What was observed.
    public var event: Event
    /// When, with its zone.
    public var occurredAt: Instant
    /// Identifier of the submission: the Observation's first identifier with its system, else its id. Nil if it has
    /// neither; it cannot then be told from one sent twice.
    public var submission: String?
    /// Whether it amends a result that was sent before: that entry must be struck out by a correction, else both stand.
    public var amends: Bool
    /// Whom it is about.
    public var subject: FHIRSubject
    /// Who reports it, by name, if the resource says so.
    public var performer: String?
    /// The realm that the resource names; nil if it names none, as other systems mostly do.
    public var realm: FHIRRealm?
    /// Path of the resource, for faults of the steps that follow.
    public var path: String
}

/// Whom an observation is about, as the sender refers to them. Which therapy that is, is for the receiver to say.
public struct FHIRSubject: Sendable, Equatable {
    /// Reference (for example `Patient/123`).
    public var reference: String?
    /// System of the identifier.
    public var system: String?
    /// Identifier (for example the chain-of-identity identifier of the therapy).
    public var identifier: String?
}
