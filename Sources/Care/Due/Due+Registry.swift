/// Registry forms and the handover of follow-up.
extension DueContext {
    /// Forms: CIBMTR in the US, EBMT in Europe. A form that names its time ("day 100") keeps that one whenever it is
    /// sent; any other keeps the one in whose time it is sent. What was not sent stays overdue.
    var registry: [DueItem] {
        guard let start = infusionDay else { return [] }
        let place = label?.subject.jurisdiction
        if let place, ![.us, .eu, .uk].contains(place) {
            let rule = Rule(
                id: "registry", topic: .registry, what: "registry forms", owner: .dataManager, reason: "",
                source: "not known here", flag: .memory)
            return [rule.item(nil, .undated(why: "the registry of \(place.rawValue) is not known here"))]
        }
        let baseline = Rule(
            id: "registry/baseline", topic: .registry, what: Self.baselineForm(place), owner: .dataManager,
            reason: "due within 30 days of the infusion (from a secondary source); reporting to CIBMTR is voluntary",
            source: Self.forms,
            flag: .secondary)
        let first = window(opens: start.advanced(by: -90), due: start.advanced(by: 30))
        let sent = deeds[.form].filter { Self.isBaseline($0.text) }
        return [baseline.item(first, status(first, sent))] + followUpForms(place, start)
    }

    private static let forms =
        "CIBMTR training manual, cell therapy reporting tracks (15 years: forms 4000, 4003, 4006, 4100)"

    private static func baselineForm(_ place: Jurisdiction?) -> String {
        switch place {
        case .us: "CIBMTR forms 4000, 4003 and 4006"
        case nil: "registry's baseline form (CIBMTR 4000, 4003, 4006; or EBMT cellular therapy form)"
        default: "EBMT cellular and gene therapy form, day 0"
        }
    }

    private static func isBaseline(_ form: String) -> Bool {
        let name = form.lowercased()
        return name.contains("4000") || (name.contains("ebmt") && (name.contains("day 0") || name.contains("baseline")))
    }

    private func followUpForms(_ place: Jurisdiction?, _ start: Day) -> [DueItem] {
        let name =
            switch place {
            case .us: "CIBMTR form 4100"
            case nil: "registry's follow-up form (CIBMTR 4100 or EBMT)"
            default: "EBMT cellular and gene therapy form, follow-up"
            }
        let rule = Rule(
            id: "registry", topic: .registry, what: name, owner: .dataManager,
            reason: "day 100, month 6, then yearly to year 15; a month to send it (assumed)", source: Self.forms,
            flag: .read)
        let offsets: [Offset] = [.days(100), .months(6)] + (1...15).map { .years($0) }
        let sent = deeds[.form].filter { !Self.isBaseline($0.text) }
        let named = sent.map { form in offsets.first { Self.names(form.text, $0) } }
        return offsets.indices.map { index in
            let opens = offsets[index].day(after: start)
            let next = offsets.indices.contains(index + 1) ? offsets[index + 1].day(after: start) : nil
            let own = sent.indices.filter { position in
                if let named = named[position] { return named == offsets[index] }
                let day = Day(of: sent[position].at)
                return day >= opens && (next.map { day < $0 } ?? true)
            }
            let window = window(opens: opens, due: opens.advanced(by: 30))
            let rule = rule.at(offsets[index])
            if let form = own.first {
                return rule.item(window, .done(at: sent[form].at, entry: sent[form].entry))
            }
            return rule.item(window, status(window, []))
        }
    }

    /// Whether a form says that it is for this time.
    private static func names(_ form: String, _ offset: Offset) -> Bool {
        let words = form.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        let name = offset.name.split(separator: " ").map(String.init)
        let other =
            switch offset {
            case .days(let count): [["\(count)", "days"], ["\(count)d"]]
            case .months(let count): [["\(count)", "months"], ["\(count)", "month"]]
            case .years(let count): [["\(count)", "years"], ["\(count)", "year"]]
            }
        return ([name] + other).contains { pattern in
            words.indices.contains { Array(words[$0...].prefix(pattern.count)) == pattern }
        }
    }

    /// Who follows up: agreed by day 100; at year 15 the watch for malignancies goes on in lifelong care.
    var handover: [DueItem] {
        guard let start = infusionDay else { return [] }
        let rule = Rule(
            id: "handover", topic: .handover, what: "agree who follows up, signed by both", owner: .coordinator,
            reason: "patients are lost when centres close and people retire; a transfer of responsibility is signed",
            source: "FDA, long-term follow-up, January 2020; day 100 assumed", flag: .memory)
        let window = window(
            opens: start.advanced(by: 28), due: start.advanced(by: 100), closes: start.advanced(byMonths: 12))
        var last = rule
        last.id = "handover/year-15"
        last.what = "hand over to lifelong care"
        let years = start.advanced(byMonths: 180)
        let final = self.window(opens: years.advanced(by: -14), due: years.advanced(by: 180))
        return [rule.item(window, status(window, deeds[.transfer])), last.item(final, status(final, deeds[.transfer]))]
    }
}
