/// Signing in.
public struct SignInPage: Sendable {
    let state: FormState
    let next: String?

    /// Makes the page.
    /// - Parameter next: path to go on to; the server checks that it is one of its own.
    public init(state: FormState = .empty, next: String? = nil) {
        self.state = state
        self.next = next
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let form = FormView(
            id: "sign-in", action: "/sign-in", submit: "Sign in",
            groups: [
                .init(fields: [
                    Field(
                        name: "name", label: "User name", isRequired: true, isFocused: true, autocomplete: "username"),
                    Field(name: "password", label: "Password", kind: .currentPassword, isRequired: true),
                ])
            ], hidden: next.map { [("next", $0)] } ?? [], state: state)
        return try Layout.page(
            "plain", ["heading": "Sign in", "lead": "For staff of the centre.", "form": form.fields], in: frame)
    }
}

/// Changing one's own password.
public struct PasswordPage: Sendable {
    let state: FormState
    let mustChange: Bool
    let shortest: Int

    /// Makes the page.
    /// - Parameters:
    ///   - mustChange: whether nothing else may be done before.
    ///   - shortest: fewest characters of a password.
    public init(state: FormState = .empty, mustChange: Bool = false, shortest: Int = 12) {
        self.state = state
        self.mustChange = mustChange
        self.shortest = shortest
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let form = FormView(
            id: "password", action: "/password", submit: "Change password",
            groups: [
                .init(fields: [
                    Field(
                        name: "current", label: mustChange ? "One-time password" : "Present password",
                        kind: .currentPassword, isRequired: true, isFocused: true),
                    Field(
                        name: "new", label: "New password", kind: .newPassword,
                        hint: "\(shortest) characters or more; a sentence is good.", isRequired: true),
                    Field(name: "again", label: "New password again", kind: .newPassword, isRequired: true),
                ])
            ], state: state)
        return try Layout.page(
            "plain",
            [
                "heading": "Change password",
                "lead": mustChange ? "You signed in with a one-time password. Choose your own to go on." : nil,
                "form": form.fields,
            ], in: frame)
    }
}

/// Something could not be answered: what, and what to do. It tells nothing of patients.
public struct ErrorPage: Sendable {
    let status: Int
    let problem: String
    let remedy: String
    let reference: String?

    /// Makes the page.
    /// - Parameters:
    ///   - status: HTTP status.
    ///   - reference: number under which the log holds it.
    public init(status: Int, problem: String, remedy: String, reference: String? = nil) {
        self.status = status
        self.problem = problem
        self.remedy = remedy
        self.reference = reference
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        try Layout.page(
            "error",
            ["status": "\(status)", "problem": problem, "remedy": remedy, "reference": reference], in: frame)
    }
}
