import Care

/// Where a final bag stands between freezer and patient, as the journal tells.
struct BagState: Equatable {
    enum Stand: Int { case frozen, verified, thawing, thawed, running, infused }
    var bag: String
    var batch: String
    var cells: Double
    var stand = Stand.frozen
    /// When the thaw clock began, by the label's own origin.
    var thawBegan: Instant?
    var thawEnded: Instant?
    var checkedBy: [String] = []
    var checkedAt: Instant?

    var words: String {
        switch stand {
        case .frozen: "not yet checked"
        case .verified: "checked by \(checkedBy.joined(separator: " and "))"
        case .thawing: "thawing"
        case .thawed: "thawed"
        case .running: "running"
        case .infused: "infused"
        }
    }

    /// All bags of a journal, in the order of filling; struck entries are left out.
    static func all(_ entries: [Entry], therapy: String) -> [BagState] {
        var bags: [BagState] = []
        func change(_ bag: String?, _ body: (inout BagState) -> Void) {
            guard let index = bags.firstIndex(where: { $0.bag == bag }) ?? (bags.count == 1 ? 0 : nil) else { return }
            body(&bags[index])
        }
        for entry in entries {
            switch entry.event {
            case .bagFilled(let value):
                bags.append(BagState(bag: value.bag, batch: value.batch, cells: value.carPositiveCells))
            case .identityVerified(let check):
                // A check whose readings differ verifies nothing.
                let readings = [check.band, check.bag, check.order, check.certificate]
                guard readings.allSatisfy({ $0 == therapy }), Set(check.checkedBy).count >= 2 else { continue }
                change(check.bagIdentifier) { bag in
                    bag.stand = .verified
                    bag.checkedBy = check.checkedBy
                    bag.checkedAt = entry.occurredAt
                }
            case .thawStarted(let thaw):
                change(thaw.bag) { bag in
                    bag.stand = .thawing
                    bag.thawBegan = entry.occurredAt
                }
            case .thawEnded(let thaw):
                change(thaw.bag) { bag in
                    bag.stand = .thawed
                    bag.thawEnded = entry.occurredAt
                }
            case .infusionStarted(let start): change(start.bag) { $0.stand = .running }
            case .infusionCompleted(let infusion): change(infusion.bag) { $0.stand = .infused }
            default: break
            }
        }
        return bags
    }
}
