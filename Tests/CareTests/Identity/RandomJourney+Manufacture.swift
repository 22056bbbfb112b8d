@testable import Care

extension RandomJourney {
    /// Acceptance, line clearance and culture; the batch.
    mutating func manufacture(from donations: [String], product: String, attempt: Int) -> String {
        let batch = name("BATCH")
        for donation in donations {
            func acceptance(_ accepted: Bool) -> Event {
                .materialAccepted(
                    MaterialAcceptance(
                        accepted: accepted, batch: batch, donation: donation, chainOfIdentity: therapy,
                        batchChainOfIdentity: therapy))
            }
            if happens(10) { write(acceptance(false), by: Self.quality) }
            write(acceptance(true), by: Self.quality)
        }
        let worker = pick(Self.operators)
        write(
            .lineCleared(LineClearance(batch: batch, workstation: "WS\(draw(1...9))", chainOfIdentity: therapy)),
            by: worker)
        write(.batchStarted(BatchStart(batch: batch, attempt: attempt, cd3Input: 1)), by: worker)
        write(.lotUsed(LotUse(batch: batch, kind: .medium, lot: "M1", released: true)), by: worker)
        write(.lotUsed(LotUse(batch: batch, kind: .vector, lot: "V1", released: true, product: product)), by: worker)
        write(
            .transductionCompleted(Transduction(batch: batch, carPositive: 0.4, vectorCopyNumber: 2)), by: worker)
        for day in 1...draw(1...4) {
            wait(days: 1...3)
            write(.cultureCounted(CultureCount(batch: batch, cultureDays: Double(day))), by: worker)
        }
        if happens(5) {
            write(
                .deviationRaised(Deviation(batch: batch, severity: .minor, description: "pump alarm")), by: worker)
        }
        write(
            .batchHarvested(
                Harvest(
                    batch: batch, cultureDays: 8, doublings: 5, carPositiveCells: 300, viability: 0.9,
                    memoryFraction: 0.4)), by: worker)
        return batch
    }

    /// One to five final bags, each with its label.
    mutating func fill(_ batch: String) -> [String] {
        let bags = (0..<draw(1...5)).map { _ in name("BAG") }
        let filler = Self.operators[1]
        let labels = printLabels(draw(bags.count...(bags.count + 2)), by: filler)
        for (index, bag) in bags.enumerated() {
            write(
                .bagFilled(
                    FinalBag(
                        batch: batch, bag: bag, number: index + 1, of: bags.count, carPositiveCells: 50,
                        chainOfIdentity: therapy)), by: filler)
            use(labels[index], on: bag, by: filler)
        }
        account(for: labels.dropFirst(bags.count), by: filler)
        write(.materialFrozen(Freezing(bags: bags, curveInRange: true)), by: filler)
        for bag in bags { hand(bag, from: filler, to: Self.operators[0]) }
        return bags
    }

    mutating func release(_ batch: String) {
        let isOut = happens(5)
        for _ in 1...draw(1...2) {
            write(
                .releaseTested(
                    Certificate(
                        batch: batch,
                        tests: [
                            .init(
                                name: "viability", value: isOut ? 0.6 : 0.9, unit: "1", limit: ">= 0.70", passed: !isOut
                            )
                        ])), by: Self.quality)
        }
        if isOut {
            for kind in ReleaseApproval.Kind.allCases {
                write(.releaseApproved(ReleaseApproval(batch: batch, kind: kind, reference: "A1")), by: Self.quality)
            }
        }
        write(
            .batchReleased(Release(batch: batch, inSpecification: !isOut, deviations: isOut ? ["viability"] : [])),
            by: Actor(role: .qualifiedPerson, name: "Mia"))
    }

    /// In one shipment, or each bag in its own.
    mutating func deliver(_ bags: [String], of batch: String) {
        if happens(3) {
            for bag in bags { ship([bag], content: .product, references: [bag, batch]) }
        } else {
            ship(bags, content: .product, references: bags + [batch])
        }
    }
}
