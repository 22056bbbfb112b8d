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

    /// The sample nearest to a day, if there is one within half the calendar's interval there.
    public func value(_ quantity: Quantity, near day: Double) -> Double? {
        let reach = day <= Calendar.dailyUntil ? 0.5 : day <= Calendar.weeklyUntil ? 3.5 : 14
        guard let index = days.indices.min(by: { abs(days[$0] - day) < abs(days[$1] - day) }),
            abs(days[index] - day) <= reach
        else { return nil }
        return samples[quantity.rawValue][index]
    }
}

extension PatientTrace.Quantity {
    /// Short name.
    public var name: String {
        switch self {
        case .carT: "car_t"
        case .interleukin6: "interleukin_6"
        case .crp: "crp"
        case .ferritin: "ferritin"
        case .bCells: "bcells"
        case .immunoglobulinG: "igg"
        case .neutrophils: "neutrophils"
        case .platelets: "platelets"
        }
    }

    /// For people.
    public var label: String {
        switch self {
        case .carT: "CAR-T cells"
        case .interleukin6: "Interleukin-6"
        case .crp: "C-reactive protein"
        case .ferritin: "Ferritin"
        case .bCells: "B cells"
        case .immunoglobulinG: "IgG"
        case .neutrophils: "Neutrophils"
        case .platelets: "Platelets"
        }
    }

    /// Unit, for axes.
    public var unit: String {
        switch self {
        case .carT, .bCells: "cells/µL"
        case .interleukin6: "pg/mL"
        case .crp: "mg/L"
        case .ferritin: "ng/mL"
        case .immunoglobulinG: "g/L"
        case .neutrophils, .platelets: "10⁹/L"
        }
    }

    /// Whether its axis is logarithmic.
    public var isLogarithmic: Bool {
        switch self {
        case .carT, .interleukin6, .ferritin: true
        default: false
        }
    }

    /// Days from infusion that its curve shows: as long as something happens.
    public var reportedDays: Double {
        switch self {
        case .carT: 180
        case .interleukin6, .crp, .ferritin: 42
        case .neutrophils, .platelets: 120
        case .bCells, .immunoglobulinG: .infinity
        }
    }

    /// Lowest value that the assay sees.
    public func detection(_ course: CourseConstants) -> Double {
        self == .carT ? course.measurement.carTDetection.value : 0
    }
}
