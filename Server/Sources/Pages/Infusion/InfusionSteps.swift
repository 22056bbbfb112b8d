import Care

/// The steps of one bag: the one that is next has its form, the others say where they stand.
enum InfusionSteps {
    static func steps(for bag: BagState, _ patient: PatientView, _ state: FormState, mayWrite: Bool) -> [Fields] {
        let stand = bag.stand.rawValue
        let titles: [(title: String, done: Int)] = [
            ("Identity: both people, band to certificate", BagState.Stand.verified.rawValue),
            ("Take the bag from the vapour: thaw begins", BagState.Stand.thawing.rawValue),
            ("Thawed", BagState.Stand.thawed.rawValue),
            ("Infusion begins", BagState.Stand.running.rawValue),
            ("Infusion complete", BagState.Stand.infused.rawValue),
        ]
        return titles.enumerated().map { index, step in
            let isNext = stand == index
            let form = mayWrite && isNext ? form(index, bag, patient, state) : nil
            return [
                "number": "\(index + 1)", "title": step.title, "isNext": isNext,
                "state": stand >= step.done ? "done" : isNext ? "now" : "to come",
                "stateClass": stand >= step.done ? "done" : isNext ? "now" : "later",
                "detail": index == 0 && stand >= step.done
                    ? bag.checkedAt.map { "\(bag.checkedBy.joined(separator: " and ")), \(Words.moment($0))" } : nil,
                "form": form?.fields, "cannot": isNext && !mayWrite,
            ]
        }
    }

    private static func form(_ index: Int, _ bag: BagState, _ patient: PatientView, _ state: FormState) -> FormView {
        let action = "\(patient.path)/step"
        switch index {
        case 0: return identity(action, state)
        case 1: return thaw("thawStarted", "Thaw begins now", action, state)
        case 2: return thaw("thawEnded", "Thawed now", action, state)
        case 3:
            return FormView(
                id: "start", action: action, submit: "Infusion begins now",
                groups: [
                    .init(
                        hint: "Read band and bag again, at the bedside.",
                        fields: focused(
                            [
                                scan("band", "Patient’s band"), scan("bag", "Bag’s label: chain of identity"),
                                scan("identifier", "Bag’s label: number of the bag"),
                                Field(
                                    name: "expected", label: "Expected to take", kind: .number("numeric"), unit: "min",
                                    value: "30", isRequired: true, isNarrow: true),
                                EntryFields.answer("filter", "Leukodepleting filter in the line"), EntryFields.moment(),
                            ], state))
                ], hidden: [("type", "infusionStarted")], state: state)
        default:
            let weight = patient.chart.referral?.weight
            let since = (bag.thawEnded ?? bag.thawBegan).map { patient.at.hours(since: $0) * 60 }
            return FormView(
                id: "complete", action: action, submit: "Infusion complete now",
                groups: [
                    .init(fields: [
                        Field(
                            name: "cells", label: "CAR-positive viable T cells given", kind: .number("decimal"),
                            unit: "× 10⁶", value: Words.number(bag.cells), isRequired: true, isNarrow: true),
                        Field(
                            name: "perKilogram", label: "Cells per kg", kind: .number("decimal"), unit: "× 10⁶/kg",
                            value: weight.map { Words.number(bag.cells / $0) } ?? "", isRequired: true, isNarrow: true),
                        Field(
                            name: "thawMinutes", label: "From thaw to now", kind: .number("numeric"), unit: "min",
                            value: since.map { "\(Int($0.rounded()))" } ?? "", isRequired: true, isNarrow: true),
                        EntryFields.moment(),
                    ])
                ], hidden: [("type", "infusionCompleted"), ("batch", bag.batch), ("identifier", bag.bag)], state: state)
        }
    }

    private static func identity(_ action: String, _ state: FormState) -> FormView {
        FormView(
            id: "identity", action: action, submit: "Sign the identity check",
            groups: [
                .init(
                    legend: "Read aloud, scan or type, one after the other",
                    hint:
                        "Scan each thing itself, never a copy. What does not agree stops here and cannot be overridden.",
                    fields: focused(
                        [
                            scan("band", "Patient’s band"), scan("bag", "Bag’s label: chain of identity"),
                            scan("identifier", "Bag’s label: number of the bag"),
                            scan("cassette", "Cassette, if there is one", required: false), scan("order", "Order"),
                            scan("certificate", "Certificate"),
                        ], state)),
                EntryFields.secondSignature("You sign by being signed in. The second person signs here, themselves."),
            ], hidden: [("type", "identityVerified")], state: state)
    }

    private static func thaw(_ type: String, _ submit: String, _ action: String, _ state: FormState) -> FormView {
        FormView(
            id: type, action: action, submit: submit,
            groups: [
                .init(
                    fields: focused(
                        [
                            scan("identifier", "Bag’s label: number of the bag"),
                            scan("bag", "Bag’s label: chain of identity"), EntryFields.moment(),
                        ], state))
            ], hidden: [("type", type)], state: state)
    }

    private static func scan(_ name: String, _ label: String, required: Bool = true) -> Field {
        Field(name: name, label: label, kind: .text, isRequired: required)
    }

    /// The focus on the first field that is still to be read.
    private static func focused(_ fields: [Field], _ state: FormState) -> [Field] {
        var fields = fields
        let next = fields.firstIndex { $0.isRequired && (state.values[$0.name] ?? $0.value).isEmpty }
        if let next { fields[next].isFocused = true }
        return fields
    }
}
