import FoundationEssentials

extension Candidate {
    /// Reads a patient file: one JSON object (docs/eligibility.md names every field). A field that is left out, or null,
    /// is unknown; a field that is not known here is a fault, because a misspelt one would else count as unknown.
    ///
    /// - Parameters:
    ///   - json: the file's text.
    ///   - file: its name, for errors.
    ///   - day: the day for which the patient is assessed; drugs cannot have been given after it.
    /// - Throws: `CandidateError` with all faults: unknown fields, impossible values, contradictions.
    public init(json: String, file: String? = nil, on day: Day? = nil) throws(CandidateError) {
        guard let root = try? JSONDecoder().decode(JSONValue.self, from: Data(json.utf8)),
            case .object(let object) = root
        else {
            throw CandidateError(
                file: file,
                problems: [
                    .init(
                        field: "", found: "text that is not one JSON object", expected: "{ \"diagnosis\": \"…\", … }",
                        remedy: "Check quotes, commas and brackets.")
                ])
        }
        var fields = PatientFields(object)
        let diagnosis = fields.choice("diagnosis", Label.Disease.self)
        if diagnosis == nil, fields.problems.isEmpty {
            fields.fault(
                "diagnosis", "nothing", "the disease", "Nobody can be held against a label without a diagnosis.")
        }
        self.init(diagnosis ?? .other)
        read(&fields, on: day)
        if diagnosis != nil { findContradictions(&fields) }
        _ = fields.text("comment")
        fields.refuseUnread()
        guard fields.problems.isEmpty else {
            throw CandidateError(file: file, problems: fields.problems.sorted { $0.field < $1.field })
        }
    }

    private mutating func read(_ fields: inout PatientFields, on day: Day?) {
        subtype = fields.choice("subtype", Label.Subtype.self)
        sex = fields.choice("sex", Sex.self)
        childbearingPotential = fields.truth("childbearingPotential")
        for quantity in Label.Quantity.allCases {
            switch quantity {
            case .alt, .ast: quantities[quantity] = Self.enzyme(quantity.rawValue, &fields)
            default: quantities[quantity] = fields.number(quantity.rawValue, .of(quantity))
            }
        }
        creatinine = fields.number("creatinine", .creatinine)
        for state in Label.State.allCases { states[state] = fields.truth(state.rawValue) }
        transplantEligible = fields.truth("transplantEligible")
        lenalidomideRefractory = fields.truth("lenalidomideRefractory")
        relapsedAfterTransplant = fields.truth("relapsedAfterTransplant")
        lines = fields.objects("lines")?.map { Self.line($0.fields, $0.path, &fields) }
        recentDrugs = fields.objects("recentDrugs")?.compactMap { Self.drug($0.fields, $0.path, &fields, on: day) }
    }

    /// An enzyme as a multiple of its upper limit: written so, or in U/L with the laboratory's own limit.
    private static func enzyme(_ name: String, _ fields: inout PatientFields) -> Double? {
        let multiple = fields.number("\(name)TimesUpperLimit", .of(.alt))
        let value = fields.number(name, .enzyme)
        let limit = fields.number("\(name)UpperLimit", .enzymeUpperLimit)
        if let multiple {
            if value != nil || limit != nil {
                fields.fault(
                    name, "the value twice", "\(name)TimesUpperLimit, or \(name) with \(name)UpperLimit",
                    "Keep one of them.")
            }
            return multiple
        }
        if let value, let limit { return value / limit }
        if value != nil {
            fields.fault(
                name, "a value without its upper limit", "\(name)UpperLimit in U/L beside it",
                "Trials set limits in multiples of the laboratory's upper limit of normal: give that too.")
        } else if limit != nil {
            fields.fault(
                "\(name)UpperLimit", "a limit without a value", "\(name) in U/L beside it",
                "Give the value, or remove it.")
        }
        return nil
    }

    private static func line(
        _ object: [String: JSONValue], _ path: String, _ fields: inout PatientFields
    ) -> PriorLine {
        var inner = PatientFields(object, at: path)
        var line = PriorLine()
        if let value = inner.value("classes") {
            line.classes = classes(value, &inner)
        }
        line.outcome = inner.choice("outcome", PriorLine.Outcome.self)
        line.monthsToRelapse = inner.number("monthsToRelapse", .months)
        line.progressedOnTreatment = inner.truth("progressedOnTreatment")
        _ = inner.text("regimen")
        if line.monthsToRelapse != nil, let outcome = line.outcome, outcome != .relapsed {
            inner.fault(
                "monthsToRelapse", "a time to relapse of a line that ended as \(outcome.rawValue)", "outcome: relapsed",
                "Correct the outcome, or remove the months.")
        }
        inner.refuseUnread()
        fields.adopt(inner.problems)
        return line
    }

    private static func classes(_ value: JSONValue, _ fields: inout PatientFields) -> [Label.TherapyClass]? {
        guard case .array(let items) = value else {
            fields.fault("classes", value.shown, "a list of classes in [ ]", "Write [\"antiCD20\", \"anthracycline\"].")
            return nil
        }
        let names = Label.TherapyClass.allCases.map(\.rawValue)
        var classes: [Label.TherapyClass] = []
        for (index, item) in items.enumerated() {
            if case .string(let text) = item, let one = Label.TherapyClass(rawValue: text) {
                classes.append(one)
            } else {
                let text = if case .string(let text) = item { text } else { "" }
                fields.fault(
                    "classes[\(index)]", item.shown, "one of \(names.joined(separator: ", "))",
                    Spelling.remedy(text, among: names))
            }
        }
        return classes
    }

    private static func drug(
        _ object: [String: JSONValue], _ path: String, _ fields: inout PatientFields, on day: Day?
    ) -> RecentDrug? {
        var inner = PatientFields(object, at: path)
        let therapy = inner.choice("therapy", Label.TherapyClass.self)
        if therapy == nil, inner.problems.isEmpty {
            inner.fault("therapy", "nothing", "a class of therapy", "Say which drug it is.")
        }
        let lastGiven = inner.day("lastGiven")
        if let lastGiven, let day, lastGiven > day {
            inner.fault(
                "lastGiven", "\(lastGiven)", "\(day) or earlier",
                "The patient is assessed on \(day); correct one of the two.")
        }
        inner.refuseUnread()
        fields.adopt(inner.problems)
        return therapy.map { RecentDrug($0, lastGiven: lastGiven) }
    }
}
