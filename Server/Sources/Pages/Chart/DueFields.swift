import Care

/// What is due, overdue first.
enum DueFields {
    static func fields(_ patient: PatientView) -> Fields {
        let open = patient.due.filter(\.isOpen)
        let soon = open.filter { item in
            item.isOverdue || item.status == .due || (item.at.map { $0.days(since: patient.at) < 14 } ?? false)
        }
        let later = open.filter { item in !soon.contains(item) }
        return [
            "soon": soon.map { fields($0, patient) }, "later": later.prefix(40).map { fields($0, patient) },
            "hasSoon": !soon.isEmpty, "hasLater": !later.isEmpty, "laterCount": "\(later.count)",
            "overdueCount": soon.contains(where: \.isOverdue) ? "\(soon.count(where: \.isOverdue))" : nil,
        ]
    }

    private static func fields(_ item: DueItem, _ patient: PatientView) -> Fields {
        let now = patient.at
        let when: String =
            if let due = item.at {
                item.window?.byDay == true
                    ? Words.day(due) : "\(Words.moment(due)), \(Words.away(due, from: now))"
            } else {
                item.status.words
            }
        return [
            "what": Words.sentence(item.what), "isOverdue": item.isOverdue,
            "state": item.isOverdue ? "OVERDUE" : item.status == .due ? "due" : nil, "when": when,
            "until": item.window?.closes.map { "until \(Words.day($0))" }, "owner": Words.spaced(item.owner.rawValue),
            "reason": Words.humane(item.reason), "citation": item.citation,
        ]
    }
}

/// The twenty steps as a strip.
enum StepFields {
    /// - Parameter failed: whether something of the paths of failure is recorded.
    static func fields(_ rules: StepRules, failed: Bool) -> [Fields] {
        let next = rules.next?.step
        return rules.progress.filter { $0.step != .failure || failed }.map { progress in
            let (state, words, detail): (String, String, String?) =
                switch progress.state {
                case .notBegun: ("open", "not begun", nil)
                case .inProgress: ("running", "in progress", progress.next)
                case .done: ("done", "done", nil)
                case .skipped(let why): ("skipped", "skipped", why)
                }
            return [
                "row": progress.step.row, "step": progress.step.title, "state": state, "words": words,
                "detail": detail ?? (progress.step == next ? progress.next : nil), "isNext": progress.step == next,
            ]
        }
    }
}

/// Scales of the blood.
enum ScaleFields {
    static func fields(_ scales: LaboratoryScales) -> [Fields] {
        var all: [Fields] = []
        func add<Grade>(_ name: String, _ verdict: ScaleVerdict<Grade>?, _ words: (Grade) -> String) {
            guard let verdict else { return }
            let (low, high) = (words(verdict.lowest), words(verdict.highest))
            all.append(
                fields(
                    name, low == high ? low : "\(low) to \(high)", verdict.findings, verdict.unknown, verdict.source))
        }
        add("CAR-HEMATOTOX, before lymphodepletion", scales.carHematotox) {
            "\($0.rawValue) (\($0.risk.rawValue) risk)"
        }
        add("Early ICAHT, to day 30", scales.earlyICAHT?.verdict) { "grade \($0.rawValue)" }
        add("Late ICAHT, after day 30", scales.lateICAHT) { "grade \($0.rawValue)" }
        add("IEC-HS criteria", scales.iecHS, likelihood)
        if let easix = scales.easix {
            all.append(
                fields(
                    "EASIX", easix.value.map { Words.short($0) } ?? "unknown", easix.findings, easix.unknown,
                    easix.source))
        }
        for count in CTCAE.LowCount.allCases {
            add("Low \(count == .whiteCells ? "white cells" : count.rawValue), CTCAE", scales.cytopenias[count]) {
                "grade \($0.rawValue)"
            }
        }
        return all
    }

    private static func fields(
        _ name: String, _ value: String, _ findings: [ScaleFinding], _ unknown: [String], _ source: ScaleSource
    ) -> Fields {
        [
            "scaleId": Words.slug(name), "scale": name, "verdict": value, "findings": findings.map(\.description),
            "scaleUnknown": unknown,
            "hasUnknown": !unknown.isEmpty, "scaleSource": source.description,
        ]
    }

    private static func likelihood(_ value: IECHS.Likelihood) -> String {
        switch value {
        case .notMet: "not met"
        case .ferritinOnly: "ferritin only"
        case .possible: "possible"
        case .probable: "probable"
        }
    }
}
