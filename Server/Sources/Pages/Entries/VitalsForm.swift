import Care

/// Vital signs: typed and sent in under ten seconds. What is left empty is not measured, never normal.
public enum VitalsForm {
    /// The form, with the support that the patient was last on.
    static func view(_ patient: PatientView, state: FormState, isFocused: Bool) -> FormView {
        let last = patient.chart.latestVitals?.signs
        let (support, flow) = words(last?.oxygen)
        return FormView(
            id: "vitals", action: "\(patient.path)/vitals", submit: "Write vital signs",
            groups: [
                .init(fields: [
                    Field(
                        name: "temperature", label: "Temperature", kind: .number("decimal"), unit: "°C",
                        isFocused: isFocused, isNarrow: true),
                    Field(
                        name: "pressure", label: "Mean arterial pressure", kind: .number("numeric"), unit: "mmHg",
                        isNarrow: true),
                    Field(
                        name: "saturation", label: "SpO₂", kind: .number("numeric"), unit: "%", isNarrow: true),
                    Field(name: "pulse", label: "Pulse", kind: .number("numeric"), unit: "/min", isNarrow: true),
                    Field(
                        name: "oxygen", label: "Oxygen", kind: .choice(Self.supports),
                        hint: last?.oxygen.map { "Last: \($0.words)." }, value: support),
                    Field(
                        name: "flow", label: "Flow by nasal cannula", kind: .number("decimal"), unit: "L/min",
                        value: flow, isNarrow: true),
                    Field(
                        name: "vasopressors", label: "Vasopressors running", kind: .number("numeric"),
                        hint: "Without vasopressin.", value: last?.vasopressors.map(String.init) ?? "", isNarrow: true),
                    EntryFields.answer(
                        "vasopressin", "Vasopressin", value: last?.vasopressin.map { $0 ? "yes" : "no" } ?? ""),
                    EntryFields.answer("fluids", "Fluids for hypotension since the last set"),
                    EntryFields.answer(
                        "cause", "Another cause accounts for these signs", hint: "They are then not graded."),
                    EntryFields.moment(),
                ])
            ], state: state, note: "Enter sends.")
    }

    /// Reads the form.
    public static func read(_ values: [String: String], now: Instant) throws(FormFault) -> (VitalSigns, Instant) {
        var form = FormReader(values, now: now)
        var signs = VitalSigns(
            temperature: form.number("temperature", in: 25...45, unit: "°C"),
            meanArterialPressure: form.number("pressure", in: 0...300, unit: "mmHg"),
            heartRate: form.number("pulse", in: 0...350, unit: "/min"),
            oxygenSaturation: form.number("saturation", in: 0...100, unit: "%"),
            vasopressors: form.count("vasopressors", in: 0...10, what: "the number of vasopressors"),
            vasopressin: form.answer("vasopressin"), fluidBolus: form.answer("fluids"), otherCause: form.answer("cause")
        )
        let flow = form.number("flow", in: 0...80, unit: "L/min")
        signs.oxygen = form.choice("oxygen") { support($0, flow: flow ?? 0) }
        if form.text("oxygen") == "cannula", form.text("flow") == nil {
            form.fault("flow", "The flow is missing: up to 6 L/min is low flow, above is graded higher.")
        }
        let measured = signs.temperature ?? signs.meanArterialPressure ?? signs.heartRate ?? signs.oxygenSaturation
        if measured == nil, form.state.errors.isEmpty {
            form.fault("temperature", "Nothing is measured: write one of temperature, pressure, SpO₂ or pulse.")
        }
        let at = form.moment()
        try form.finish()
        return (signs, at)
    }

    private static let supports: [Field.Choice] = [
        .init(value: "", words: "not recorded"), .init(value: "air", words: "room air"),
        .init(value: "cannula", words: "nasal cannula"),
        .init(value: "high", words: "high flow, face mask, Venturi"),
        .init(value: "pressure", words: "CPAP, BiPAP, ventilator (for hypoxia)"),
    ]

    private static func words(_ oxygen: OxygenSupport?) -> (support: String, flow: String) {
        switch oxygen {
        case .roomAir: ("air", "")
        case .nasalCannula(let litres): ("cannula", Words.number(litres))
        case .highFlow: ("high", "")
        case .positivePressure: ("pressure", "")
        case nil: ("", "")
        }
    }

    private static func support(_ name: String, flow: Double) -> OxygenSupport? {
        switch name {
        case "air": .roomAir
        case "cannula": .nasalCannula(litresPerMinute: flow)
        case "high": .highFlow
        case "pressure": .positivePressure
        default: nil
        }
    }
}
