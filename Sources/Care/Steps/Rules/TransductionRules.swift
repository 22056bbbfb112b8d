/// Step 8: transduction.
extension StopRule {
    static let vector = StopRule(
        "transduction.vector", .transduction, against: [.transduction, .harvest, .release],
        clearedBy: "use the vector of the product that is ordered, and record its lot")
    static let vectorCopies = StopRule(
        "transduction.vector-copies", .transduction, .warning, against: [.harvest],
        clearedBy: "expect the release test; think about a second batch")

    static let transductionRules = [vector, vectorCopies]
}

extension StepFacts {
    func transductionStops() -> [Stop] {
        let wrong = lots.filter { !isFailed($0.value.batch) }.flatMap { vectorStops($0.value, in: $0) }
        let without = transductions.filter { transduction in
            !isFailed(transduction.value.batch)
                && !lots.contains { $0.value.batch == transduction.value.batch && $0.value.kind == .vector }
        }
        return wrong + without.map { missingVector($0.value.batch, in: $0) } + copyStops()
    }

    func vectorStops(_ use: LotUse, in place: (any Placed)?) -> [Stop] {
        guard use.kind == .vector else { return [] }
        let rule = StopRule.vector
        let subject = "\(use.batch)/\(use.lot)"
        guard let product = use.product, !product.isBlank else {
            return [rule.unknown("for which product vector lot \(use.lot) is, is unknown", in: place, about: subject)]
        }
        guard let ordered = orders.last?.value.product else {
            return [
                rule.unknown("no product is ordered to hold vector lot \(use.lot) against", in: place, about: subject)
            ]
        }
        let isSame =
            product.lowercased() == ordered.lowercased()
            || (label.map { $0.subject.isNamed(product) && $0.subject.isNamed(ordered) } ?? false)
        return isSame
            ? []
            : [
                rule.found(
                    "vector lot \(use.lot) is for \(product)", "ordered is \(ordered)", in: place, about: subject)
            ]
    }

    private func missingVector(_ batch: String, in place: (any Placed)?) -> Stop {
        StopRule.vector.unknown("no vector lot is recorded for batch \(batch)", in: place, about: batch)
    }

    func transductionObjections(to event: Event) -> [Stop] {
        guard case .transductionCompleted(let done) = event,
            !lots.contains(where: { $0.value.batch == done.batch && $0.value.kind == .vector })
        else { return [] }
        return [missingVector(done.batch, in: nil)]
    }

    private func copyStops() -> [Stop] {
        guard let test = label?.version.release?.first(where: { $0.test == .vectorCopyNumber }), let most = test.atMost
        else { return [] }
        return transductions.filter { !isFailed($0.value.batch) }.compactMap { transduction in
            let value = transduction.value
            let copies = test.denominator == .cell ? value.vectorCopyNumber * value.carPositive : value.vectorCopyNumber
            guard copies > most || (copies == most && test.inclusive == false) else { return nil }
            return StopRule.vectorCopies.found(
                "batch \(value.batch) bears \(copies.asWritten) vector copies",
                "\(most.asWritten) is the limit of release",
                in: transduction, source: RuleSource(test), about: value.batch)
        }
    }
}
