/// A form as a page shows it.
struct FormView {
    var id: String
    var action: String
    var submit: String
    var groups: [Group]
    var hidden: [(name: String, value: String)] = []
    var state = FormState.empty
    /// One line under the button.
    var note: String?

    /// Fields that belong together; a legend makes them a field set.
    struct Group {
        var legend: String?
        var hint: String?
        var fields: [Field]
    }

    var fields: Fields {
        [
            "formId": id, "action": action, "submit": submit, "note": note, "summary": state.summary,
            "hasErrors": state.isFaulty,
            "hidden": hidden.map { ["name": $0.name, "value": $0.value] as Fields },
            "groups": groups.map { group in
                [
                    "legend": group.legend, "groupHint": group.hint,
                    "fields": group.fields.map { $0.fields(prefix: id, state: state) },
                ] as Fields
            },
        ]
    }
}
