/// When slots come: a steady number per period, on working days if so wished.
public struct SlotCalendar: Sendable, Equatable {
    /// Slots per day on average.
    public let perDay: Double
    /// Whether a slot that falls on a weekend comes on the Monday after (day 0 is a Monday).
    public let onWorkingDays: Bool
    /// Part of the distance between two slots at which the first comes, 0 to 1: calendars of several sites need not
    /// beat together.
    public let phase: Double

    /// - Parameters:
    ///   - slots: how many in the period; more than 0.
    ///   - days: length of the period, days.
    public init(slots: Double, inDays days: Double, onWorkingDays: Bool = true, phase: Double = 0.5) {
        precondition(slots > 0 && days > 0, "a calendar needs slots and a period")
        perDay = slots / days
        self.onWorkingDays = onWorkingDays
        self.phase = phase
    }

    /// The time of slot number `index`, from 0. Never before the one with the index below.
    public func time(of index: Int) -> Double {
        let even = (Double(index) + phase) / perDay
        guard onWorkingDays else { return even }
        let week = (even / 7).rounded(.down) * 7
        return even - week >= 5 ? week + 7 : even
    }
}
