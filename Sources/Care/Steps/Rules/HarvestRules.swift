/// Step 10: harvest and fill. Labels of final bags are accounted for by the chain of identity.
extension StopRule {
    static let doseArithmetic = StopRule(
        "harvest.dose-arithmetic", .harvest, against: [.release],
        clearedBy: "count again, and recompute the fill from viable cells and CAR+ share")
    static let sumOfBags = StopRule(
        "harvest.sum-of-bags", .harvest, against: [.release, .productShipment],
        clearedBy: "find the bag that is missing, double or wrongly counted")
    static let bagSeries = StopRule(
        "harvest.bag-series", .harvest, against: [.release, .productShipment],
        clearedBy: "record every bag n of N once")

    static let harvestRules = [doseArithmetic, sumOfBags, bagSeries]
}

extension StepFacts {
    func harvestStops() -> [Stop] {
        var last: [String: Noted<Harvest>] = [:]
        for harvest in harvests { last[harvest.value.batch] = harvest }
        let without = Set(finalBags.map(\.value.batch) + certificateBatches).subtracting(last.keys).sorted()
        let unknown = without.filter { !isFailed($0) && harvestIsExpected(of: $0) }.map { batch in
            StopRule.sumOfBags.unknown("the fill of batch \(batch) is not recorded", about: batch)
        }
        return unknown
            + last.values.sorted { $0.value.batch < $1.value.batch }.flatMap { harvest -> [Stop] in
                let batch = harvest.value.batch
                guard !isFailed(batch) else { return [] }
                let recomputed = arithmeticStop(harvest.value, in: harvest)
                return [recomputed].compactMap(\.self) + fillStops(harvest)
            }
    }

    /// A certificate may be of a culture that still grows; bags and a release come after the harvest.
    private func harvestIsExpected(of batch: String) -> Bool {
        finalBags.contains { $0.value.batch == batch } || releases.contains { $0.value.batch == batch }
    }

    /// The filled dose cannot be more than the viable cells that bear the CAR. Less is usual: the rest is kept or discarded.
    private func arithmeticStop(_ harvest: Harvest, in place: (any Placed)?) -> Stop? {
        let rule = StopRule.doseArithmetic
        guard let count = cultures.last(where: { $0.value.batch == harvest.batch }),
            let viable = count.value.viableCells,
            let share = transductions.last(where: { $0.value.batch == harvest.batch })?.value.carPositive
        else {
            return rule.unknown(
                "the fill of batch \(harvest.batch) cannot be recomputed: viable cells or CAR+ share are not recorded",
                in: place, about: harvest.batch)
        }
        let cells = viable * 1000 * share
        guard !(harvest.carPositiveCells <= cells * (1 + StepNumbers.countTolerance)) else { return nil }
        return rule.found(
            "batch \(harvest.batch) was filled with \(harvest.carPositiveCells.asWritten) 10*6 CAR+ cells",
            "\(viable.asWritten) 10*9 viable × \(share.asWritten) CAR+ = \(cells.asWritten) 10*6, +10 % for the count",
            in: place,
            about: harvest.batch)
    }

    private func fillStops(_ harvest: Noted<Harvest>) -> [Stop] {
        let batch = harvest.value.batch
        let bags = bags(of: batch)
        guard let first = bags.first else {
            return [StopRule.bagSeries.unknown("no final bag of batch \(batch) is recorded", in: harvest, about: batch)]
        }
        let numbers = bags.map(\.value.number)
        let planned = first.value.of
        guard bags.allSatisfy({ $0.value.of == planned }), numbers == Array(1...max(1, planned)) else {
            return [
                StopRule.bagSeries.found(
                    "bags \(numbers.map(String.init).joined(separator: ", ")) of batch \(batch)",
                    "1 to \(planned), each once", in: bags.last, about: batch)
            ]
        }
        let sum = bags.map(\.value.carPositiveCells).reduce(0, +)
        let fill = harvest.value.carPositiveCells
        guard !(abs(sum - fill) <= fill * StepNumbers.fillTolerance) else { return [] }
        return [
            StopRule.sumOfBags.found(
                "the \(bags.count) bags of batch \(batch) hold \(sum.asWritten) 10*6 cells",
                "\(fill.asWritten) were filled",
                in: bags.last, about: batch)
        ]
    }

    func harvestObjections(to event: Event) -> [Stop] {
        guard case .batchHarvested(let harvest) = event else { return [] }
        return [arithmeticStop(harvest, in: nil)].compactMap(\.self)
    }
}
