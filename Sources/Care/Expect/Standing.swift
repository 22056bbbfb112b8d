/// Where a patient stands on the way, from the chart.
struct Standing: Sendable, Equatable {
    var phase: ExpectationPhase
    /// Whole days since the cells; nil before them.
    var daysSinceCells: Int?
    /// Day on which the cells were given.
    var cellsOn: Day?
    /// Whether the disease has come back or grown.
    var hasProgressed: Bool

    /// - Throws: `NoExpectation` where there is no way ahead to be told.
    init(_ chart: Chart, at instant: Instant) throws(NoExpectation) {
        hasProgressed = chart.progression != nil
        cellsOn = chart.infusedAt.map { Day(of: $0) }
        switch chart.stage(at: instant) {
        case .dead: throw .died
        case .cancelled(let reason): throw .cancelled(reason)
        case .ineligible: throw .notEligible
        case .referred, .eligible: phase = chart.isBeingCollected ? .collection : .beforeCollection
        case .collected, .manufacturing, .productReleased: phase = .waiting
        case .conditioning: phase = .lymphodepletion
        case .monitoring, .followUp:
            // Patients count days by the calendar, not by 24 hours.
            let days = cellsOn.map { Day(of: instant).daysSince1970 - $0.daysSince1970 } ?? 0
            daysSinceCells = days
            phase = ExpectationPhase(day: days)
        }
    }
}

extension Chart {
    /// Whether a collection has begun and the last is not over.
    fileprivate var isBeingCollected: Bool {
        var begun = false
        for record in pathway.records {
            switch record.event {
            case .collectionStarted: begun = true
            case .leukapheresisCompleted: begun = false
            default: break
            }
        }
        return begun
    }
}

/// Why there is no plan to show.
public enum NoExpectation: Error, Sendable, Equatable, CustomStringConvertible {
    /// The patient died
    case died
    /// The therapy ended before the cells were given
    case cancelled(Cancellation.Reason)
    /// The patient was not admitted to the therapy
    case notEligible
    /// The journal is about another product
    case otherProduct(asked: String, ordered: String)
    /// The label has no indication in this disease
    case otherDisease(label: String, disease: Label.Disease, known: [Label.Disease])

    /// What was wrong, and what would be right.
    public var description: String {
        switch self {
        case .died: "the journal says that the patient has died; there is no plan to show"
        case .cancelled(let reason):
            "the journal says that this therapy ended before the cells were given (\(reason.rawValue)); the team will "
                + "talk about what comes next"
        case .notEligible:
            "the journal says that the patient was not admitted to this therapy; there is no plan to show"
        case .otherProduct(let asked, let ordered):
            "the plan was asked for \(asked), but the journal orders \(ordered); ask for the product of the journal"
        case .otherDisease(let label, let disease, let known):
            "\(label) has no indication in \(disease.words). It has: \(known.map(\.words).joined(separator: "; "))"
        }
    }
}
