/// Why a dose cannot be worked out.
public enum DoseError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The label's doses are not known here, or none is for this indication
    case noDose(label: String, indication: String)
    /// The dose goes by weight, and the weight is unknown or impossible
    case weight(Double?)
    /// The dose goes by blasts in the marrow, and they are unknown or no share of 100 %
    case marrowBlasts(Double?)
    /// The dose is not divided over two days
    case notSplit

    /// What is missing.
    public var description: String {
        switch self {
        case .noDose(let label, let indication): "\(label) states no dose for '\(indication)' that is known here"
        case .weight(nil): "the dose goes by body weight, which is unknown"
        case .weight(let kilograms?): "a body weight of \(kilograms.shown) kg is impossible: write kilograms"
        case .marrowBlasts(nil): "the dose goes by the blasts in the marrow, which are unknown"
        case .marrowBlasts(let share?): "blasts of \(share.shown) % are impossible: write percent, 0 to 100"
        case .notSplit: "the dose is given on one day"
        }
    }
}

extension Label {
    /// The dose of an indication.
    ///
    /// - Throws: `DoseError.noDose`.
    public func dose(for indication: String) throws(DoseError) -> Dose {
        guard let dose = self.doses?.first(where: { $0.indications?.contains(indication) ?? true }) else {
            throw .noDose(label: nameAndVersion, indication: indication)
        }
        return dose
    }
}

extension Label.Dose {
    /// What may be given to a patient of this weight, in 10*6 CAR-positive viable cells, the cap applied.
    ///
    /// - Parameter kilograms: body weight, kg; may be nil where the dose is the same for all.
    /// - Throws: `DoseError.weight`.
    public func limits(weight kilograms: Double?) throws(DoseError) -> Cells {
        if let kilograms, !(kilograms > 0 && kilograms < 1_000) { throw .weight(kilograms) }
        guard let kilograms else {
            guard bands.count == 1, let flat = bands[0].flat else { throw .weight(nil) }
            return flat.capped(bands[0].cap)
        }
        guard let band = bands.first(where: { $0.holds(kilograms) }) else { throw .weight(kilograms) }
        if let flat = band.flat { return flat.capped(band.cap) }
        guard let perKilogram = band.perKilogram else { throw .weight(kilograms) }
        return perKilogram.times(kilograms).capped(band.cap)
    }

    /// Holds a number of cells against the dose. Nothing is rounded; the last bits of binary arithmetic (a part in 10⁹)
    /// do not decide.
    ///
    /// - Parameters:
    ///   - cells: CAR-positive viable cells, 10*6.
    ///   - kilograms: body weight, kg.
    /// - Throws: `DoseError.weight`.
    public func judge(cells: Double, weight kilograms: Double?) throws(DoseError) -> DoseJudgement {
        let limits = try limits(weight: kilograms)
        let slack = 1e-9 * limits.maximum
        let place: DoseJudgement.Place =
            if !(cells <= limits.maximum + slack) {
                .above
            } else if let minimum = limits.minimum, cells < minimum - slack {
                .below
            } else {
                cells > 0 ? .within : .below
            }
        return DoseJudgement(place: place, cells: cells, limits: limits, citation: citation)
    }
}

/// A number of cells against a label's dose.
public struct DoseJudgement: Sendable, Equatable, CustomStringConvertible {
    /// Where it lies.
    public enum Place: String, Codable, Sendable, CaseIterable {
        /// Below the smallest, or no cells; within, ends included; above the largest
        case below, within, above
    }
    /// Where it lies.
    public var place: Place
    /// Cells, 10*6.
    public var cells: Double
    /// What may be given.
    public var limits: Label.Dose.Cells
    /// Source and flag.
    public var citation: String

    /// In one line.
    public var description: String {
        let range = limits.minimum.map { "\($0.shown) to \(limits.maximum.shown)" } ?? "up to \(limits.maximum.shown)"
        return "\(cells.shown)×10⁶ cells, \(place.rawValue) \(range)×10⁶ (\(citation))"
    }
}

extension Label.Dose.Band {
    /// Whether the band is for this weight.
    func holds(_ kilograms: Double) -> Bool { kilograms > (above ?? 0) && kilograms <= (upTo ?? .infinity) }
}

extension Label.Dose.Cells {
    func times(_ kilograms: Double) -> Self {
        Self(
            minimum: minimum.map { $0 * kilograms }, target: target.map { $0 * kilograms },
            maximum: maximum * kilograms)
    }

    func capped(_ cap: Double?) -> Self {
        guard let cap else { return self }
        return Self(
            minimum: minimum.map { min($0, cap) }, target: target.map { min($0, cap) }, maximum: min(maximum, cap))
    }
}

extension Double {
    /// Without `.0`.
    var shown: String {
        let text = "\(self)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
