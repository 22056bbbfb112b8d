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

    /// The one field that has the focus: the first that is wrong, else the first that asks for it.
    private var focus: String? {
        let all = groups.flatMap(\.fields)
        return (all.first { state.errors[$0.name] != nil } ?? all.first(where: \.isFocused))?.name
    }

    var fields: Fields {
        let focus = focus
        return [
            "formId": id, "action": action, "submit": submit, "note": note, "summary": state.summary,
            "hasErrors": state.isFaulty,
            "hidden": hidden.map { ["name": $0.name, "value": $0.value] as Fields },
            "groups": groups.map { group in
                [
                    "legend": group.legend, "groupHint": group.hint,
                    "fields": group.fields.map { $0.fields(prefix: id, state: state, isFocused: $0.name == focus) },
                ] as Fields
            },
        ]
    }
}
