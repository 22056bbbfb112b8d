/// A field of a form, with its label, unit, hint and error.
struct Field {
    enum Kind: Equatable {
        case text, search, password, currentPassword, newPassword, moment, longText, checkbox
        /// A number, typed on a keypad: `decimal` or `numeric`.
        case number(String)
        case choice([Choice])
    }

    struct Choice: Equatable {
        var value: String
        var words: String
    }

    var name: String
    var label: String
    var kind: Kind = .text
    var unit: String?
    var hint: String?
    var value = ""
    var isRequired = false
    var isFocused = false
    var autocomplete: String?
    var isNarrow = false

    /// For a template.
    /// - Parameters:
    ///   - prefix: makes identifiers unique in the page.
    ///   - isFocused: whether it has the focus; one field of a form does.
    func fields(prefix: String, state: FormState, isFocused: Bool) -> Fields {
        let id = "\(prefix)-\(name)"
        let error = state.errors[name]
        let value = kind.isSecret ? "" : state.values[name] ?? self.value
        let described = [
            unit.map { _ in "\(id)-unit" }, hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" },
        ].compactMap(\.self).joined(separator: " ")
        return [
            "id": id, "name": name, "label": label, "unit": unit, "hint": hint, "error": error, "value": value,
            "described": described, "isRequired": isRequired, "isFocused": isFocused,
            "autocomplete": autocomplete ?? kind.autocomplete, "isNarrow": isNarrow, "type": kind.type,
            "inputmode": kind.inputmode, "isInput": kind.isInput, "isLongText": kind == .longText,
            "isCheckbox": kind == .checkbox, "isChecked": value == "yes",
            "isChoice": kind.choices != nil,
            "choices": kind.choices.map { choices in
                choices.map { choice in
                    ["choice": choice.value, "words": choice.words, "isChosen": choice.value == value] as Fields
                }
            },
        ]
    }
}

extension Field.Kind {
    fileprivate var isSecret: Bool { [.password, .currentPassword, .newPassword].contains(self) }

    fileprivate var isInput: Bool { choices == nil && self != .longText && self != .checkbox }

    fileprivate var choices: [Field.Choice]? {
        if case .choice(let choices) = self { choices } else { nil }
    }

    fileprivate var type: String {
        switch self {
        case .search: "search"
        case .password, .currentPassword, .newPassword: "password"
        case .moment: "datetime-local"
        default: "text"
        }
    }

    fileprivate var inputmode: String? {
        if case .number(let mode) = self { mode } else { nil }
    }

    fileprivate var autocomplete: String {
        switch self {
        case .currentPassword: "current-password"
        case .newPassword: "new-password"
        default: "off"
        }
    }
}
