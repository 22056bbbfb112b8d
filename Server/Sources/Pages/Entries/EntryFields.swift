import Care

/// Fields that several forms have.
enum EntryFields {
    static let yes = Field.Choice(value: "yes", words: "yes")
    static let no = Field.Choice(value: "no", words: "no")
    static let notAssessed = Field.Choice(value: "", words: "not assessed")

    /// When it happened: an empty field is now, so that a page left open writes no old time.
    static func moment(_ label: String = "When") -> Field {
        Field(name: "at", label: label, kind: .moment, hint: "Empty is now.")
    }

    static func answer(_ name: String, _ label: String, value: String = "", hint: String? = nil) -> Field {
        Field(name: name, label: label, kind: .choice([notAssessed, no, yes]), hint: hint, value: value)
    }

    /// The second person signs with their own name and password.
    static func secondSignature(_ hint: String) -> FormView.Group {
        FormView.Group(
            legend: "Second signature", hint: hint,
            fields: [
                Field(name: "second_name", label: "Second person’s user name", autocomplete: "off"),
                Field(name: "second_password", label: "Second person’s password", kind: .password, autocomplete: "off"),
            ])
    }
}
