import Dynamics

/// A plan ready to run: its numbers and, for each of its services, the study, product, body and rules.
public struct CentreModel: Sendable {
    /// The plan.
    public let plan: CentrePlan
    /// One a service, in the plan's order.
    public let settings: [TrialSetting]
    /// What tells the settings apart: equal numbers mean settings that are the same. Scenarios that share a setting
    /// share the bodies.
    public let identities: [Int]

    /// - Parameters:
    ///   - settings: one for each of the plan's services, in order, with the seed of the first run.
    ///   - identities: equal for equal settings of one comparison.
    public init(plan: CentrePlan, settings: [TrialSetting], identities: [Int]) {
        precondition(settings.count == plan.services.count && identities.count == settings.count)
        self.plan = plan
        self.settings = settings
        self.identities = identities
    }

    /// The same with other patients: those of another seed.
    func seeded(_ seed: UInt64) -> CentreModel {
        var settings = settings
        for index in settings.indices { settings[index].source = RandomSource(seed: seed) }
        return CentreModel(plan: plan, settings: settings, identities: identities)
    }

    /// The seed of the patients.
    var seed: UInt64 { settings.first?.seed ?? 0 }

    /// The kind of each site.
    var kinds: [CentreKind] {
        plan.sites.map { site in
            guard let kind = plan.kinds.first(where: { $0.id == site.kind }) else {
                preconditionFailure("the plan was checked: every site has a kind")
            }
            return kind
        }
    }
}

extension RandomPurpose {
    static let centreReferrals = RandomPurpose("centre referrals")
    static let centreHome = RandomPurpose("centre home")
    static let centreSteps = RandomPurpose("centre steps")
}
