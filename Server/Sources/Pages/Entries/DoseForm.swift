import Care

/// A dose that was given. One that was ordered is filled in from its order; Enter sends it.
public enum DoseForm {
    /// The form, filled in from an order where one is named or only one runs.
    static func view(_ patient: PatientView, order id: String?, state: FormState, isFocused: Bool) -> FormView {
        let running = patient.chart.activeOrders
        let order = (running.first { $0.order.id == id } ?? (running.count == 1 ? running.first : nil))?.order
        return FormView(
            id: "dose", action: "\(patient.path)/dose", submit: "Write dose",
            groups: [
                .init(
                    hint: order.map { "From the order: \(DrugWords.order($0)), \($0.reason)." },
                    fields: [
                        Field(
                            name: "drug", label: "Drug", kind: .choice(drugs), value: order?.drug.rawValue ?? "",
                            isRequired: true, isFocused: isFocused && order == nil),
                        Field(
                            name: "amount", label: "Amount", kind: .number("decimal"),
                            unit: order.map { Words.unit($0.unit) } ?? "in the drug’s unit",
                            value: order.map { Words.number($0.amount) } ?? "", isRequired: true,
                            isFocused: isFocused && order != nil, isNarrow: true),
                        Field(
                            name: "route", label: "Route", kind: .choice(routes),
                            value: order?.route?.rawValue ?? ""),
                        Field(
                            name: "minutes", label: "Over", kind: .number("numeric"), unit: "min",
                            hint: "0 is a bolus.", value: order.map { Words.number($0.minutes) } ?? "0", isNarrow: true),
                        EntryFields.moment("When given"),
                    ]),
                EntryFields.secondSignature("Needed for tocilizumab, siltuximab and lymphodepletion."),
            ], state: state)
    }

    /// Reads the form; the unit is the drug's own. The second signature is the server's to check.
    public static func read(
        _ values: [String: String], now: Instant
    ) throws(FormFault) -> (DrugAdministration, Instant) {
        var form = FormReader(values, now: now)
        let drug = form.choice("drug", Drug.init(rawValue:))
        if drug == nil { form.fault("drug", "No drug is chosen; choose one.") }
        let unit = Words.unit(drug?.unit ?? "mg")
        let amount = form.number("amount", in: 0...1_000_000, unit: unit)
        if amount == nil { form.fault("amount", "The amount is missing; write it in \(unit).") }
        let minutes = form.number("minutes", in: 0...10_080, unit: "min") ?? 0
        let route = form.choice("route", Route.init(rawValue:))
        let at = form.moment()
        try form.finish()
        guard let drug, let amount else { throw FormFault(form.state) }
        return (DrugAdministration(drug: drug, amount: amount, unit: drug.unit, minutes: minutes, route: route), at)
    }

    static let drugs: [Field.Choice] =
        [.init(value: "", words: "choose …")]
        + Drug.allCases.map { .init(value: $0.rawValue, words: "\(DrugWords.name($0)), \(Words.unit($0.unit))") }

    static let routes: [Field.Choice] = [
        .init(value: "", words: "as usual"), .init(value: "intravenous", words: "intravenous"),
        .init(value: "subcutaneous", words: "subcutaneous"), .init(value: "oral", words: "by mouth"),
    ]
}
