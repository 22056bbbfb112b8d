import Care

/// An order, or the end of one.
public enum OrderForm {
    /// What was asked for.
    public enum Request: Sendable, Equatable {
        /// A new order
        case place(Order)
        /// The end of a running order
        case stop(OrderStop)
    }

    static func view(_ patient: PatientView, state: FormState, isFocused: Bool) -> FormView {
        FormView(
            id: "order", action: "\(patient.path)/order", submit: "Write order",
            groups: [
                .init(fields: [
                    Field(
                        name: "drug", label: "Drug", kind: .choice(DoseForm.drugs), isRequired: true,
                        isFocused: isFocused),
                    Field(
                        name: "amount", label: "One dose", kind: .number("decimal"), unit: "in the drug’s unit",
                        isRequired: true, isNarrow: true),
                    Field(name: "route", label: "Route", kind: .choice(DoseForm.routes)),
                    Field(name: "minutes", label: "Over", kind: .number("numeric"), unit: "min", isNarrow: true),
                    Field(
                        name: "interval", label: "Every", kind: .number("decimal"), unit: "h",
                        hint: "Empty is once.", isNarrow: true),
                    Field(
                        name: "doses", label: "Doses", kind: .number("numeric"), hint: "Empty is until stopped.",
                        isNarrow: true),
                    Field(name: "reason", label: "Why", isRequired: true),
                    Field(name: "source", label: "Guideline or decision", value: "physician’s decision"),
                ])
            ], hidden: [("action", "place")], state: state)
    }

    /// Reads the form.
    /// - Parameter id: identifier of the order, if it becomes one.
    public static func read(
        _ values: [String: String], now: Instant, id: String
    ) throws(FormFault) -> (Request, Instant) {
        var form = FormReader(values, now: now)
        if form.text("action") == "stop" {
            let id = form.required("order", "The order", limit: 200)
            let reason = form.required("reason", "The reason")
            try form.finish()
            return (.stop(OrderStop(id: id, reason: reason)), now)
        }
        let drug = form.choice("drug", Drug.init(rawValue:))
        if drug == nil { form.fault("drug", "No drug is chosen; choose one.") }
        let unit = Words.unit(drug?.unit ?? "mg")
        let amount = form.number("amount", in: 0...1_000_000, unit: unit)
        if amount == nil { form.fault("amount", "The dose is missing; write it in \(unit).") }
        let interval = form.number("interval", in: 0.25...8_760, unit: "h")
        let doses = form.count("doses", in: 1...10_000, what: "the number of doses")
        let minutes = form.number("minutes", in: 0...10_080, unit: "min") ?? 0
        let route = form.choice("route", Route.init(rawValue:))
        let reason = form.required("reason", "The reason")
        let source = form.text("source") ?? "physician’s decision"
        let at = form.moment()
        try form.finish()
        guard let drug, let amount else { throw FormFault(form.state) }
        let order = Order(
            id: id, drug: drug, amount: amount, unit: drug.unit, minutes: minutes, intervalHours: interval,
            doses: interval == nil ? doses ?? 1 : doses, route: route, reason: reason, source: source)
        return (.place(order), at)
    }
}
