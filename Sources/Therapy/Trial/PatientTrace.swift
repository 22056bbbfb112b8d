import Care

/// What the report draws of one patient: counts on the days of the calendar, grades by day, and where they were when.
public struct PatientTrace: Sendable {
    /// What curves are drawn of.
    public enum Quantity: Int, Sendable, CaseIterable {
        /// As measured in blood
        case carT, interleukin6, crp, ferritin, bCells, immunoglobulinG, neutrophils, platelets
    }

    /// Where a patient is.
    public enum Place: String, Sendable { case waiting, hospital, intensiveCare, home }

    /// What is marked on a patient's line.
    public enum Mark: String, Sendable { case infusion, tocilizumab, corticosteroid, response, progression, death }

    /// The patient's index.
    public let patient: Int
    /// Days of the samples.
    public private(set) var days: [Double] = []
    /// Samples by quantity, one a day of `days`.
    public private(set) var samples = [[Double]](repeating: [], count: Quantity.allCases.count)
    /// Highest CRS grade on each of the days 0 to 30.
    public private(set) var crs = [Int](repeating: 0, count: 31)
    /// Highest ICANS grade on each of the days 0 to 30.
    public private(set) var icans = [Int](repeating: 0, count: 31)
    /// Moves, in order.
    public private(set) var places: [(place: Place, day: Double)] = []
    /// Marks, in order.
    public private(set) var marks: [(mark: Mark, day: Double)] = []
    /// Last day.
    public private(set) var last = 0.0
    private var hasResponded = false

    init(patient: Int) { self.patient = patient }

    mutating func sample(_ journey: Journey) {
        // Hospital looks every six hours; the curves want one a day.
        if let previous = days.last, journey.now - previous < 0.9 { return }
        days.append(journey.now)
        func keep(_ quantity: Quantity, _ value: Double) { samples[quantity.rawValue].append(value) }
        keep(.carT, journey.reading(\.carT))
        keep(.interleukin6, journey.reading(\.il6))
        keep(.crp, journey.reading(\.crp))
        keep(.ferritin, journey.reading(\.ferritin))
        keep(.bCells, journey.reading(\.bCells))
        keep(.immunoglobulinG, journey.reading(\.igg))
        keep(.neutrophils, journey.reading(\.anc))
        keep(.platelets, journey.reading(\.platelets))
    }

    mutating func grade(crs newCRS: CRSGrade, icans newICANS: ICANSGrade, day: Double) {
        let index = Int(day)
        guard crs.indices.contains(index) else { return }
        crs[index] = max(crs[index], newCRS.rawValue)
        icans[index] = max(icans[index], newICANS.rawValue)
    }

    mutating func move(to place: Place, day: Double) { places.append((place, day)) }
    mutating func mark(_ mark: Mark, day: Double) { marks.append((mark, day)) }

    mutating func response(_ response: Response, day: Double) {
        guard response.isObjective, !hasResponded else { return }
        hasResponded = true
        mark(.response, day: day)
    }

    mutating func end(day: Double) { last = day }
}
