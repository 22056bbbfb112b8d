/// Hours of staff that the patients of the window need.
public struct StaffHours: Sendable, Equatable {
    /// Who.
    public let role: String
    /// Hours a week, by what takes them.
    public let perWeek: [StaffLoad.Activity: Double]

    /// Hours a week in all.
    public var total: Double { StaffLoad.Activity.allCases.reduce(0) { $0 + (perWeek[$1] ?? 0) } }

    /// Hours by role, in the plan's order of roles.
    public static func of(_ runs: [CentreRun], _ plan: CentrePlan) -> [StaffHours] {
        let weeks = runs.reduce(0) { $0 + $1.days / 7 }
        var counts: [StaffLoad.Activity: Double] = [:]
        for patient in runs.flatMap(\.patients) {
            for activity in StaffLoad.Activity.allCases { counts[activity, default: 0] += patient.count(of: activity) }
        }
        var roles: [String] = []
        for load in plan.staff where !roles.contains(load.role) { roles.append(load.role) }
        return roles.map { role in
            var hours: [StaffLoad.Activity: Double] = [:]
            for load in plan.staff where load.role == role {
                hours[load.activity, default: 0] += load.hours.value * (counts[load.activity] ?? 0) / max(weeks, 1e-9)
            }
            return StaffHours(role: role, perWeek: hours)
        }
    }
}

extension CentrePatient {
    /// How often a patient needed something: events, or days.
    func count(of activity: StaffLoad.Activity) -> Double {
        let ledger = outcome?.ledger ?? Ledger()
        return switch activity {
        case .consult: consulted == nil ? 0 : 1
        case .leukapheresis: ledger[.leukapheresis]
        case .lymphodepletion: ledger[.lymphodepletion]
        case .infusion: isInfused ? 1 : 0
        case .visit: ledger[.visit]
        case .wardDay: ledger[.wardDay]
        case .intensiveCareDay: ledger[.intensiveCareDay]
        }
    }
}
