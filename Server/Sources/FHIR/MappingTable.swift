import Care

/// The map as tables in Markdown: `docs/fhir.md` holds them between its marks, and a test compares the two.
public enum MappingTable {
    /// Each kind of event, its resources, and where each field of its payload stands.
    public static var events: String {
        var text = "| event | field of the payload | resource and element | type |\n| --- | --- | --- | --- |\n"
        for row in EventMap.all {
            var first = "**\(row.type.rawValue)**" + (row.note.isEmpty ? "" : "<br>\(row.note)")
            for template in row.templates {
                let name = resource(template)
                if template.fields.isEmpty {
                    text += "| \(first) | – | \(name) | |\n"
                    first = ""
                }
                for field in template.fields {
                    text +=
                        "| \(first) | \(list(template))\(field.name) | \(name).\(field.path) | \(field.codec.words) |\n"
                    first = ""
                }
            }
        }
        return text
    }

    private static func list(_ template: Template) -> String {
        if case .each(let list) = template.presence { "\(list)[]." } else { "" }
    }

    /// The resource's type, with its part and when it is there.
    private static func resource(_ template: Template) -> String {
        var name = template.type
        if let part = template.part { name += " `\(part)`" }
        switch template.presence {
        case .always: break
        case .with(let field): name += template.fields.contains { $0.name == field } ? "" : " (with \(field))"
        case .each(let list): name += " (for each of \(list))"
        case .given(let words, _): name += " (\(words))"
        }
        return name
    }

    /// Every extension that entries use, with what it holds.
    public static var extensions: String {
        var found: [String: Set<String>] = [:]
        for row in EventMap.all {
            for template in row.templates {
                for field in template.fields where field.isExtension {
                    let name = field.steps.compactMap { step -> String? in
                        switch step {
                        case .slot("extension", let mark), .eachSlot("extension", let mark): mark["url"]?.text
                        default: nil
                        }
                    }.first
                    let extensionName = name?.split(separator: "/").last.map(String.init) ?? ""
                    found[extensionName, default: []].insert("\(row.type.rawValue).\(field.name), \(field.codec.words)")
                }
            }
        }
        for (name, meaning) in common { found[name, default: []].insert(meaning) }
        var text = "| extension | holds |\n| --- | --- |\n"
        for name in found.keys.sorted() {
            text += "| `\(name)` | \((found[name] ?? []).sorted().joined(separator: "; ")) |\n"
        }
        return text
    }

    private static let common = [
        "sequence": "Provenance: the entry's number, positiveInt", "simulated-day": "Provenance: Quantity, `d`",
        "product-version": "Provenance: the entry's product definition, string",
        "submission": "Provenance: the sender's own identifier of the entry, string",
        "chain-hash": "Provenance: SHA-256 of the entry in the journal's chain, string",
        "chain-head": "Bundle.meta: the last hash of the chain, string",
        "role": "a person's role, code", "verbatim": "a text that no FHIR string holds, as a JSON literal, string",
        "empty-list": "the name of a list that is known to be empty, code",
        "virtual-patient": "Patient: study, seed and number of a virtual patient, strings",
    ]

    /// Public codes, and how sure we are of each.
    public static var codes: String {
        var lines: [String] = []
        func add(_ what: String, _ code: StandardCode) {
            let note =
                code.verification == .seen ? "seen in public sources" : "from memory: look it up before relying on it"
            let line = "| \(what) | \(code.system.name) | `\(code.code)` | \(code.display) | \(note) |"
            if !lines.contains(line) { lines.append(line) }
        }
        for concept in Concept.allCases { for code in concept.standard { add(concept.rawValue, code) } }
        for (kind, code) in ObservationKind.codes where kind == .bloodPressure { add("bloodPressure (read)", code) }
        for code in [ObservationKind.systolic, ObservationKind.diastolic] { add("bloodPressure (read)", code) }
        for analyte in Analyte.allCases {
            for (index, code) in analyte.loinc.enumerated() {
                add(analyte.rawValue + (index > 0 ? " (read)" : ""), code)
            }
            if analyte.loinc.isEmpty {
                lines.append(
                    "| \(analyte.rawValue) | own | `\(analyte.rawValue)` | \(words(analyte.rawValue)) | no LOINC code found |"
                )
            }
        }
        for set in CodeSet.all where set.system != .analyte {
            for member in set.members {
                for code in member.standard { add("\(set.system.rawValue) \(member.code)", code) }
            }
        }
        for (product, code) in ProductCode.known { add(product, code) }
        return "| what | terminology | code | display | state |\n| --- | --- | --- | --- | --- |\n"
            + lines.joined(separator: "\n") + "\n"
    }

    /// Our own code systems with their codes.
    public static var codeSystems: String {
        var text = "| code system | codes |\n| --- | --- |\n"
        var sets = CodeSet.all.map { ($0.system, $0.members.map(\.code)) }
        sets.append((.realm, FHIRRealm.allCases.map(\.rawValue)))
        sets.append((.role, Role.allCases.map(\.rawValue)))
        sets.append((.event, EventType.allCases.map(\.rawValue)))
        sets.append((.standing, ["struck-out"]))
        let concepts = sets.filter { $0.0 == .concept }.flatMap(\.1) + Concept.allCases.map(\.rawValue)
        sets = sets.filter { $0.0 != .concept } + [(.concept, concepts)]
        for (system, codes) in sets.sorted(by: { $0.0.rawValue < $1.0.rawValue }) {
            text += "| `\(system.rawValue)` | \(codes.joined(separator: ", ")) |\n"
        }
        return text
    }

    /// All tables by the marks that stand around them in `docs/fhir.md`.
    public static var all: [(mark: String, table: String)] {
        [("events", events), ("extensions", extensions), ("codes", codes), ("code-systems", codeSystems)]
    }
}
