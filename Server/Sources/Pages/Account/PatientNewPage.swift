import Care

/// Referring a new patient.
public struct PatientNewPage: Sendable {
    let state: FormState
    let isTraining: Bool

    /// Makes the page.
    public init(state: FormState = .empty, isTraining: Bool = false) {
        self.state = state
        self.isTraining = isTraining
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let sexes =
            [Field.Choice(value: "", words: "choose …")]
            + Sex.allCases.map { .init(value: $0.rawValue, words: $0.rawValue) }
        let form = FormView(
            id: "referral", action: "/patients/new", submit: "Open journal",
            groups: [
                .init(fields: [
                    Field(
                        name: "therapy", label: "Chain-of-identity identifier",
                        hint: "Empty: one is made. It names this therapy on every label; no name, no date of birth.",
                        isFocused: true),
                    Field(name: "disease", label: "Disease", isRequired: true),
                    Field(
                        name: "age", label: "Age", kind: .number("decimal"), unit: "years", isRequired: true,
                        isNarrow: true),
                    Field(name: "sex", label: "Sex", kind: .choice(sexes), isRequired: true, isNarrow: true),
                    Field(
                        name: "weight", label: "Weight", kind: .number("decimal"), unit: "kg", isRequired: true,
                        isNarrow: true),
                    Field(
                        name: "height", label: "Height", kind: .number("numeric"), unit: "cm", isRequired: true,
                        isNarrow: true),
                    Field(
                        name: "lines", label: "Prior lines of therapy", kind: .number("numeric"), isRequired: true,
                        isNarrow: true),
                    Field(name: "ecog", label: "ECOG", kind: .number("numeric"), unit: "0 to 4", isNarrow: true),
                    EntryFields.moment("When referred"),
                ])
            ], state: state)
        return try Layout.page("plain", ["heading": "New patient", "form": form.fields], in: frame)
    }

    /// Reads the form: the identifier, if one was written, and the referral.
    public static func read(
        _ values: [String: String], now: Instant
    ) throws(FormFault) -> (therapy: String?, referral: Referral, at: Instant) {
        var form = FormReader(values, now: now)
        let disease = form.required("disease", "The disease", limit: 200)
        let age = form.number("age", in: 0...120, unit: "years")
        let weight = form.number("weight", in: 1...400, unit: "kg")
        let height = form.number("height", in: 30...260, unit: "cm")
        let lines = form.count("lines", in: 0...50, what: "the number of lines")
        let ecog = form.count("ecog", in: 0...4, what: "ECOG")
        let sex = form.choice("sex", Sex.init(rawValue:))
        if age == nil { form.fault("age", "The age is missing; write years.") }
        if weight == nil { form.fault("weight", "The weight is missing; doses are computed from it.") }
        if height == nil { form.fault("height", "The height is missing; write cm.") }
        if lines == nil { form.fault("lines", "The number of prior lines is missing; 0 is an answer.") }
        if sex == nil { form.fault("sex", "Nothing is chosen; choose one.") }
        let at = form.moment()
        try form.finish()
        guard let age, let weight, let height, let lines, let sex else { throw FormFault(form.state) }
        let referral = Referral(
            disease: disease, age: age, sex: sex, weight: weight, height: height, priorLines: lines, ecog: ecog)
        return (form.text("therapy"), referral, at)
    }
}
