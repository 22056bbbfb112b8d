/// How many cells a patient may have, 10⁶, by the label and the body weight.
public struct DoseRange: Sendable, Equatable {
    /// Fewest; nil: none stated.
    public var least: Double?
    /// What is aimed at; nil: none stated.
    public var target: Double?
    /// Most.
    public var most: Double
    /// Where it stands.
    public var source: RuleSource

    /// The range of a label's dose at a body weight in kg; nil for a weight that no band holds.
    public init?(_ dose: Label.Dose, weight: Double) {
        guard weight.isFinite, weight > 0,
            let band = dose.bands.first(where: { weight > $0.above ?? -1 && weight <= $0.upTo ?? .infinity })
        else { return nil }
        let (cells, factor): (Label.Dose.Cells, Double)
        if let perKilogram = band.perKilogram {
            (cells, factor) = (perKilogram, weight)
        } else if let flat = band.flat {
            (cells, factor) = (flat, 1)
        } else {
            return nil
        }
        let cap = band.cap ?? .infinity
        least = cells.minimum.map { min($0 * factor, cap) }
        target = cells.target.map { min($0 * factor, cap) }
        most = min(cells.maximum * factor, cap)
        source = RuleSource(dose)
    }
}

extension StepFacts {
    /// The range for this patient; nil if label, indication or weight are unknown.
    var doseRange: DoseRange? {
        guard let dose = labelDose, let weight else { return nil }
        return DoseRange(dose, weight: weight.value)
    }

    /// Cells given so far, 10⁶, each bag once.
    var cellsGiven: Double { infusions.map(\.value.carPositiveCells).reduce(0, +) }

    /// What the dose would be with this bag, held against the range.
    func doseStops(adding bag: FinalBag?, cells: Double?, in place: (any Placed)?) -> [Stop] {
        let rule = StopRule.doseRange
        guard let weight else { return [rule.unknown("body weight is unknown")] }
        guard let range = doseRange else {
            return [
                rule.unknown(missing("one dose for this disease and \(weight.value.asWritten) kg"), in: weight.place)
            ]
        }
        guard let added = cells ?? bag?.carPositiveCells, added.isFinite else {
            return [rule.unknown("how many cells the bag holds is unknown", in: place, source: range.source)]
        }
        let total = cellsGiven + added
        let most = range.most * (1 + 1e-9)
        let limits =
            "\(range.least.map { "\($0.asWritten) to " } ?? "at most ")\(range.most.asWritten) 10*6 cells at \(weight.value.asWritten) kg"
        if !(total <= most) {
            return [rule.found("\(total.asWritten) 10*6 cells in all", limits, in: place, source: range.source)]
        }
        // Fewer than the least only stands when no further bag is to come.
        let batch = bag?.batch ?? chart.released?.batch
        let remaining =
            batch.map { name in
                bags(of: name).filter {
                    $0.value.bag != bag?.bag && !isInfused($0.value.bag) && disposal(of: $0.value.bag) == nil
                }
            } ?? []
        guard let least = range.least, total < least * (1 - 1e-9), remaining.isEmpty else { return [] }
        // A low dose is the usual reason for a release out of specification; its approvals cover it.
        let approved =
            batch.flatMap { release(of: $0) }.map { release in
                !release.value.inSpecification && release.value.deviations.contains { $0.folded == "dose" }
            } ?? false
        return [
            rule.found(
                "\(total.asWritten) 10*6 cells in all", limits, in: place, source: range.source,
                severity: approved ? .warning : nil)
        ]
    }
}
