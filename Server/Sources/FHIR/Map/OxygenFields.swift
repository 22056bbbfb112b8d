/// The journal's oxygen support is a case with or without a flow; in FHIR it is a code and, beside it, a flow.
enum OxygenFields {
    /// `{"nasalCannula": {"litresPerMinute": 4}}` as the fields `oxygen` and `oxygenFlow`.
    static func flattened(_ payload: [String: JSON]) -> [String: JSON] {
        guard let support = payload["oxygen"]?.members, let (name, values) = support.first else { return payload }
        var flat = payload
        flat["oxygen"] = .string(name)
        flat["oxygenFlow"] = values["litresPerMinute"]
        return flat
    }

    /// The other way.
    static func nested(_ flat: [String: JSON], at path: String) throws(FHIRFault) -> [String: JSON] {
        guard flat["oxygen"] != nil || flat["oxygenFlow"] != nil else { return flat }
        let isCannula = flat["oxygen"] == "nasalCannula"
        guard let name = flat["oxygen"]?.text, isCannula == (flat["oxygenFlow"] != nil) else {
            throw FHIRFault(
                at: path, .conflict, "a flow of oxygen belongs to a nasal cannula, and to nothing else",
                "Give both, or the support without the flow.")
        }
        var payload = flat
        payload["oxygenFlow"] = nil
        payload["oxygen"] = .object([name: .object(flat["oxygenFlow"].map { ["litresPerMinute": $0] } ?? [:])])
        return payload
    }
}
