/// Rules that are looked at together, and what they can stand against: once all of that is over, they need no look.
struct StopGroup: Sendable {
    /// Acts that a stop of the group may stand against.
    let actions: Set<Action>
    /// Whether a stop of the group may be a duty, which stands against no act and is never over.
    let hasDuties: Bool
    /// The stops that the recorded facts raise.
    let stops: @Sendable (StepFacts) -> [Stop]

    private init(_ rules: [StopRule], stops: @escaping @Sendable (StepFacts) -> [Stop]) {
        actions = Set(rules.flatMap(\.actions))
        hasDuties = rules.contains { $0.actions.isEmpty }
        self.stops = stops
    }

    /// Rules whose stops may stand against other acts than the rules say, by what was found: they are always looked at.
    private init(always stops: @escaping @Sendable (StepFacts) -> [Stop]) {
        (actions, hasDuties) = (Set(Action.allCases), true)
        self.stops = stops
    }

    /// All groups, in the order of the steps.
    static let all = [
        StopGroup(StopRule.referralRules) { $0.referralStops() },
        StopGroup(StopRule.orderRules) { $0.orderStops() },
        StopGroup(StopRule.preCollectionRules) { $0.preCollectionStops() },
        StopGroup(StopRule.leukapheresisRules) { $0.leukapheresisStops() },
        StopGroup(StopRule.shipmentRules) { $0.freshShipmentStops() },
        StopGroup(always: { $0.freezingStops() }),
        StopGroup(StopRule.acceptanceRules) { $0.acceptanceStops() },
        StopGroup(StopRule.activationRules) { $0.activationStops() },
        StopGroup(StopRule.transductionRules) { $0.transductionStops() },
        StopGroup(StopRule.expansionRules) { $0.expansionStops() },
        StopGroup(StopRule.harvestRules) { $0.harvestStops() },
        StopGroup(always: { $0.releaseStops() }),
        StopGroup(StopRule.returnShipmentRules) { $0.returnShipmentStops() },
        StopGroup(StopRule.readinessRules) { $0.readinessStops() },
        StopGroup(StopRule.lymphodepletionRules) { $0.lymphodepletionStops() },
        StopGroup(StopRule.infusionRules) { $0.identityStops() + $0.infusionStops() },
        StopGroup(StopRule.acuteRules) { $0.acuteStops() },
        StopGroup(StopRule.lateRules) { $0.lateStops() },
        StopGroup(always: { $0.followUpStops() }),
        StopGroup(StopRule.failureRules) { $0.failureStops() },
        StopGroup(StopRule.generalRules) { $0.endedStops() },
        StopGroup(always: { $0.identityFindingStops() }),
    ]
}
