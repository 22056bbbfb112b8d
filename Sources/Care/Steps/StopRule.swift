/// One rule of the steps: its identifier and what is the same whenever it stands.
public struct StopRule: Sendable, Equatable {
    /// Identifier, the same in all journals.
    public let id: String
    /// The step to which it belongs.
    public let step: Step
    /// How it binds, unless a label or its finding makes it milder.
    public let severity: Stop.Severity
    /// What it stands against.
    public let actions: [Action]
    /// What would clear it.
    public let clearedBy: String
    /// Who may override it; nil: nobody.
    public let override: OverrideRule?
    /// Whether an override is for one act, not for all that follow.
    public let isPerAct: Bool
    /// Where the rule stands, when no label says so.
    public let source: RuleSource

    init(
        _ id: String, _ step: Step, _ severity: Stop.Severity = .stop, against actions: [Action] = [],
        clearedBy: String, override: OverrideRule? = nil, perAct: Bool = false,
        source: RuleSource = .steps
    ) {
        self.id = id
        self.step = step
        self.severity = severity
        self.actions = actions
        self.clearedBy = clearedBy
        self.override = severity == .identity ? nil : override
        isPerAct = perAct
        self.source = source
    }

    /// All rules, in the order of the steps.
    public static let all: [StopRule] = [
        referralRules, orderRules, preCollectionRules, leukapheresisRules, shipmentRules, freezingRules,
        acceptanceRules,
        activationRules, transductionRules, expansionRules, harvestRules, releaseRules, returnShipmentRules,
        readinessRules, lymphodepletionRules, infusionRules, acuteRules, lateRules, followUpRules, failureRules,
        generalRules,
    ].flatMap(\.self)
}

extension StopRule {
    /// The rule stands, for these reasons.
    func stop(
        _ reasons: [StopReason], about subject: String? = nil, unknown: Bool = false,
        severity: Stop.Severity? = nil, against actions: [Action]? = nil
    ) -> Stop {
        Stop(
            rule: id, subject: subject, step: step, severity: severity ?? self.severity,
            actions: actions ?? self.actions, reasons: reasons, isUnknown: unknown, clearedBy: clearedBy,
            override: override)
    }

    /// The rule stands because of a finding.
    func found(
        _ finding: String, _ threshold: String? = nil, in place: (any Placed)? = nil, source: RuleSource? = nil,
        about subject: String? = nil, severity: Stop.Severity? = nil, against actions: [Action]? = nil
    ) -> Stop {
        stop(
            [reason(finding, threshold, in: place, source: source)], about: subject, severity: severity,
            against: actions)
    }

    /// The rule stands because something is not known.
    func unknown(
        _ missing: String, _ threshold: String? = nil, in place: (any Placed)? = nil, source: RuleSource? = nil,
        about subject: String? = nil, severity: Stop.Severity? = nil, against actions: [Action]? = nil
    ) -> Stop {
        stop(
            [reason(missing, threshold, in: place, source: source)], about: subject, unknown: true,
            severity: severity, against: actions)
    }

    func reason(
        _ finding: String, _ threshold: String? = nil, in place: (any Placed)? = nil, source: RuleSource? = nil
    ) -> StopReason {
        StopReason(
            finding: finding, threshold: threshold, entry: place?.entry, at: place?.at, source: source ?? self.source)
    }
}
