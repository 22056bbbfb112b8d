import Care

/// One timeline from referral to today. Steps, custody, orders and doses stand each by itself; sets of vital signs and
/// laboratory results of a day stand together, since there may be dozens.
enum TimelineFields {
    static func fields(_ entries: [Entry], _ patient: PatientView) -> [Fields] {
        var groups: [(title: String, days: [(Day, [Entry])])] = []
        let collected = entries.last { $0.event.type == .leukapheresisCompleted }?.occurredAt
        for entry in entries {
            let title = title(entry, patient, collected: collected)
            if groups.last?.title != title { groups.append((title, [])) }
            let day = Day(of: entry.occurredAt)
            let group = groups.count - 1
            if groups[group].days.last?.0 != day { groups[group].days.append((day, [])) }
            groups[group].days[groups[group].days.count - 1].1.append(entry)
        }
        return groups.enumerated().map { index, group in
            [
                "groupTitle": group.title, "groupId": "time-\(index)", "isLatest": index == groups.count - 1,
                "span": span(group.days), "days": group.days.map { self.day($0, $1, patient) },
            ]
        }
    }

    /// The phase that an entry belongs to.
    private static func title(_ entry: Entry, _ patient: PatientView, collected: Instant?) -> String {
        guard let infused = patient.chart.infusedAt, entry.occurredAt >= infused.advanced(byDays: -0.5) else {
            if let start = patient.chart.lymphodepletionStart, entry.occurredAt >= start { return "Lymphodepletion" }
            let isCollected = collected.map { entry.occurredAt > $0 } ?? false
            return isCollected ? "Making and bringing the product" : "To the collection"
        }
        let day = entry.occurredAt.days(since: infused)
        if day < 7 { return "Infusion and first week" }
        if day < 29 { return "Weeks 2 to 4" }
        if day < 365 { return "To the first year" }
        return "After the first year"
    }

    private static func span(_ days: [(Day, [Entry])]) -> String {
        guard let first = days.first?.0, let last = days.last?.0 else { return "" }
        return first == last ? Words.day(first) : "\(Words.day(first)) to \(Words.day(last))"
    }

    private static func day(_ day: Day, _ entries: [Entry], _ patient: PatientView) -> Fields {
        let infused = patient.chart.infusedAt.map { Day(of: $0).daysSince1970 }
        return [
            "day": Words.day(day), "isoDay": day.description,
            "dayNumber": infused.map { "day \(day.daysSince1970 - $0)" },
            "items": rows(entries),
        ]
    }

    private static func rows(_ entries: [Entry]) -> [Fields] {
        var rows: [Fields] = []
        let vitals = entries.filter { $0.event.type == .vitalsTaken }
        let results = entries.filter { $0.event.type == .labReported }
        for entry in entries {
            switch entry.event.type {
            case .vitalsTaken where vitals.count > 1:
                if entry == vitals.last { rows.append(together(vitals)) }
            case .labReported where results.count > 1:
                if entry == results.last { rows.append(laboratory(results)) }
            default: rows.append(row(entry))
            }
        }
        return rows
    }

    private static func row(_ entry: Entry) -> Fields {
        let words = EventWords(entry.event)
        return [
            "clock": Words.clock(entry.occurredAt), "iso": entry.occurredAt.iso8601, "what": words.what,
            "details": Words.humane(words.details.joined(separator: " · ")),
            "who": "\(entry.actor.name), \(Words.spaced(entry.actor.role.rawValue))",
            "number": "\(entry.sequence)",
        ]
    }

    private static func together(_ entries: [Entry]) -> Fields {
        let signs = entries.compactMap { entry -> VitalSigns? in
            if case .vitalsTaken(let signs) = entry.event { signs } else { nil }
        }
        let parts = [
            signs.compactMap(\.temperature).max().map { "highest temperature \(Words.number($0)) °C" },
            signs.compactMap(\.meanArterialPressure).min().map { "lowest MAP \(Words.number($0)) mmHg" },
            signs.compactMap(\.oxygenSaturation).min().map { "lowest SpO₂ \(Words.number($0)) %" },
        ]
        return group(entries, "Vital signs, \(entries.count) sets", parts.compactMap(\.self))
    }

    private static func laboratory(_ entries: [Entry]) -> Fields {
        let words = entries.compactMap { entry -> String? in
            if case .labReported(let result) = entry.event { LaboratoryWords.result(result) } else { nil }
        }
        return group(entries, "Laboratory, \(entries.count) results", words)
    }

    private static func group(_ entries: [Entry], _ what: String, _ details: [String]) -> Fields {
        let numbers = entries.map(\.sequence)
        let last = entries.last?.occurredAt
        return [
            "clock": last.map { Words.clock($0) }, "iso": last?.iso8601, "what": what,
            "details": details.joined(separator: " · "),
            "who": Array(Set(entries.map(\.actor.name))).sorted().joined(separator: ", "),
            "number": numbers.count > 1 ? "\(numbers.min() ?? 0)–\(numbers.max() ?? 0)" : "\(numbers.first ?? 0)",
        ]
    }
}
