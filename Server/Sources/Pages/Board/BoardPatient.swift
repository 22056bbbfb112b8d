import Care

/// A patient on the board: one line of what matters now.
public struct BoardPatient: Sendable {
    let therapy: String
    let path: String
    let person: String
    let disease: String
    let group: BoardGroup
    let stage: String
    let place: String
    let crs: Int
    let icans: Int
    /// Alerts that wait, the most urgent first.
    let alerts: [(title: String, urgency: Alert.Urgency)]
    /// Duties that are overdue, or due now.
    let overdue: [String]
    let dueNow: [String]
    let nextDue: String?
    /// What the next step waits for.
    let waiting: String?
    /// Stops against what comes next.
    let stops: Int

    /// Reads it off a patient.
    public init(_ patient: PatientView) {
        let chart = patient.chart
        therapy = patient.therapy
        path = patient.path
        person = patient.person
        disease = chart.referral?.disease ?? ""
        group = BoardGroup(chart.stage(at: patient.at))
        stage = patient.stage
        place = patient.place
        crs = chart.death == nil ? chart.crsGrade.rawValue : 0
        icans = chart.death == nil ? chart.icansGrade.rawValue : 0
        alerts = patient.standing.map { ($0.title, $0.urgency) }
        let open = patient.due.filter(\.isOpen)
        overdue = open.filter(\.isOverdue).map(\.what)
        dueNow = open.filter { $0.status == .due }.map(\.what)
        nextDue = open.first { $0.status == .upcoming && $0.at != nil }.flatMap { item in
            item.at.map { "\(item.what), \(Words.day($0))" }
        }
        let next = patient.steps.next
        waiting = next?.next.map { Words.sentence($0) }
        stops = patient.steps.stops.count { $0.forbids && $0.step == next?.step }
    }

    /// How soon somebody must look: 0 now, 1 today, 2 this week or overdue, 3 nothing waits.
    var rank: Int {
        if let first = alerts.map(\.urgency).min() { return first.rawValue }
        return overdue.isEmpty ? 3 : 2
    }

    /// What the filter looks through.
    var searchText: String {
        let words = [therapy, person, disease, stage, place] + alerts.map(\.title) + overdue
        let grades = [crs > 0 ? "CRS \(crs)" : "", icans > 0 ? "ICANS \(icans)" : ""]
        return (words + grades).joined(separator: " ").lowercased()
    }
}

/// Columns of the board.
enum BoardGroup: String, CaseIterable {
    case acute, preparing, making, coming, following, ended

    init(_ stage: Stage) {
        self =
            switch stage {
            case .monitoring: .acute
            case .productReleased, .conditioning: .preparing
            case .collected, .manufacturing: .making
            case .referred, .eligible: .coming
            case .followUp: .following
            case .ineligible, .cancelled, .dead: .ended
            }
    }

    var title: String {
        switch self {
        case .acute: "First four weeks after infusion"
        case .preparing: "Product released, lymphodepletion"
        case .making: "Product being made"
        case .coming: "Referred, awaiting collection"
        case .following: "Follow-up"
        case .ended: "Ended"
        }
    }
}
