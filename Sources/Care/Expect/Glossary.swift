/// Special words that a plan cannot do without. Each is explained where it is first read, and the reading level leaves
/// their syllables out.
public enum Glossary {
    /// A word and what it means.
    public struct Entry: Encodable, Sendable, Equatable {
        /// The word.
        public var term: String
        /// What it means.
        public var meaning: String
    }

    /// The words, by the key that texts mark them with (`{CRS}`); meanings are in both voices (see `Voice`).
    static let terms: [(key: String, term: String, meaning: String)] = [
        (
            "CAR-T cells", "CAR-T cells",
            "white blood cells of [your own|your child's own] that a lab has changed so that they find and attack the disease"
        ),
        ("T cells", "T cells", "white blood cells that fight infection and disease"),
        ("CRS", "CRS", "short for cytokine release syndrome: the immune system gets too active, and fever comes first"),
        (
            "ICANS", "ICANS",
            "when the cells upset the brain for a time, so that words and thoughts come hard"
        ),
        ("chemo", "chemo", "short for chemotherapy: drugs that kill cells; here they make room for the new cells"),
        (
            "bridging treatment", "bridging treatment",
            "treatment that holds the disease back while the cells are made"
        ),
        ("tocilizumab", "tocilizumab", "a drug by drip that calms CRS"),
        ("steroids", "steroids", "drugs that calm the immune system"),
        ("intensive care", "intensive care", "a ward where very sick people are watched all the time"),
        ("neutrophils", "neutrophils", "white blood cells that fight germs"),
        ("platelets", "platelets", "parts of the blood that stop bleeding"),
        ("antibodies", "antibodies", "proteins in the blood that fight germs"),
        ("irradiated blood", "irradiated blood", "donor blood treated with rays, so that its white cells do no harm"),
        ("live vaccine", "live vaccine", "made from weak living germs, such as measles"),
        ("PET scan", "PET scan", "pictures that show where the disease is active"),
        ("bone marrow test", "bone marrow test", "a small sample from inside a bone, where blood is made"),
        ("fludarabine", "fludarabine", "a chemo drug"),
        ("cyclophosphamide", "cyclophosphamide", "a chemo drug"),
        ("bendamustine", "bendamustine", "a chemo drug"),
        ("HIV", "HIV", "the virus that causes AIDS"),
    ]

    /// Explains words at their first use. One explainer goes over a plan once, in reading order.
    struct Explainer {
        private let voice: Voice
        private(set) var used: [Entry] = []

        init(voice: Voice) { self.voice = voice }

        /// The text for the reader, each marked word in full, with its meaning if this is its first use.
        ///
        /// A mark that is no word of the glossary is left as it stands, so that it is seen (and a test fails).
        mutating func explain(_ text: String) -> String {
            var out = ""
            var rest = voice.say(text)[...]
            while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
                out += rest[..<open]
                let key = String(rest[rest.index(after: open)..<close])
                rest = rest[rest.index(after: close)...]
                guard let word = Glossary.terms.first(where: { $0.key == key }) else {
                    out += "{\(key)}"
                    continue
                }
                out += word.term
                guard !used.contains(where: { $0.term == word.term }) else { continue }
                let meaning = voice.say(word.meaning)
                used.append(Entry(term: word.term, meaning: meaning))
                out += " (\(meaning))"
            }
            return out + rest
        }
    }
}
