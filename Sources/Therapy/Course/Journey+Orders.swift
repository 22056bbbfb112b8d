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
                DrugAdministration(drug: order.drug, amount: order.amount, unit: order.unit, minutes: order.minutes)),
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
            set(\.tocilizumab, to: order.amount / (order.minutes / 1440))
            agenda.add(.infusionEnds(.tocilizumab), at: now + order.minutes / 1440)
        case .dexamethasone: giveCorticosteroid(order.amount, order)
        case .methylprednisolone: giveCorticosteroid(order.amount * Corticosteroid.methylprednisoloneEquivalence, order)
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

    private func giveCorticosteroid(_ milligrams: Double, _ order: Order) {
        if outcome.dexamethasoneEquivalent == 0 { trace?.mark(.corticosteroid, day: now) }
        add(milligrams, to: \.dexamethasone)
        outcome.dexamethasoneEquivalent += milligrams
        outcome.ledger[.corticosteroidDay] += (order.intervalHours ?? 24) / 24
    }
}
