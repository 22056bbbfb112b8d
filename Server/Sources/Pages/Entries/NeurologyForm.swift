import Care

/// ICE assessment and the other axes of ICANS. The score is typed, or ticked item by item and added up by the module.
public enum NeurologyForm {
    static func view(_ patient: PatientView, state: FormState, isFocused: Bool) -> FormView {
        let isChild = patient.chart.referral.map { $0.age < 12 } ?? false
        let score =
            isChild
            ? Field(
                name: "capd", label: "CAPD score (under 12 years)", kind: .number("numeric"), unit: "0 to 32",
                isFocused: isFocused, isNarrow: true)
            : Field(
                name: "ice", label: "ICE score", kind: .number("numeric"), unit: "of 10",
                hint: "Year, month, city, hospital 4; three objects 3; command 1; sentence 1; 100 by tens 1.",
                isFocused: isFocused, isNarrow: true)
        return FormView(
            id: "neurology", action: "\(patient.path)/neurology", submit: "Write assessment",
            groups: [
                .init(fields: [
                    score,
                    Field(
                        name: "consciousness", label: "Level of consciousness",
                        kind: .choice(
                            [EntryFields.notAssessed]
                                + NeurologicalAssessment.Consciousness.allCases.map {
                                    .init(value: "\($0.rawValue)", words: VitalWords.words($0))
                                }), value: "1"),
                    Field(
                        name: "seizure", label: "Seizure since the last assessment",
                        kind: .choice(
                            [EntryFields.notAssessed]
                                + NeurologicalAssessment.Seizure.allCases.map {
                                    .init(value: "\($0.rawValue)", words: VitalWords.words($0))
                                }), value: "0"),
                    EntryFields.answer("weakness", "Hemiparesis or paraparesis", value: "no"),
                    Field(
                        name: "oedema", label: "Cerebral oedema or raised pressure",
                        kind: .choice(
                            [EntryFields.notAssessed]
                                + NeurologicalAssessment.Oedema.allCases.map {
                                    .init(value: "\($0.rawValue)", words: VitalWords.words($0))
                                })),
                    EntryFields.answer(
                        "cause", "Another cause accounts for these findings", hint: "They are then not graded."),
                    EntryFields.moment(),
                ])
            ], state: state, note: "Look at each default before you send.")
    }

    /// Reads the form.
    public static func read(
        _ values: [String: String], now: Instant
    ) throws(FormFault) -> (NeurologicalAssessment, Instant) {
        var form = FormReader(values, now: now)
        let assessment = NeurologicalAssessment(
            ice: form.count("ice", in: 0...10, what: "an ICE score").flatMap { ICEScore($0) },
            capd: form.count("capd", in: 0...32, what: "a CAPD score"),
            consciousness: form.choice("consciousness") { Int($0).flatMap { .init(rawValue: $0) } },
            seizure: form.choice("seizure") { Int($0).flatMap { .init(rawValue: $0) } },
            focalWeakness: form.answer("weakness"),
            oedema: form.choice("oedema") { Int($0).flatMap { .init(rawValue: $0) } },
            otherCause: form.answer("cause"))
        if assessment.ice == nil, assessment.capd == nil, assessment.consciousness != .unarousable,
            form.state.errors.isEmpty
        {
            form.fault(
                values["capd"] == nil ? "ice" : "capd",
                "The score is missing; only who cannot be roused is graded without one.")
        }
        let at = form.moment()
        try form.finish()
        return (assessment, at)
    }
}
