import Care

/// A laboratory result, in the analyte's canonical unit.
public enum LabForm {
    static func view(_ patient: PatientView, state: FormState, isFocused: Bool) -> FormView {
        FormView(
            id: "lab", action: "\(patient.path)/lab", submit: "Write result",
            groups: [
                .init(fields: [
                    Field(
                        name: "analyte", label: "What was measured", kind: .choice(analytes), isRequired: true,
                        isFocused: isFocused),
                    Field(
                        name: "value", label: "Value", kind: .number("decimal"), unit: "in the unit beside the name",
                        isRequired: true, isNarrow: true),
                    Field(name: "below", label: "Below this limit of detection", kind: .checkbox),
                    Field(
                        name: "lower", label: "Laboratory’s lower limit", kind: .number("decimal"), isNarrow: true),
                    Field(
                        name: "upper", label: "Laboratory’s upper limit", kind: .number("decimal"), isNarrow: true),
                    EntryFields.moment("When taken"),
                ])
            ], state: state, note: "Enter sends.")
    }

    /// Reads the form. What no patient could have is refused by the journal, with the unit that it is in.
    public static func read(_ values: [String: String], now: Instant) throws(FormFault) -> (LabResult, Instant) {
        var form = FormReader(values, now: now)
        let analyte = form.choice("analyte", Analyte.init(rawValue:))
        if analyte == nil { form.fault("analyte", "Nothing is chosen; choose what was measured.") }
        let unit = Words.unit(analyte?.unit ?? "")
        let range = 0.0...Double.greatestFiniteMagnitude
        let value = form.number("value", in: range, unit: unit)
        if value == nil { form.fault("value", "The value is missing; write it in \(unit).") }
        let lower = form.number("lower", in: range, unit: unit)
        let upper = form.number("upper", in: range, unit: unit)
        if let lower, let upper, lower > upper {
            form.fault("upper", "The upper limit is below the lower one; exchange them.")
        }
        let at = form.moment()
        try form.finish()
        guard let analyte, let value else { throw FormFault(form.state) }
        let isBelow = form.text("below") == "yes"
        return (LabResult(analyte, value, belowDetection: isBelow, lowerLimit: lower, upperLimit: upper), at)
    }

    private static let analytes: [Field.Choice] =
        [.init(value: "", words: "choose …")]
        + Analyte.allCases.map {
            .init(value: $0.rawValue, words: "\(Words.sentence(LaboratoryWords.name($0))), \(Words.unit($0.unit))")
        }
}
