/// Step 4: leukapheresis. Identity at the bedside and labels are checked by the chain of identity.
extension StopRule {
    static let collectionMinimum = StopRule(
        "leukapheresis.minimum", .leukapheresis, against: [.materialShipment, .acceptance, .manufacture],
        clearedBy: "collect again: another day, or a decision to recollect")
    static let collectionYield = StopRule(
        "leukapheresis.yield", .leukapheresis, .warning, against: [.materialShipment],
        clearedBy: "look for a clot, a wrong count or the wrong bag")

    static let leukapheresisRules = [collectionMinimum, collectionYield]
}

extension StepFacts {
    func leukapheresisStops() -> [Stop] { minimumStops() + yieldStops() }

    /// Counts of the donations that are still there: the last count of each.
    private var validCounts: [Noted<CollectionCount>] {
        var last: [String: Noted<CollectionCount>] = [:]
        for count in counts where disposal(of: count.value.donation) == nil { last[count.value.donation] = count }
        return last.values.sorted { ($0.at, $0.value.donation) < ($1.at, $1.value.donation) }
    }

    private func minimumStops() -> [Stop] {
        let rule = StopRule.collectionMinimum
        guard !collections.isEmpty || !collectionBags.isEmpty || !counts.isEmpty else { return [] }
        let collection = label?.version.collection
        let source = collection.map { RuleSource($0) } ?? .site
        let leastCD3 = collection?.minimumCD3 ?? site?.minimumCollectedCD3
        let leastCells = collection?.minimumNucleated ?? site?.minimumCollectedNucleated
        guard leastCD3 != nil || leastCells != nil else {
            return [rule.unknown("neither the label nor the centre states how many cells must be collected")]
        }
        var stops: [Stop] = []
        func check(
            _ words: String, _ least: Double?, _ unit: String, sum: KeyPath<CollectionCount, Double?>,
            _ source: RuleSource
        ) {
            guard let least else { return }
            let threshold = "\(least.asWritten) \(unit) or more are asked for"
            let values = validCounts.map(\.value).map { $0[keyPath: sum] }
            guard !values.isEmpty, !values.contains(where: { $0.map { !$0.isFinite } ?? true }) else {
                stops.append(
                    rule.unknown(
                        "\(words) collected: not counted", threshold, in: validCounts.last, source: source, about: words
                    ))
                return
            }
            let total = values.compactMap(\.self).reduce(0, +)
            guard total < least else { return }
            stops.append(
                rule.found(
                    "\(words) collected: \(total.asWritten) \(unit)", threshold, in: validCounts.last, source: source,
                    about: words))
        }
        check("CD3+ cells", leastCD3, "10*9", sum: \.cd3, collection?.minimumCD3 == nil ? .site : source)
        check(
            "nucleated cells", leastCells, "10*9", sum: \.nucleatedCells,
            collection?.minimumNucleated == nil ? .site : source)
        check("volume", site?.minimumVolume, "mL", sum: \.volume, .site)
        return stops + shareStops(collection)
    }

    private func shareStops(_ collection: Label.Collection?) -> [Stop] {
        guard let collection else { return [] }
        let rule = StopRule.collectionMinimum
        return validCounts.flatMap { count -> [Stop] in
            let value = count.value
            var stops: [Stop] = []
            func check(_ words: String, _ share: Double?, _ least: Double?) {
                guard let least else { return }
                let subject = "\(value.donation)/\(words)"
                let threshold = "\(least.asWritten) or more is asked for"
                guard let share, share.isFinite else {
                    stops.append(
                        rule.unknown(
                            "\(words) of \(value.donation): not known", threshold, in: count,
                            source: RuleSource(collection), about: subject))
                    return
                }
                if share < least {
                    stops.append(
                        rule.found(
                            "\(words) of \(value.donation): \(share.asWritten)", threshold, in: count,
                            source: RuleSource(collection), about: subject))
                }
            }
            let share = value.cd3.flatMap { cd3 in value.nucleatedCells.map { cd3 / $0 } }
            check("CD3+ among nucleated cells", share, collection.minimumCD3Share)
            check("viability", value.viability, collection.minimumViability)
            return stops
        }
    }

    private func yieldStops() -> [Stop] {
        validCounts.compactMap { count in
            guard let expected = count.value.expectedCD3, expected > 0, let found = count.value.cd3 else { return nil }
            let ratio = found / expected
            guard abs(ratio - 1) > StepNumbers.yieldTolerance else { return nil }
            return StopRule.collectionYield.found(
                "\(count.value.donation): \(found.asWritten) 10*9 CD3+ cells",
                "\(expected.asWritten) were expected, ±50 %",
                in: count, about: count.value.donation)
        }
    }
}
