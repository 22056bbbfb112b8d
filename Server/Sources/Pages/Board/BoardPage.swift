import Care

/// All patients by stage, with what is due, waiting or alarming.
public struct BoardPage: Sendable {
    let patients: [BoardPatient]
    let at: Instant
    let filter: String
    let mayAdd: Bool

    /// Makes the board.
    /// - Parameters:
    ///   - filter: words that a patient's line must contain, from the query `q`.
    ///   - mayAdd: whether the user may refer a new patient.
    public init(_ patients: [BoardPatient], at instant: Instant, filter: String = "", mayAdd: Bool = false) {
        self.patients = patients
        at = instant
        self.filter = filter
        self.mayAdd = mayAdd
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let words = filter.lowercased().split(separator: " ")
        let shown = patients.filter { patient in words.allSatisfy { patient.searchText.contains($0) } }
        let groups = BoardGroup.allCases.compactMap { group -> Fields? in
            let members = shown.filter { $0.group == group }
                .sorted {
                    ($0.rank, -max($0.crs, $0.icans), $0.therapy) < ($1.rank, -max($1.crs, $1.icans), $1.therapy)
                }
            guard !members.isEmpty else { return nil }
            return [
                "groupTitle": group.title, "groupId": group.rawValue, "count": "\(members.count)",
                "rows": members.map(row),
            ]
        }
        let alarming = patients.filter { !$0.alerts.isEmpty }
        return try Layout.page(
            "board",
            [
                "groups": groups, "filter": filter, "isFiltered": !words.isEmpty, "isEmpty": patients.isEmpty,
                "noneFound": shown.isEmpty && !patients.isEmpty, "mayAdd": mayAdd, "at": Words.time(at),
                "total": "\(patients.count)", "alarming": "\(alarming.count)",
                "urgent": "\(alarming.count { $0.rank == 0 })",
                "overdue": "\(patients.count { !$0.overdue.isEmpty })",
            ], in: frame, wide: true)
    }

    private func row(_ patient: BoardPatient) -> Fields {
        [
            "therapy": patient.therapy, "href": patient.path, "person": patient.person, "disease": patient.disease,
            "stage": patient.stage, "place": patient.place, "search": patient.searchText,
            "grades": [("CRS", patient.crs), ("ICANS", patient.icans)].filter { $0.1 > 0 }.map {
                ["words": "\($0.0) grade \($0.1)", "level": "\($0.1)"] as Fields
            },
            "alerts": patient.alerts.prefix(3).map {
                ["alert": Words.sentence($0.title), "urgency": $0.urgency.words, "level": "\($0.urgency.rawValue)"]
                    as Fields
            },
            "moreAlerts": patient.alerts.count > 3 ? "and \(patient.alerts.count - 3) more" : nil,
            "due": due(patient), "waiting": patient.waiting,
            "stops": patient.stops > 0 ? "\(patient.stops) stop\(patient.stops > 1 ? "s" : "")" : nil,
        ]
    }

    private func due(_ patient: BoardPatient) -> [Fields] {
        let late = patient.overdue.prefix(2).map { ["state": "OVERDUE", "what": Words.sentence($0)] as Fields }
        let now = patient.dueNow.prefix(2).map { ["state": "due", "what": Words.sentence($0)] as Fields }
        let rest = patient.overdue.count + patient.dueNow.count - late.count - now.count
        let more: [Fields] = rest > 0 ? [["what": "and \(rest) more"]] : []
        let next: [Fields] =
            late.isEmpty && now.isEmpty ? patient.nextDue.map { [["what": Words.sentence($0)]] } ?? [] : []
        return late + now + more + next
    }
}
