/// All rules, and which of them an event meets.
extension StepFacts {
    /// Every stop that the recorded facts raise, also against acts that are over.
    func allStops() -> [Stop] { StopGroup.all.flatMap { $0.stops(self) } }

    /// Every stop that may stand now: the rules that only stand against acts that are over are not looked at.
    func stopsAhead() -> [Stop] {
        let ahead = Set(Action.allCases.filter(isAhead))
        return StopGroup.all.filter { $0.hasDuties || !$0.actions.isDisjoint(with: ahead) }.flatMap { $0.stops(self) }
            .compactMap { stop in
                guard !stop.actions.isEmpty else { return stop }
                var stop = stop
                stop.actions = stop.actions.filter(ahead.contains)
                return stop.actions.isEmpty || override(of: stop) != nil ? nil : stop
            }
    }

    /// What an event itself raises, that is about to be recorded.
    func objections(to event: Event, by actor: Actor) -> [Stop] {
        roleObjections(to: event, by: actor) + identityObjections(to: event, by: actor)
            + overrideObjections(to: event, by: actor) + orderObjections(to: event)
            + materialShipmentObjections(to: event, by: actor) + acceptanceObjections(to: event)
            + activationObjections(to: event, by: actor) + transductionObjections(to: event)
            + harvestObjections(to: event) + releaseObjections(to: event)
            + productShipmentObjections(to: event, by: actor) + infusionObjections(to: event)
            + lateObjections(to: event) + followUpObjections(to: event) + failureObjections(to: event)
    }

    /// Bags, batches, lots, slots and shipments that an event is about; nil if it names none, and all stops concern it.
    func subjects(of event: Event) -> Set<String>? {
        switch event {
        case .slotChanged(let slot): [slot.slot]
        case .packedOut(let pack):
            Set([pack.shipment] + pack.items + pack.items.compactMap { finalBag($0)?.value.batch })
        case .transductionCompleted(let value): [value.batch]
        case .batchHarvested(let value): [value.batch]
        case .batchReleased(let value): Set([value.batch] + bags(of: value.batch).map(\.value.bag))
        case .thawStarted(let thaw): around(bag: thaw.bag)
        case .infusionStarted(let start): around(bag: start.bag)
        case .infusionCompleted(let infusion):
            // A bag that is not named is the one that runs.
            Set([infusion.batch] + [infusion.bag ?? infusionStarts.last?.value.bag].compactMap(\.self).flatMap(around))
        default: nil
        }
    }

    /// A bag, its batch, and the shipments that held it.
    private func around(bag: String) -> Set<String> {
        let shipments = packs.filter { $0.value.items.contains(bag) }.map(\.value.shipment)
        return Set([bag] + shipments + [finalBag(bag)?.value.batch].compactMap(\.self))
    }

    /// Whether an event ends what was begun before: what stood against it was said at its beginning.
    func isEndOfRunning(_ event: Event) -> Bool {
        switch event {
        case .leukapheresisCompleted: collectionStarts.count > collections.count
        case .infusionCompleted(let infusion):
            infusionStarts.contains { start in
                (infusion.bag ?? start.value.bag) == start.value.bag && !isInfused(start.value.bag)
            }
        default: false
        }
    }

    /// Whether an act can still come.
    func isAhead(_ action: Action) -> Bool {
        guard deaths.isEmpty, cancellations.isEmpty else { return false }
        let isInfused = chart.infusedAt != nil
        let collectsAgain = recollections.last.map { again in !collections.contains { $0.at > again.at } } ?? false
        switch action {
        case .order: return orders.isEmpty
        case .booking: return bookedSlots.isEmpty
        case .leukapheresis: return !isInfused && (collections.isEmpty || collectsAgain)
        case .materialShipment, .acceptance:
            return !isInfused && ((acceptances.last?.value.accepted != true && batch == nil) || collectsAgain)
        case .manufacture: return !isInfused && batch == nil
        case .transduction:
            return !isInfused && chart.released == nil && !transductions.contains { $0.value.batch == batch }
        case .harvest: return !isInfused && chart.released == nil && !harvests.contains { $0.value.batch == batch }
        case .release: return !isInfused && chart.released == nil
        case .productShipment:
            return !isInfused && !arrivals.contains { $0.value.content == .product }
                && readiness(.productOnSite)?.value.ready != true
        case .lymphodepletion: return !isInfused && chart.lymphodepletionStart == nil
        case .thaw, .infusion: return !isAllInfused
        case .tocilizumab, .siltuximab: return isInfused
        case .transfusion, .vaccination, .careTransfer, .override: return false
        }
    }

    /// Whether no bag is left to be given.
    private var isAllInfused: Bool {
        guard chart.infusedAt != nil else { return false }
        guard let batch = chart.released?.batch else { return true }
        return !bags(of: batch).contains { !isInfused($0.value.bag) && disposal(of: $0.value.bag) == nil }
            || !infusions.contains { $0.value.bag != nil }
    }
}

extension Stop {
    /// Whether an act that is about these concerns the stop: its subject, or the part of it before a stroke, is among them.
    func concerns(_ subjects: Set<String>?) -> Bool {
        guard let subjects, let subject else { return true }
        // A bag that runs stands against every other bag, not against its own end.
        if rule == StopRule.priorBag.id { return !subjects.contains(subject) }
        guard StopRule.scoped.contains(rule) else { return true }
        return subjects.contains(subject)
            || subject.split(separator: "/").first.map { subjects.contains(String($0)) } ?? true
    }
}

extension StopRule {
    /// Rules whose stops are about one batch, bag, slot or shipment, and not about others.
    static let scoped: Set<String> = Set(
        ([slotTaken, coolingCurve, frozenTemperature, freshTemperature, holdMargin, freshExpiry, frozenExpiry]
            + activationRules + transductionRules + expansionRules + harvestRules + releaseRules + returnShipmentRules
            + [thawWindow, bagExpiry]).map(\.id))
}
