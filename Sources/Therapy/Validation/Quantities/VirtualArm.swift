import Care

/// A way to run a study: as published, under another policy, or after another lymphodepletion.
public struct VirtualArm: Hashable, Sendable {
    /// Identifier of the study.
    public var study: String
    /// Identifier of the policy; nil for the study's own rules.
    public var policy: String?
    /// Whether bendamustine replaces the study's lymphodepletion.
    public var bendamustine: Bool

    /// Makes an arm.
    public init(study: String, policy: String? = nil, bendamustine: Bool = false) {
        self.study = study
        self.policy = policy
        self.bendamustine = bendamustine
    }

    /// For messages.
    public var words: String {
        study + (policy.map { " under \($0)" } ?? "") + (bendamustine ? " after bendamustine" : "")
    }
}

/// An arm that was run.
public struct ArmRun: Sendable {
    /// What it ran.
    public let setting: TrialSetting
    /// One a patient, by index.
    public let outcomes: [Outcome]
    /// Traces of the first patients, if any were kept.
    public let traces: [PatientTrace]

    /// Makes a run.
    public init(setting: TrialSetting, result: Trial.Result) {
        self.setting = setting
        outcomes = result.outcomes
        traces = result.traces
    }

    /// Infused patients without a numerical failure.
    var infused: [Outcome] { outcomes.filter { $0.failure == nil && $0.infused } }
}

extension Quantity {
    /// Arms that must be run for it.
    public var arms: [VirtualArm] {
        guard let study else { return [] }
        let own = VirtualArm(study: study, policy: policy)
        return measure == .bendamustineOverStudy ? [own, VirtualArm(study: study, bendamustine: true)] : [own]
    }
}

extension TrialSetting {
    /// The same patients with bendamustine before the infusion: 90 mg/m² on two days, as for tisagenlecleucel in lymphoma
    /// (label; toxicity reference 1.6), over 30 minutes, days −4 and −3 (assumed).
    public func afterBendamustine() -> TrialSetting {
        var copy = self
        copy.study.lymphodepletion = [-4.0, -3.0].map {
            LymphodepletionDose(drug: .bendamustine, milligramsPerSquareMetre: 90, day: $0, minutes: 30)
        }
        return copy
    }
}
