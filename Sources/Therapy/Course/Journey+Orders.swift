import Care
import Dynamics

/// The guideline's answers become orders; orders act on the body.
extension Journey {
    /// Asks the guideline and does what it says.
    func followGuideline() {
        let instant = setting.instant(of: now)
        for recommendation in setting.guideline.advice(for: chart, at: instant) {
            switch recommendation {
            case .order(let proposed):
                if proposed.drug == .immunoglobulin, !chance.takesImmunoglobulin(setting.guideline.policy) { continue }
                orderCount += 1
                let id = "O\(orderCount)"
                record(.orderPlaced(proposed.order(id: id)), by: .physician)
                giveDose(of: id)
            case .stop(let id, let reason):
                record(.orderStopped(OrderStop(id: id, reason: reason)), by: .physician)
                agenda.remove { if case .dose(let order) = $0 { order == id } else { false } }
            }
        }
    }

    /// Gives one dose of a running order and plans the next.
    func giveDose(of id: String) {
        guard let active = chart.activeOrders.first(where: { $0.order.id == id }) else { return }
        let order = active.order
        record(
            .drugGiven(
                DrugAdministration(
                    drug: order.drug, amount: order.amount, unit: order.unit, minutes: order.minutes, route: order.route
                )),
            by: .nurse)
        act(order)
        if let hours = order.intervalHours, chart.activeOrders.contains(where: { $0.order.id == id }) {
            agenda.add(.dose(order: id), at: now + hours / 24)
        }
    }

    private func act(_ order: Order) {
        switch order.drug {
        case .tocilizumab:
            outcome.tocilizumabDoses += 1
            outcome.ledger[.tocilizumabDose] += 1
            trace?.mark(.tocilizumab, day: now)
            infuse(order, by: \.tocilizumab)
        case .siltuximab:
            outcome.siltuximabDoses += 1
            outcome.ledger[.siltuximabDose] += 1
            infuse(order, by: \.siltuximab)
        case .dexamethasone: giveCorticosteroid(order, to: \.dexamethasone)
        case .methylprednisolone: giveCorticosteroid(order, to: \.methylprednisolone)
        case .anakinra:
            outcome.anakinraDoses += 1
            outcome.ledger[.anakinraDose] += 1
            add(order.amount, to: order.route == .intravenous ? \.anakinra : \.anakinraDepot)
        case .filgrastim:
            add(order.amount, to: \.filgrastim)
            outcome.ledger[.filgrastimDay] += 1
        case .immunoglobulin:
            add(order.amount, to: \.immunoglobulin)
            outcome.immunoglobulinDoses += 1
            outcome.ledger[.immunoglobulinDose] += 1
        case .fluidBolus: support.giveFluid(at: now)
        case .vasopressor: support.vasopressors = Int(order.amount)
        case .oxygen: if let oxygen = order.oxygen { support.oxygen = oxygen }
        default: break
        }
    }

    /// Runs a dose in at a steady rate.
    private func infuse(_ order: Order, by input: KeyPath<Body.Inputs, Int>) {
        set(input, to: order.amount / (order.minutes / 1440))
        agenda.add(.infusionEnds(order.drug), at: now + order.minutes / 1440)
    }

    private func giveCorticosteroid(_ order: Order, to compartment: KeyPath<Body.Compartments, Int>) {
        if outcome.dexamethasoneEquivalent == 0 { trace?.mark(.corticosteroid, day: now) }
        let indications = setting.guideline.corticosteroidIndications(chart, at: setting.instant(of: now))
        if indications.contains(.crs) { outcome.corticosteroidForCRS = true }
        if indications.contains(.icans) { outcome.corticosteroidForICANS = true }
        add(order.amount, to: compartment)
        outcome.dexamethasoneEquivalent += Corticosteroid.dexamethasoneEquivalent(
            order.drug, milligrams: order.amount)
        outcome.ledger[.corticosteroidDay] += (order.intervalHours ?? 24) / 24
    }
}
