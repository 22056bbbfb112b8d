/// What somebody sent with a form, and what is wrong with it, carried back into the page beside each field.
public struct FormState: Sendable, Equatable {
    /// What was sent, by field.
    public var values: [String: String]
    /// What is wrong and what would be right, by field.
    public var errors: [String: String]
    /// What is wrong with the whole.
    public var summary: String?

    /// Makes one.
    public init(values: [String: String] = [:], errors: [String: String] = [:], summary: String? = nil) {
        self.values = values
        self.errors = errors
        self.summary = summary
    }

    /// A form that nobody has sent.
    public static let empty = FormState()

    /// Whether something is wrong.
    public var isFaulty: Bool { !errors.isEmpty || summary != nil }
}

/// A form that cannot be taken as it was sent.
public struct FormFault: Error, Sendable, Equatable {
    /// What was sent, with what is wrong.
    public var state: FormState

    /// Makes one.
    public init(_ state: FormState) { self.state = state }
}
