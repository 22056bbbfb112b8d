/// Step 14: lymphodepletion.
extension StopRule {
    static let releasedFirst = StopRule(
        "lymphodepletion.released", .lymphodepletion, against: [.lymphodepletion],
        clearedBy: "wait for the release of the batch", source: .labels)
    static let productOnSite = StopRule(
        "lymphodepletion.product-on-site", .lymphodepletion, against: [.lymphodepletion],
        clearedBy: "receive the product, or have its availability confirmed", source: .labels)
    static let renalDose = StopRule(
        "lymphodepletion.renal-dose", .lymphodepletion, against: [.lymphodepletion],
        clearedBy: "let a pharmacist or physician look at fludarabine beside creatinine clearance")
    static let fludarabineDose = StopRule(
        "lymphodepletion.fludarabine-dose", .lymphodepletion, .warning, against: [.lymphodepletion],
        clearedBy: "compare the dose with the label and the kidneys once more")
    static let mayBeOmitted = StopRule(
        "lymphodepletion.may-be-omitted", .lymphodepletion, .warning, against: [.lymphodepletion],
        clearedBy: "decide whether lymphodepletion is needed")
    static let lymphodepletionWashout = StopRule(
        "lymphodepletion.washout", .lymphodepletion, against: [.lymphodepletion],
        clearedBy: "record when it was last given, and wait as long as asked", override: .physician)

    static let lymphodepletionRules = [
        releasedFirst, productOnSite, renalDose, fludarabineDose, mayBeOmitted, lymphodepletionWashout,
    ]
}

extension StepFacts {
    func lymphodepletionStops() -> [Stop] {
        [releasedFirstStop(), onSiteStop(), omissionStop()].compactMap(\.self) + renalStops()
            + washoutStops(before: .lymphodepletion, rule: .lymphodepletionWashout)
    }

    func releasedFirstStop() -> Stop? {
        guard chart.released == nil else { return nil }
        return StopRule.releasedFirst.unknown("no product is released; it must be confirmed available first")
    }

    private func onSiteStop() -> Stop? {
        let rule = StopRule.productOnSite
        let threshold = "before lymphodepletion the product is on site, or confirmed available"
        let source = label?.version.infusion.flatMap { $0.confirmBeforeLymphodepletion ? RuleSource($0) : nil }
        let batch = chart.released?.batch
        if let last = readiness(.productOnSite) {
            guard last.value.ready else {
                return rule.found("the product is no longer on site", threshold, in: last, source: source)
            }
            if let named = last.value.batch, let batch, named != batch {
                return rule.found("batch \(named) is on site", "batch \(batch) is released", in: last, source: source)
            }
            // Without its batch nobody knows what is on site.
            guard last.value.batch != nil else {
                return rule.unknown("which batch is on site is unknown", threshold, in: last, source: source)
            }
            return nil
        }
        let arrived = arrivals.contains { arrival in
            arrival.value.content == .product
                && (arrival.value.reference == batch
                    || packs.contains { $0.value.shipment == arrival.value.shipment && holds($0.value, batch) })
        }
        guard !arrived || batch == nil else { return nil }
        return rule.unknown("the product is not on site", threshold, in: nil, source: source)
    }

    private func holds(_ pack: PackOut, _ batch: String?) -> Bool {
        pack.items.contains { finalBag($0)?.value.batch == batch || $0 == batch }
    }

    /// Fludarabine leaves by the kidney: its dose is looked at beside the clearance before the first dose.
    private func renalStops() -> [Stop] {
        let regimen = labelLymphodepletion
        let usual = regimen?.drugs.first { $0.drug == .fludarabine }
        if let regimen, !regimen.drugs.isEmpty, usual == nil { return [] }
        guard let review = reviews.last else {
            return [StopRule.renalDose.unknown("the dose of fludarabine was not looked at beside creatinine clearance")]
        }
        var stops: [Stop] = []
        let value = review.value
        if let usual, let regimen, value.fludarabineDose > usual.amount {
            stops.append(
                StopRule.fludarabineDose.found(
                    "\(value.fludarabineDose.asWritten) mg/m2 of fludarabine",
                    "\(usual.amount.asWritten) mg/m2 in the label",
                    in: review, source: RuleSource(regimen)))
        }
        if let checked = fitness.last, let clearance = checked.value.creatinineClearance, checked.at > review.at,
            clearance < value.creatinineClearance
        {
            stops.append(
                StopRule.renalDose.found(
                    "creatinine clearance is \(clearance.asWritten) mL/min since",
                    "the dose was looked at for \(value.creatinineClearance.asWritten) mL/min", in: checked))
        }
        return stops
    }

    private func omissionStop() -> Stop? {
        guard let regimen = labelLymphodepletion, let omission = regimen.omission,
            let (result, taken) = chart.latest(.leukocytes), at.days(since: taken) <= Double(omission.withinDays),
            result.value <= omission.whiteCellsAtMost
        else { return nil }
        let place = Pathway.Record(event: .labReported(result), at: taken, entry: chart.latestEntry(.leukocytes))
        return StopRule.mayBeOmitted.found(
            "white cells are \(result.value.asWritten) 10*9/L",
            "at \(omission.whiteCellsAtMost.asWritten) or less it may be left out",
            in: place, source: RuleSource(regimen))
    }
}
