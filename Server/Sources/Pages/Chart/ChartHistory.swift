import Care

/// What a journal holds over time: values and grades, each with its moment. Entries that a correction struck out are left
/// out, and so is what happened later than the time looked at.
struct ChartHistory {
    /// A value and when it was found.
    struct Point: Equatable {
        var at: Instant
        var value: Double
    }

    private(set) var entries: [Entry] = []
    private(set) var temperature: [Point] = []
    private(set) var pressure: [Point] = []
    private(set) var saturation: [Point] = []
    private(set) var pulse: [Point] = []
    private(set) var ice: [Point] = []
    private(set) var laboratory: [Analyte: [Point]] = [:]
    private(set) var doses: [(dose: DrugAdministration, at: Instant)] = []
    /// Grades as they changed: from each moment on, until the next.
    private(set) var crs: [Point] = []
    private(set) var icans: [Point] = []

    init(_ journal: Journal, until now: Instant) {
        entries = journal.chronology(until: now).map { journal.entries[$0] }
        var chart = Chart(therapy: journal.therapy)
        for entry in entries {
            chart.apply(entry)
            take(entry)
            // Before infusion there is nothing to grade.
            guard chart.infusedAt != nil else { continue }
            note(chart.crsGrade.rawValue, in: &crs, at: entry.occurredAt)
            note(chart.icansGrade.rawValue, in: &icans, at: entry.occurredAt)
        }
    }

    private mutating func take(_ entry: Entry) {
        let at = entry.occurredAt
        switch entry.event {
        case .vitalsTaken(let signs):
            signs.temperature.map { temperature.append(Point(at: at, value: $0)) }
            signs.meanArterialPressure.map { pressure.append(Point(at: at, value: $0)) }
            signs.oxygenSaturation.map { saturation.append(Point(at: at, value: $0)) }
            signs.heartRate.map { pulse.append(Point(at: at, value: $0)) }
        case .neurologyAssessed(let value):
            value.ice.map { ice.append(Point(at: at, value: Double($0.rawValue))) }
        case .labReported(let result):
            laboratory[result.analyte, default: []].append(Point(at: at, value: result.value))
        case .drugGiven(let dose): doses.append((dose, at))
        default: break
        }
    }

    private func note(_ grade: Int, in points: inout [Point], at instant: Instant) {
        if points.last?.value == Double(grade) { return }
        if let last = points.last, last.at == instant { points.removeLast() }
        points.append(Point(at: instant, value: Double(grade)))
    }
}
