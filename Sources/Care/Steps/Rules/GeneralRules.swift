/// Rules of every step: who acts, and who may override.
extension StopRule {
    static let role = StopRule("act.role", .failure, clearedBy: "let somebody do it whose work it is")
    static let actor = StopRule("act.actor", .failure, clearedBy: "record who acts, by name")
    static let ended = StopRule(
        "act.ended", .failure, against: Action.towardsInfusion, clearedBy: "strike out the death if it is wrong")
    static let overriding = StopRule(
        "act.override", .failure, against: [.override], clearedBy: "override only what may be, as the rule says")

    static let generalRules = [role, actor, ended, overriding]

    /// The rule that a stop's identifier names.
    static func named(_ stop: String) -> StopRule? {
        all.first { stop == $0.id || stop.hasPrefix($0.id + "/") }
    }
}

extension StepFacts {
    func endedStops() -> [Stop] {
        deaths.last.map { [StopRule.ended.found("the patient died", in: $0)] } ?? []
    }

    /// Whether this actor's work is what the event records.
    func roleObjections(to event: Event, by actor: Actor) -> [Stop] {
        var stops: [Stop] = []
        if !event.roles.contains(actor.role) {
            let allowed = event.roles.map(\.rawValue).sorted().joined(separator: ", ")
            stops.append(
                StopRule.role.found(
                    "\(actor.name) acts as \(actor.role.rawValue)", "\(event.type.rawValue): \(allowed)"))
        }
        if actor.name.isBlank { stops.append(StopRule.actor.unknown("nobody is named")) }
        return stops.map { stop in
            var stop = stop
            stop.step = event.step
            return stop
        }
    }

    func overrideObjections(to event: Event, by actor: Actor) -> [Stop] {
        guard case .stopOverridden(let override) = event else { return [] }
        let faults = faults(of: override, by: actor)
        return faults.isEmpty
            ? [] : [StopRule.overriding.stop(faults.map { StopRule.overriding.reason($0) }, about: override.stop)]
    }

    /// What keeps an override from counting.
    func faults(of override: StopOverride, by actor: Actor?) -> [String] {
        guard !IdentityCheckpoint.isIdentityStop(override.stop) else { return ["identity is never overridden"] }
        guard let rule = StopRule.named(override.stop) else { return ["there is no stop '\(override.stop)'"] }
        guard rule.severity != .identity else { return ["identity is never overridden"] }
        guard let allowed = rule.override else { return ["'\(rule.id)' may not be overridden"] }
        var faults: [String] = []
        let second = override.secondSignature
        func roles(_ roles: Set<Role>) -> String { roles.map(\.rawValue).sorted().joined(separator: " or ") }
        if let actor {
            if !allowed.roles.contains(actor.role) {
                faults.append("the first must be \(roles(allowed.roles)), not \(actor.role.rawValue)")
            }
            if actor.name.isBlank { faults.append("the first is not named") }
            if actor.name.folded == second.name.folded { faults.append("the second must be another person") }
        } else {
            faults.append("nobody is named as the first")
        }
        if !allowed.second.contains(second.role) {
            faults.append("the second must be \(roles(allowed.second)), not \(second.role.rawValue)")
        }
        if second.name.isBlank { faults.append("the second is not named") }
        if override.reason.isBlank { faults.append("no reason is given") }
        let versions = [label?.nameAndVersion, orders.last?.value.productVersion].compactMap(\.self)
        if !versions.isEmpty, !versions.contains(override.productVersion) {
            faults.append("it names \(override.productVersion), and \(versions.joined(separator: " or ")) is used")
        }
        return faults
    }

    /// The override that clears a stop, if any: valid, of this stop and no other, and made when its finding was known.
    func override(of stop: Stop) -> Noted<StopOverride>? {
        guard stop.severity == .stop, stop.override != nil else { return nil }
        return overrides.last { override in
            override.value.stop == stop.id && faults(of: override.value, by: override.actor).isEmpty
                && stop.reasons.allSatisfy { reason in reason.at.map { $0 <= override.at } ?? true }
                && !isUsedUp(override, of: stop)
        }
    }

    private func isUsedUp(_ override: Noted<StopOverride>, of stop: Stop) -> Bool {
        guard StopRule.named(stop.rule)?.isPerAct == true else { return false }
        return chart.pathway.records.contains { record in
            record.at >= override.at && record.at <= at && record.event.action.map(stop.actions.contains) ?? false
        }
    }
}
