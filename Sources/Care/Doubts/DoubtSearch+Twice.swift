/// One thing twice.
extension DoubtSearch {
    /// What is there once: the first entry that had it.
    struct Once: Sendable {
        var bags: [String: Int] = [:]
        var orders: [String: Int] = [:]
        var labels: [String: Int] = [:]
        /// Infusions that name no bag.
        var unnamed: [Entry] = []
    }

    mutating func lookForTwice(_ entry: Entry) {
        let number = entry.sequence
        switch entry.event {
        case .infusionCompleted(let infusion):
            guard let bag = infusion.bag else { return unnamed(infusion, entry) }
            if let first = once.bags[bag] {
                doubt(
                    .sameBagTwice, .impossible, [first, number], "bag \(bag) was infused twice",
                    "Strike out the one that did not happen, or correct the bag's identifier.")
            } else {
                once.bags[bag] = number
            }
        case .orderPlaced(let order):
            if let first = once.orders[order.id] {
                doubt(
                    .sameOrderTwice, .doubtful, [first, number], "order \(order.id) was placed twice",
                    "Give the second its own identifier; a stop would end both.")
            } else {
                once.orders[order.id] = number
            }
        case .orderStopped(let stop) where once.orders[stop.id] == nil:
            doubt(
                .beforeCause, .doubtful, [number], "order \(stop.id) is stopped and was never placed before",
                "Check its identifier; the order that was meant may still run.")
        case .labelUsed(let label) where label.fate == .used:
            if let first = once.labels[label.serial] {
                doubt(
                    .sameLabelTwice, .impossible, [first, number], "label \(label.serial) was used twice",
                    "A label is used once: look which bag bears it, and strike the other entry out.")
            } else {
                once.labels[label.serial] = number
            }
        default: break
        }
    }

    /// Two infusions of one batch may be two bags of it, or two days of a split dose; the same cells in the same
    /// minutes within a day are hardly both.
    private mutating func unnamed(_ infusion: Infusion, _ entry: Entry) {
        let other = once.unnamed.first { $0.event == entry.event && entry.occurredAt.days(since: $0.occurredAt) < 1 }
        once.unnamed.append(entry)
        guard let other else { return }
        doubt(
            .sameBagTwice, .doubtful, [other.sequence, entry.sequence],
            "two equal infusions of batch \(infusion.batch) within a day, and no bag is named",
            "Name the bags, or strike out the one that did not happen.")
    }
}
