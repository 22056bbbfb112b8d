import Therapy

extension Inspection {
    /// Fitted values: of names that there are, and numbers that they can have.
    ///
    /// - Parameter body: the body's parameters.
    mutating func check(
        _ file: FittedFile, body: [String: BodyParameter], products: [String], diseases: [String]
    ) {
        requireText(file.command, "command")
        check(file.body, body, "body")
        for (id, entries) in file.products {
            let path = FieldPath("products") + id
            require(id, isOneOf: products, path, "a product of the catalogue")
            check(entries, body, path, ofDisease: false)
        }
        for (id, entries) in file.diseases {
            let path = FieldPath("diseases") + id
            require(id, isOneOf: diseases, path, "a disease of the catalogue")
            check(entries, body, path, ofDisease: true)
        }
    }

    private mutating func check(
        _ entries: [String: FittedFile.Entry], _ body: [String: BodyParameter], _ path: FieldPath,
        ofDisease: Bool? = nil
    ) {
        for (name, entry) in entries {
            let place = path + name
            let known = EvidenceNumber(rawValue: name).flatMap { $0.isOfDisease == ofDisease ? $0 : nil }
            let near = NearMatches.of(name, among: body.keys)
            require(
                known != nil || body[name] != nil, place, "a parameter of the body model", found: "'\(name)'",
                near.isEmpty
                    ? "The model has changed: run livingdrug calibrate again."
                    : "Did you mean \(near.joined(separator: " or "))? Or run livingdrug calibrate again.")
            let isShare = known?.isShare ?? body[name]?.bounded ?? false
            if let value = entry.value {
                require(
                    value > 0 && (!isShare || value < 1), place + "value",
                    isShare ? "a share between 0 and 1" : "a value above 0", "Run livingdrug calibrate again.")
            }
            require((entry.cv ?? 0) >= 0, place + "cv", "a spread of 0 or more", "Run livingdrug calibrate again.")
            require(
                entry.value != nil || entry.cv != nil, place, "`value` or `cv`", found: "neither",
                "Remove the entry.")
        }
    }
}
