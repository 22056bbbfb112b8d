import Care

/// Who read or changed which chart, and when.
public struct AccessLogPage: Sendable {
    /// One line.
    public struct Line: Sendable {
        /// When.
        public var at: Instant
        /// Who.
        public var user: String
        /// In which role.
        public var role: String
        /// What they did.
        public var action: String
        /// Whose chart; nil: none.
        public var therapy: String?
        /// Whether it was allowed.
        public var isAllowed: Bool

        /// Makes one.
        public init(at: Instant, user: String, role: String, action: String, therapy: String?, isAllowed: Bool) {
            self.at = at
            self.user = user
            self.role = role
            self.action = action
            self.therapy = therapy
            self.isAllowed = isAllowed
        }
    }

    let lines: [Line]
    let filter: FormState
    let next: String?

    /// Makes the page.
    /// - Parameters:
    ///   - filter: fields `user` and `therapy` of the query.
    ///   - next: path of the next page; nil: this is the last.
    public init(_ lines: [Line], filter: FormState = .empty, next: String? = nil) {
        self.lines = lines
        self.filter = filter
        self.next = next
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        try Layout.page(
            "access-log",
            [
                "byUser": filter.values["user"], "byTherapy": filter.values["therapy"], "nextPage": next,
                "isEmpty": lines.isEmpty,
                "lines": lines.map { line in
                    [
                        "at": Words.time(line.at), "who": line.user, "role": line.role, "did": line.action,
                        "therapy": line.therapy, "refused": !line.isAllowed,
                    ] as Fields
                },
            ], in: frame, wide: true)
    }
}
