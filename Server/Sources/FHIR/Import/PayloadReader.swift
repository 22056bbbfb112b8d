import Care

/// Reads the payload of an entry from its resources.
struct PayloadReader {
    let row: EventMap
    let contents: BundleContents
    let sequence: Int

    func payload() throws(FHIRFault) -> [String: JSON] {
        var payload: [String: JSON] = [:]
        for template in row.templates {
            if case .each(let list) = template.presence {
                payload[list] = .array(try items(of: template))
            } else if let item = contents["\(template.type)/\(id(template.part))"] {
                payload.merge(try fields(of: template, in: item)) { first, _ in first }
            }
        }
        return try OxygenFields.nested(payload, at: "Bundle.entry(\(id(nil)))")
    }

    private func id(_ part: String?) -> String { "e\(sequence)" + (part.map { "-\($0)" } ?? "") }

    private func items(of template: Template) throws(FHIRFault) -> [JSON] {
        var items: [JSON] = []
        while let item = contents["\(template.type)/\(id(template.part))-\(items.count + 1)"] {
            items.append(.object(try fields(of: template, in: item)))
        }
        return items
    }

    private func fields(of template: Template, in item: BundleContents.Item) throws(FHIRFault) -> [String: JSON] {
        var values: [String: JSON] = [:]
        for field in template.fields {
            var value = try field.read(from: item.members, at: item.path)
            if value == nil, field.isOptionalList, isMarkedEmpty(field.name, in: item.resource) { value = [] }
            values[field.name] = value
        }
        return values
    }

    private func isMarkedEmpty(_ name: String, in resource: JSON) -> Bool {
        (resource["extension"]?.items ?? []).contains {
            $0["url"]?.text == extensionURL("empty-list") && $0["valueCode"]?.text == name
        }
    }

    /// What a missing or wrong field of the payload is in FHIR.
    func fault(_ error: DecodingError, at path: String) -> FHIRFault {
        let (context, last): (DecodingError.Context, String?) =
            switch error {
            case .keyNotFound(let key, let context): (context, key.stringValue)
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                (context, nil)
            @unknown default: (DecodingError.Context(codingPath: [], debugDescription: ""), nil)
            }
        let names = context.codingPath.filter { $0.intValue == nil }.map(\.stringValue) + (last.map { [$0] } ?? [])
        let index = context.codingPath.compactMap(\.intValue).first
        for name in names.reversed() {
            for template in row.templates {
                guard let field = template.fields.first(where: { $0.name == name }) else { continue }
                var reference = "\(template.type)/\(id(template.part))"
                if case .each = template.presence, let index { reference += "-\(index + 1)" }
                let place = contents[reference]?.path ?? "Bundle.entry(\(reference))"
                let isMissing = last != nil
                return FHIRFault(
                    at: "\(place).\(field.path)", isMissing ? .required : .value,
                    isMissing ? "\(name) of \(row.type.rawValue) is missing" : "\(name) cannot be read",
                    "It is a \(field.codec.words).")
            }
        }
        return FHIRFault(at: path, .value, "\(names.joined(separator: ".")) cannot be read", "See docs/fhir.md.")
    }
}
