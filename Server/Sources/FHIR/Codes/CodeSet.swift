/// The codes that an enumeration of the journal is written with: one to one, so that each is read back as it was.
struct CodeSet: Sendable {
    /// One value.
    struct Member: Sendable {
        /// The value as the journal's JSON has it.
        var value: JSON
        /// Code in the set's system.
        var code: String
        /// Words for people.
        var display: String
        /// The same in public terminologies.
        var standard: [StandardCode]

        init(_ value: JSON, code: String, _ display: String, _ standard: [StandardCode] = []) {
            self.value = value
            self.code = code
            self.display = display
            self.standard = standard
        }

        init(_ name: String, _ display: String? = nil, _ standard: [StandardCode] = []) {
            self.init(.string(name), code: name, display ?? words(name), standard)
        }
    }

    var system: LocalSystem
    var members: [Member]

    init(_ system: LocalSystem, _ members: [Member]) {
        self.system = system
        self.members = members
    }

    /// The names of an enumeration of texts.
    init<Value: RawRepresentable & CaseIterable>(_ system: LocalSystem, _ type: Value.Type)
    where Value.RawValue == String {
        self.init(system, type.allCases.map { Member($0.rawValue) })
    }

    /// A truth value, as two codes.
    init(_ system: LocalSystem, true yes: String, false no: String) {
        self.init(system, [Member(true, code: yes, words(yes)), Member(false, code: no, words(no))])
    }

    /// The value as a CodeableConcept: public codes first, ours last.
    func codeable(_ value: JSON) -> JSON? {
        guard let member = members.first(where: { $0.value == value }) else { return nil }
        return ["coding": .array(member.standard.map(\.coding) + [system.coding(member.code, member.display)])]
    }

    /// The value that a CodeableConcept stands for, by the code of the set's own system.
    func value(of codeable: JSON) -> JSON? {
        let codes = (codeable["coding"]?.items ?? []).filter { $0["system"]?.text == system.uri }.map {
            $0["code"]?.text
        }
        guard codes.count == 1, let code = codes[0] else { return nil }
        return members.first { $0.code == code }?.value
    }
}
