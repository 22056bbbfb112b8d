extension Label {
    /// A section of a version.
    public enum Section: String, Codable, Sendable, CaseIterable {
        /// In the order of a label
        case indications, contraindications, limitationsOfUse, warnings, trialCriteria, washouts, collection, doses,
            lymphodepletion, premedication, thaw, infusion, tocilizumab, release, transport, monitoring, proximity,
            driving, boxedWarnings, certification, followUp, aftercare
    }
}

extension Label.Version {
    /// The sections that are not known here.
    public var unknownSections: [Label.Section] {
        Label.Section.allCases.filter { section in
            switch section {
            case .indications: indications == nil
            case .contraindications: contraindications == nil
            case .limitationsOfUse: limitationsOfUse == nil
            case .warnings: warnings == nil
            case .trialCriteria: trialCriteria == nil
            case .washouts: washouts == nil
            case .collection: collection == nil
            case .doses: doses == nil
            case .lymphodepletion: lymphodepletion == nil
            case .premedication: premedication == nil
            case .thaw: thaw == nil
            case .infusion: infusion == nil
            case .tocilizumab: tocilizumab == nil
            case .release: release == nil
            case .transport: transport == nil
            case .monitoring: monitoring == nil
            case .proximity: proximity == nil
            case .driving: driving == nil
            case .boxedWarnings: boxedWarnings == nil
            case .certification: certification == nil
            case .followUp: followUp == nil
            case .aftercare: aftercare == nil
            }
        }
    }

    /// This version with the sections that it leaves out taken from the version before it: a file writes only what
    /// changed.
    public func inheriting(from previous: Label.Version?) -> Label.Version {
        guard let previous else { return self }
        var version = self
        func inherit<Value>(_ path: WritableKeyPath<Label.Version, Value?>) {
            if version[keyPath: path] == nil { version[keyPath: path] = previous[keyPath: path] }
        }
        inherit(\.indications)
        inherit(\.contraindications)
        inherit(\.limitationsOfUse)
        inherit(\.warnings)
        inherit(\.trialCriteria)
        inherit(\.washouts)
        inherit(\.collection)
        inherit(\.doses)
        inherit(\.lymphodepletion)
        inherit(\.premedication)
        inherit(\.thaw)
        inherit(\.infusion)
        inherit(\.tocilizumab)
        inherit(\.release)
        inherit(\.transport)
        inherit(\.monitoring)
        inherit(\.proximity)
        inherit(\.driving)
        inherit(\.boxedWarnings)
        inherit(\.certification)
        inherit(\.followUp)
        inherit(\.aftercare)
        return version
    }
}
