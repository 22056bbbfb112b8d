/// One thing twice.
extension DoubtSearch {
    mutating func twice() {
        var bags: [String: Int] = [:]
        var orders: [String: Int] = [:]
        var labels: [String: Int] = [:]
        var placed: Set<String> = []
        for entry in entries {
            let number = entry.sequence
            switch entry.event {
            case .infusionCompleted(let infusion):
                guard let bag = infusion.bag else {
                    unnamed(infusion, entry)
                    continue
                }
                if let first = bags[bag] {
                    doubt(
                        .sameBagTwice, .impossible, [first, number], "bag \(bag) was infused twice",
                        "Strike out the one that did not happen, or correct the bag's identifier.")
                } else {
                    bags[bag] = number
                }
            case .orderPlaced(let order):
                placed.insert(order.id)
                if let first = orders[order.id] {
                    doubt(
                        .sameOrderTwice, .doubtful, [first, number], "order \(order.id) was placed twice",
                        "Give the second its own identifier; a stop would end both.")
                } else {
                    orders[order.id] = number
                }
            case .orderStopped(let stop) where !placed.contains(stop.id):
                doubt(
                    .beforeCause, .doubtful, [number], "order \(stop.id) is stopped and was never placed before",
                    "Check its identifier; the order that was meant may still run.")
            case .labelUsed(let label) where label.fate == .used:
                if let first = labels[label.serial] {
                    doubt(
                        .sameLabelTwice, .impossible, [first, number], "label \(label.serial) was used twice",
                        "A label is used once: look which bag bears it, and strike the other entry out.")
                } else {
                    labels[label.serial] = number
                }
            default: break
            }
        }
    }

    /// Two infusions of one batch may be two bags of it, or two days of a split dose; the same cells in the same
    /// minutes within a day are hardly both.
    private mutating func unnamed(_ infusion: Infusion, _ entry: Entry) {
        let other = entries.first {
            if case .infusionCompleted(let earlier) = $0.event {
                earlier == infusion && $0.sequence != entry.sequence && $0.occurredAt <= entry.occurredAt
                    && entry.occurredAt.days(since: $0.occurredAt) < 1
                    && ($0.occurredAt < entry.occurredAt || $0.sequence < entry.sequence)
            } else {
                false
            }
        }
        guard let other else { return }
        doubt(
            .sameBagTwice, .doubtful, [other.sequence, entry.sequence],
            "two equal infusions of batch \(infusion.batch) within a day, and no bag is named",
            "Name the bags, or strike out the one that did not happen.")
    }
}
