import Care

/// A stop, for programs and pages.
struct StopAnswer: Codable, Sendable, Equatable {
    var id: String
    var rule: String
    var subject: String?
    var step: String
    var severity: String
    var actions: [String]
    var reasons: [String]
    /// Whether it stands because something is not known.
    var unknown: Bool
    var clearedBy: String
    /// Roles of the first and of the second who may override it; nil: nobody may.
    var override: Override?

    struct Override: Codable, Sendable, Equatable {
        var first: [String]
        var second: [String]
    }

    init(_ stop: Stop) {
        id = stop.id
        rule = stop.rule
        subject = stop.subject
        step = stop.step.title
        severity = stop.severity.rawValue
        actions = stop.actions.map(\.rawValue)
        reasons = stop.reasons.map(\.description)
        unknown = stop.isUnknown
        clearedBy = stop.clearedBy
        override = stop.override.map {
            Override(first: $0.roles.map(\.rawValue).sorted(), second: $0.second.map(\.rawValue).sorted())
        }
    }

    static let shape = Shape.object([
        .must("id", .text()), .must("rule", .text()), .may("subject", .text()), .must("step", .text()),
        .must("severity", .choice(Stop.Severity.allCases.map(\.rawValue))), .must("actions", .array(.text())),
        .must("reasons", .array(.text())), .must("unknown", .boolean), .must("clearedBy", .text()),
        .may("override", .object([.must("first", .array(.text())), .must("second", .array(.text()))])),
    ])
}
