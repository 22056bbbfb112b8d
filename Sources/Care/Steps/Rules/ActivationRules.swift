/// Step 7: selection and activation; and what goes into a batch, with what, and by whom.
extension StopRule {
    static let lotReleased = StopRule(
        "activation.lot-released", .activation, against: [.transduction, .harvest, .release],
        clearedBy: "use a lot that quality has released; raise a deviation for what was used")
    static let lotInDate = StopRule(
        "activation.lot-in-date", .activation, against: [.transduction, .harvest, .release],
        clearedBy: "use a lot that is in date; raise a deviation for what was used")
    static let equipmentQualified = StopRule(
        "activation.equipment", .activation, against: [.manufacture],
        clearedBy: "qualify the workstation, and enter it in the register")
    static let operatorTrained = StopRule(
        "activation.operator", .activation, against: [.manufacture],
        clearedBy: "let a trained operator work, or enter the training in the register")

    static let activationRules = [lotReleased, lotInDate, equipmentQualified, operatorTrained]
}

extension StepFacts {
    func activationStops() -> [Stop] {
        lots.filter { !isFailed($0.value.batch) }.flatMap { lotStops($0.value, at: $0.at, in: $0) }
    }

    private func lotStops(_ use: LotUse, at instant: Instant, in place: (any Placed)?) -> [Stop] {
        let subject = "\(use.batch)/\(use.lot)"
        var stops: [Stop] = []
        switch use.released {
        case true: break
        case false:
            stops.append(
                StopRule.lotReleased.found(
                    "\(use.kind.rawValue) lot \(use.lot) is not released", in: place, about: subject))
        default:
            stops.append(
                StopRule.lotReleased.unknown(
                    "whether \(use.kind.rawValue) lot \(use.lot) is released is unknown", in: place, about: subject))
        }
        if let expiry = use.expiresAt {
            if instant > expiry {
                stops.append(
                    StopRule.lotInDate.found(
                        "\(use.kind.rawValue) lot \(use.lot) was used \(instant.iso8601)", "expired \(expiry.iso8601)",
                        in: place, about: subject))
            }
        } else {
            stops.append(
                StopRule.lotInDate.unknown(
                    "\(use.kind.rawValue) lot \(use.lot) has no expiry", in: place, about: subject))
        }
        return stops
    }

    func activationObjections(to event: Event, by actor: Actor) -> [Stop] {
        switch event {
        case .lotUsed(let use):
            lotStops(use, at: at, in: nil) + vectorStops(use, in: nil) + operatorStops(actor)
        case .batchStarted(let start): equipmentStops(start.batch) + operatorStops(actor)
        case .transductionCompleted, .batchHarvested, .bagFilled: operatorStops(actor)
        default: []
        }
    }

    private func equipmentStops(_ batch: String) -> [Stop] {
        let rule = StopRule.equipmentQualified
        guard let station = clearance(for: batch)?.value.workstation else { return [] }
        guard let until = site?.workstations[station] else {
            return [rule.unknown("the register does not say that workstation \(station) is qualified", about: batch)]
        }
        return until < at
            ? [rule.found("qualification of workstation \(station) ended", until.iso8601, about: batch)] : []
    }

    private func operatorStops(_ actor: Actor) -> [Stop] {
        let rule = StopRule.operatorTrained
        guard let until = site?.operators[actor.name] else {
            return [rule.unknown("the register does not say that \(actor.name) is trained", about: actor.name)]
        }
        return until < at ? [rule.found("training of \(actor.name) ended", until.iso8601, about: actor.name)] : []
    }
}
