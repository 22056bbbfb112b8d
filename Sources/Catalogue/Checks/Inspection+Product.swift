import Care
import Therapy

extension Inspection {
    /// A product: its label, its manufacture and its prices.
    ///
    /// - Parameter parameters: Parameters of the body model; nil if they are not at hand.
    mutating func check(_ product: Product, parameters: [String]?) {
        check(product.definition, "definition")
        check(product.process, "process")
        check(product.prices, "prices")
        if let reaction = product.hyperinflammation {
            checkShare(reaction.share, "hyperinflammation.share")
            check(reaction.feedback, "hyperinflammation.feedback", unit: "1", in: .positive)
        }
        check(body: product.body, parameters: parameters)
    }

    /// Differences of the body: each is a parameter of the body model, or it would change nothing.
    mutating func check(body: [String: SourcedValue], parameters: [String]?) {
        for (name, value) in body {
            let path = FieldPath([.key("body"), .key(name)])
            if let parameters, !parameters.contains(name) {
                let near = NearMatches.of(name, among: parameters)
                require(
                    false, path, "a parameter of Models/body/parameters.yaml", found: "'\(name)'",
                    near.isEmpty
                        ? "Remove it, or add it to the model." : "Did you mean \(near.joined(separator: " or "))?")
            }
            check(value, path)
        }
    }

    private mutating func check(_ label: ProductDefinition, _ path: FieldPath) {
        let texts = [
            ("id", label.id), ("shortName", label.shortName), ("brand", label.brand),
            ("jurisdiction", label.jurisdiction), ("version", label.version),
        ]
        for (name, text) in texts { requireText(text, path + name) }
        requireDate(label.effectiveFrom, path + "effectiveFrom")
        require(!label.indications.isEmpty, path + "indications", "one indication at least", "Add the label's text.")
        require(!label.sources.isEmpty, path + "sources", "one source at least", "Name the label that was read.")
        let window = label.lymphodepletionWindowDays
        require(
            window.count == 2 && window[0] >= 0 && window[0] <= window[1], path + "lymphodepletionWindowDays",
            "two days, earliest and latest", found: "\(window)",
            "Write [earliest, latest] from the end of chemotherapy.")
        let spans = [
            ("thawWindowMinutes", label.thawWindowMinutes), ("proximityWeeks", label.proximityWeeks),
            ("dailyMonitoringDays", label.dailyMonitoringDays), ("drivingWeeks", label.drivingWeeks),
            ("followUpYears", label.followUpYears),
        ]
        for (name, span) in spans { require(span >= 0, path + name, "0 or more", "Write a length of time.") }
    }

    private mutating func check(_ process: ManufacturingProcess, _ path: FieldPath) {
        let shares = [
            ("collectionEfficiency", process.collectionEfficiency), ("thawRecovery", process.thawRecovery),
            ("selectionRecovery", process.selectionRecovery), ("viability", process.viability),
            ("memoryFraction", process.memoryFraction), ("batchLoss", process.batchLoss),
            ("outOfSpecificationAccepted", process.outOfSpecificationAccepted),
        ]
        for (name, value) in shares { checkShare(value, path + name) }
        let days = [
            ("inboundDays", process.inboundDays), ("outboundDays", process.outboundDays),
            ("slotWaitDays", process.slotWaitDays), ("cultureDays", process.cultureDays),
            ("releaseDays", process.releaseDays), ("lagDays", process.lagDays),
        ]
        for (name, value) in days { check(value, path + name, unit: "d", in: .notNegative) }
        check(process.collectionMinimum, path + "collectionMinimum", unit: "10*9", in: .notNegative)
        check(process.batchInput, path + "batchInput", unit: "10*9", in: .positive)
        check(process.bloodVolumes, path + "bloodVolumes", unit: "1", in: .positive)
        check(process.vectorCopiesMean, path + "vectorCopiesMean", unit: "{copies}/{cell}", in: .positive)
        check(process.vectorDispersion, path + "vectorDispersion", unit: "1", in: .positive)
        check(process.doublingHours, path + "doublingHours", unit: "h", in: .positive)
        require(process.maximumAttempts >= 1, path + "maximumAttempts", "1 or more", "Count the first attempt too.")
        for (index, limit) in process.releaseLimits.enumerated() { check(limit, path + "releaseLimits" + index) }
    }

    private mutating func check(_ limit: ReleaseLimit, _ path: FieldPath) {
        requireLimits(atLeast: limit.atLeast, atMost: limit.atMost, path)
        requireText(limit.source, path + "source")
        let units: Set<String> =
            switch limit.test {
            case .viability, .carPositive: ["1"]
            case .vectorCopyNumber: ["{copies}/{cell}"]
            case .dose: ["10*6/kg", "10*6"]
            }
        require(limit.unit, isOneOf: units, path + "unit", "the unit of this test")
    }

    /// At least one limit, and the lower below the upper.
    mutating func requireLimits(atLeast: Double?, atMost: Double?, _ path: FieldPath) {
        require(
            atLeast != nil || atMost != nil, path, "`atLeast`, `atMost` or both", found: "no limit", "Add the limit.")
        require(
            (atLeast ?? -.infinity) <= (atMost ?? .infinity), path + "atMost", "no less than `atLeast`",
            "Swap the two limits.")
    }

    /// A price of one unit.
    mutating func check(_ price: Price, _ place: FieldPath) {
        require(price.usd >= 0, place + "usd", "0 or more", "Write the price of one unit in USD.")
        require((1990...2100).contains(price.year), place + "year", "a year", "Write the year of the price.")
        requireSource(price.source, price.origin, place + "source")
    }

    private mutating func check(_ prices: [Price], _ path: FieldPath) {
        for (index, price) in prices.enumerated() {
            let place = path + index
            check(price, place)
            require(
                !prices[..<index].contains { $0.resource == price.resource }, place + "resource",
                "each resource once", "Keep one price for '\(price.resource.rawValue)'.")
        }
        let missing = Price.Resource.ofProduct.filter { resource in !prices.contains { $0.resource == resource } }
        require(
            missing.isEmpty, path, "a price for every resource",
            found: "no price for \(missing.map(\.rawValue).joined(separator: ", "))", "Add each, assumed if need be.")
    }
}
