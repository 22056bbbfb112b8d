/// Texts of a journal in FHIR strings. FHIR has no empty or blank string and no control characters; a text that is one
/// goes, as a JSON literal, into the extension `verbatim` of the element that it belongs to. In an extension it takes
/// the
/// place of the value, since other programs do not look for the companion of an extension's value.
enum FHIRText {
    private static let url = extensionURL("verbatim")

    /// Writes a text under a name of an object.
    static func write(_ text: String, to name: String, of object: inout [String: JSON]) {
        if Primitive.isFHIRText(text) {
            object[name] = .string(text)
        } else {
            let literal = String(decoding: JSON.string(text).bytes, as: UTF8.self)
            // A value[x] that must be there holds the literal itself too: some readers count only the value.
            if name == "valueString", object["url"] == nil { object[name] = .string(literal) }
            let verbatim: JSON = [["url": .string(url), "valueString": .string(literal)]]
            object[object["url"] == nil ? "_" + name : "extension"] =
                object["url"] == nil ? ["extension": verbatim] : verbatim
        }
    }

    /// An object with a text added.
    static func object(_ members: [String: JSON], _ name: String, _ text: String) -> JSON {
        var members = members
        write(text, to: name, of: &members)
        return .object(members)
    }

    /// Reads a text, or nil if there is none.
    static func read(_ name: String, of object: [String: JSON], at path: String) throws(FHIRFault) -> String? {
        let shadow =
            object["url"] == nil
            ? object["_" + name] : object["extension"].flatMap { object[name] == nil ? ["extension": $0] : nil }
        guard let shadow else { return object[name]?.text }
        let extensions = (shadow["extension"]?.items ?? []).filter { $0["url"]?.text == url }
        guard extensions.count == 1, let literal = extensions[0]["valueString"]?.text,
            let value = try? JSONReader.read(Array(literal.utf8), limits: .resource), let text = value.text
        else {
            throw FHIRFault(
                at: "\(path)._\(name)", .value, "it holds no text", "Give the text, or the extension \(url).")
        }
        return text
    }
}
