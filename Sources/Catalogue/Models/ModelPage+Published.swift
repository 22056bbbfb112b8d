import Therapy

/// What a page says, as a value. Each is nil where the page does not make sense, which the inspection tells with its line.
extension ModelPage {
    /// The page, once it has passed inspection.
    var published: PublishedModel {
        PublishedModel(
            id: id, title: title, citation: citation, doi: doi, product: product, data: data, timeUnit: timeUnit,
            verification: verification, note: note, absoluteTolerance: absoluteTolerance ?? Self.usualTolerance,
            parameters: parameters.mapValues(\.published), checks: checks.compactMap(\.published))
    }
}

extension ModelPage.Parameter {
    fileprivate var published: PublishedParameter {
        PublishedParameter(unit: unit, meaning: meaning, origin: origin, source: source, spread: spread)
    }

    private var spread: PublishedParameter.Spread? {
        if let omega2 { return .logNormal(omega2: omega2) }
        if let normal { return .normal(share: normal) }
        if let span = uniform.flatMap(interval) { return .uniform(span) }
        return exponential.map { .exponential(mean: $0) }
    }
}

extension ModelPage.Check {
    fileprivate var published: ModelCheck? {
        guard let quantity = quantity.published, let members = over.map(\.published) ?? .typical,
            let limit = tolerance.map(ModelCheck.Tolerance.relative) ?? absolute.map(ModelCheck.Tolerance.absolute)
        else { return nil }
        return ModelCheck(
            id: id, says: says, origin: origin, changes: set ?? [:], quantity: quantity, members: members,
            expected: expect, tolerance: limit,
            verdict: verdict == .reproduced ? .reproduced : .mismatch(note: note ?? ""))
    }
}

extension ModelPage.Quantity {
    /// Names of the forms that are given.
    var forms: [String] {
        let given: [(String, Bool)] = [
            ("at", at != nil), ("maximum", maximum != nil), ("minimum", minimum != nil),
            ("timeOfMaximum", timeOfMaximum != nil), ("timeOfMinimum", timeOfMinimum != nil),
            ("halfLife", halfLife != nil), ("doublingTime", doublingTime != nil), ("area", area != nil),
            ("crosses", crosses != nil),
        ]
        return given.filter(\.1).map(\.0)
    }

    /// The intervals that are given, by name.
    var spans: [(name: String, ends: [Double])] {
        let all: [(String, [Double]?)] = [
            ("maximum", maximum), ("minimum", minimum), ("timeOfMaximum", timeOfMaximum),
            ("timeOfMinimum", timeOfMinimum), ("halfLife", halfLife), ("doublingTime", doublingTime), ("area", area),
        ]
        return all.compactMap { name, ends in ends.map { (name, $0) } }
    }

    fileprivate var published: ModelQuantity? {
        form.map { ModelQuantity(of: of, $0, relativeTo: relativeTo.map { .init(of: $0.of, at: $0.at) }) }
    }

    private var form: ModelQuantity.Form? {
        if let at { return .at(at) }
        if let crosses { return crosses.span.map { .crosses(value: crosses.value, within: $0) } }
        guard let (name, ends) = spans.first, let span = interval(ends) else { return nil }
        return switch name {
        case "maximum": .maximum(span)
        case "minimum": .minimum(span)
        case "timeOfMaximum": .timeOfMaximum(span)
        case "timeOfMinimum": .timeOfMinimum(span)
        case "halfLife": .halfLife(span)
        case "doublingTime": .doublingTime(span)
        default: .area(span)
        }
    }
}

extension ModelPage.Quantity.Crossing {
    /// How long is looked if `before` is not given, in the model's unit of time.
    static let usualHorizon = 1_000.0

    fileprivate var span: ClosedRange<Double>? { interval([after, before ?? after + Self.usualHorizon]) }
}

extension ModelPage.Members {
    /// The statistic; nil if it is not named or lacks its number.
    var summary: Statistic? {
        switch statistic {
        case .median: .median
        case .mean: .mean
        case .minimum: .minimum
        case .maximum: .maximum
        case .geometricMean: .geometricMean
        case .logSD: .logSD
        case .geometricCV: .geometricCV
        case .quantile: probability.map(Statistic.quantile)
        case .share: between.flatMap(interval).map(Statistic.share)
        case .shareOfOccurring: between.flatMap(interval).map(Statistic.shareOfOccurring)
        case nil: nil
        }
    }

    fileprivate var published: CheckMembers? {
        if let table, let row { return .row(table: table, label: row) }
        if let table, let summary { return .rows(table: table, beginning: rows ?? "", summary) }
        guard let sampled, let seed, let summary else { return nil }
        return .sampled(sampled, seed: seed, reading: omega ?? .variance, summary)
    }
}

/// An interval from two numbers in rising order.
private func interval(_ ends: [Double]) -> ClosedRange<Double>? {
    ends.count == 2 && ends[0] < ends[1] ? ends[0]...ends[1] : nil
}
