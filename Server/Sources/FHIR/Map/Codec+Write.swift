extension Codec {
    /// Writes a value under a name of an object.
    /// - Throws: `FHIRFault` if FHIR cannot hold the value.
    func write(
        _ value: JSON, to name: String, of object: inout [String: JSON], _ context: EntryContext
    ) throws(FHIRFault) {
        func refuse(_ text: String) -> FHIRFault {
            FHIRFault(at: "\(context.path).\(name)", .value, text, "Correct the entry in the journal.")
        }
        switch self {
        case .text:
            guard let text = value.text else { throw refuse("it is no text") }
            FHIRText.write(text, to: name, of: &object)
        case .boolean:
            object[name] = value
        case .integer, .positiveInt:
            guard let integer = value.number?.integer, Int32(exactly: integer) != nil, self.allows(integer) else {
                throw refuse("FHIR holds whole numbers of 32 bits alone")
            }
            object[name] = value
        case .decimal:
            object[name] = value
        case .dateTime:
            object[name] = try FHIRTime.checked(value.text ?? "", at: "\(context.path).\(name)")
        case .quantity(let unit):
            object[name] = [
                "value": value, "unit": .string(unit), "system": .string(UCUM.system), "code": .string(unit),
            ]
        case .coded(let set):
            guard let codeable = set.codeable(value) else { throw refuse("it has no code in \(set.system.uri)") }
            object[name] = codeable
        case .code(let codes):
            guard let code = codes.first(where: { $0.value == value })?.code else { throw refuse("it has no code") }
            object[name] = .string(code)
        case .identifier(let system):
            object[name] = FHIRText.object(["system": .string(system.uri)], "value", value.text ?? "")
        case .logical(let system):
            object[name] = ["identifier": FHIRText.object(["system": .string(system.uri)], "value", value.text ?? "")]
        case .actor:
            object[name] = FHIRActor.reference(value)
        case .name:
            object[name] = FHIRText.object([:], "display", value.text ?? "")
        case .signature:
            object[name] = FHIRActor.signature(value, when: context.recordedAt)
        case .entryNumber:
            object[name] = .string(value.number?.literal ?? "")
        case .flag(let code):
            if value == true { object[name] = .string(code) }
        }
    }

    private func allows(_ integer: Int) -> Bool { if case .positiveInt = self { integer > 0 } else { true } }
}
