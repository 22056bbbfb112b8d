extension Codec {
    /// Reads the value under a name of an object; nil if the element is not there.
    /// - Throws: `FHIRFault` if it is there and cannot be read.
    func read(_ name: String, of object: [String: JSON], at path: String) throws(FHIRFault) -> JSON? {
        let place = "\(path).\(name)"
        if case .text = self { return try FHIRText.read(name, of: object, at: path).map(JSON.string) }
        guard let element = object[name] else { return nil }
        switch self {
        case .boolean, .integer, .positiveInt, .decimal, .text: return element
        case .dateTime:
            guard let text = element.text, FHIRTime.isInstant(text) else {
                throw FHIRFault(
                    at: place, .value, "it lacks the time of day or the zone", FHIRTime.zoneProblem.remedy)
            }
            return element
        case .quantity(let unit): return try Self.quantity(element, in: unit, at: place)
        case .coded(let set):
            guard let value = set.value(of: element) else {
                throw FHIRFault(
                    at: "\(place).coding", .codeInvalid, "there is not one code of \(set.system.uri)",
                    "It is one of \(set.members.map(\.code).joined(separator: ", ")).")
            }
            return value
        case .code(let codes):
            guard let value = codes.first(where: { $0.code == element.text })?.value else {
                throw FHIRFault(
                    at: place, .codeInvalid, "\(quoted(element.text ?? "")) means nothing here",
                    "It is one of \(codes.map(\.code).joined(separator: ", ")).")
            }
            return value
        case .identifier(let system): return try Self.identifier(element, system, at: place)
        case .logical(let system):
            guard let identifier = element["identifier"] else {
                throw FHIRFault(at: "\(place).identifier", .required, "it is missing", "Name it in \(system.uri).")
            }
            return try Self.identifier(identifier, system, at: "\(place).identifier")
        case .actor: return try FHIRActor.actor(element, at: place)
        case .name: return try FHIRText.read("display", of: element.members ?? [:], at: place).map(JSON.string)
        case .signature: return try FHIRActor.actor(element["who"] ?? .null, at: "\(place).who")
        case .entryNumber:
            guard let text = element.text, let number = Int(text), number > 0, text == String(number) else {
                throw FHIRFault(at: place, .value, "it is no number of an entry", "Give its sequence number.")
            }
            return JSON(integerLiteral: number)
        case .flag(let code):
            guard element.text == code else {
                throw FHIRFault(
                    at: place, .codeInvalid, "\(quoted(element.text ?? "")) cannot be kept", "Only '\(code)' can.")
            }
            return true
        }
    }

    private static func quantity(_ element: JSON, in unit: String, at path: String) throws(FHIRFault) -> JSON {
        guard element["system"]?.text == UCUM.system else {
            throw FHIRFault(at: "\(path).system", .codeInvalid, "the unit is not of UCUM", "Give \(UCUM.system).")
        }
        guard let code = element["code"]?.text, code == unit else {
            throw FHIRFault(
                at: "\(path).code", .codeInvalid, "the unit is \(quoted(element["code"]?.text ?? "")), not '\(unit)'",
                "Convert the value and give it in \(unit).")
        }
        guard let value = element["value"] else {
            throw FHIRFault(at: "\(path).value", .required, "it is missing", "Give the value in \(unit).")
        }
        return value
    }

    private static func identifier(_ element: JSON, _ system: LocalSystem, at path: String) throws(FHIRFault) -> JSON {
        guard element["system"]?.text == system.uri else {
            throw FHIRFault(
                at: "\(path).system", .codeInvalid, "the identifier is not of the system that belongs here",
                "Give one of \(system.uri).")
        }
        guard let value = try FHIRText.read("value", of: element.members ?? [:], at: path) else {
            throw FHIRFault(at: "\(path).value", .required, "it is missing", "Give the identifier.")
        }
        return .string(value)
    }
}
