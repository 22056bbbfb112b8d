/// A part of the way, as patient and family live it.
public enum ExpectationPhase: String, Codable, Sendable, CaseIterable, Comparable {
    /// In the order in which they come
    case beforeCollection, collection, waiting, lymphodepletion, infusionDay, firstWeek, weeks2to4, months2to3,
        months4to12, years2to15

    /// Its title.
    public var title: String {
        switch self {
        case .beforeCollection: "Before the cells are collected"
        case .collection: "Collection day"
        case .waiting: "Waiting for the cells"
        case .lymphodepletion: "Making room for the cells"
        case .infusionDay: "The day of the cells"
        case .firstWeek: "Week 1"
        case .weeks2to4: "Weeks 2 to 4"
        case .months2to3: "Months 2 and 3"
        case .months4to12: "Months 4 to 12"
        case .years2to15: "Year 2 and after"
        }
    }

    /// First day of it, the cells being given on day 0; nil before them.
    public var firstDay: Int? {
        switch self {
        case .beforeCollection, .collection, .waiting, .lymphodepletion: nil
        case .infusionDay: 0
        case .firstWeek: 1
        case .weeks2to4: 8
        case .months2to3: 29
        case .months4to12: 91
        case .years2to15: 366
        }
    }

    /// The phase of a whole day after the cells.
    init(day: Int) {
        self = Self.allCases.last { $0.firstDay.map { $0 <= day } ?? false } ?? .infusionDay
    }

    /// Whether the cells have been given.
    var isAfterCells: Bool { (firstDay ?? -1) > 0 }

    /// Order in time.
    public static func < (a: Self, b: Self) -> Bool {
        (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
}
