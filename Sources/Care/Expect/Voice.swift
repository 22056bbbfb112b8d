/// How the reader is spoken to. A text is written once for both readers: `[You feel|Your child feels] tired.`
struct Voice: Sendable, Equatable {
    let audience: Expectation.Audience

    /// The text for this reader: of each pair in brackets the half that is meant for them.
    func say(_ text: String) -> String {
        var out = ""
        var rest = text[...]
        while let open = rest.firstIndex(of: "[") {
            out += rest[..<open]
            guard let bar = rest[open...].firstIndex(of: "|"), let close = rest[bar...].firstIndex(of: "]") else {
                break
            }
            out +=
                audience == .patient
                ? rest[rest.index(after: open)..<bar] : rest[rest.index(after: bar)..<close]
            rest = rest[rest.index(after: close)...]
        }
        return out + rest
    }
}
