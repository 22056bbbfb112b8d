/// How hard a text is to read: the Flesch–Kincaid grade, 0.39 × words a sentence + 11.8 × syllables a word − 15.59
/// (Kincaid, Fishburne, Rogers and Chissom 1975, Naval Technical Training Command report 8-75; formula read in secondary
/// sources). A grade of 8 can be read after eight years of school.
///
/// A sentence ends at `.`, `!` or `?` before a space, and at the end of a line: each item of a list is a
/// sentence. A number is a word of one syllable. Names (the glossary's terms, products, studies) count as one word of
/// their sentence, and as none in the mean of syllables: they are explained, and nobody can choose shorter ones. The
/// grade with the names' own syllables is `gradeWithNames`.
public struct ReadingLevel: Sendable, Equatable {
    /// Sentences, words (a name is one) and syllables (of the words that are no names).
    public private(set) var sentences = 0, words = 0, syllables = 0
    /// Names that were left out, their words and syllables.
    public private(set) var names = 0, nameWords = 0, nameSyllables = 0
    /// Words of the longest sentence.
    public private(set) var longestSentence = 0
    /// The longest sentence.
    public private(set) var longest = ""

    /// Measures a text.
    ///
    /// - Parameter names: names to leave out; case does not matter.
    public init(of text: String, names: [String] = []) {
        // By first word, the longest first: `T cells` is found before a name `T` would be.
        let known = Dictionary(grouping: Set(names.map(Self.words)).subtracting([[]]), by: { $0[0] })
            .mapValues { $0.sorted { $0.count > $1.count } }
        for sentence in Self.sentences(text) { count(Self.tokens(sentence), of: sentence, known) }
    }

    /// The grade; nil for a text without words.
    public var grade: Double? {
        guard sentences > 0, words > names else { return nil }
        return 0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words - names) - 15.59
    }

    /// The grade with names counted like all words.
    public var gradeWithNames: Double? {
        let all = words - names + nameWords
        guard sentences > 0, all > 0 else { return nil }
        return 0.39 * Double(all) / Double(sentences) + 11.8 * Double(syllables + nameSyllables) / Double(all) - 15.59
    }

    private mutating func count(_ tokens: [String], of sentence: String, _ known: [String: [[String]]]) {
        let lower = tokens.map { $0.lowercased() }
        var index = 0
        var length = 0
        while index < tokens.count {
            length += 1
            if let name = known[lower[index]]?.first(where: { lower[index...].starts(with: $0) }) {
                names += 1
                nameWords += name.count
                nameSyllables += tokens[index..<index + name.count].reduce(0) { $0 + Syllables.count($1) }
                index += name.count
            } else {
                syllables += Syllables.count(tokens[index])
                index += 1
            }
        }
        guard length > 0 else { return }
        sentences += 1
        words += length
        if length > longestSentence { (longestSentence, longest) = (length, sentence) }
    }

    /// Sentences of a text.
    static func sentences(_ text: String) -> [String] {
        var found: [String] = []
        var current = ""
        let letters = Array(text)
        for (index, letter) in letters.enumerated() {
            if letter == "\n" {
                found.append(current)
                current = ""
                continue
            }
            current.append(letter)
            let next = index + 1 < letters.count ? letters[index + 1] : " "
            if ".!?".contains(letter), next == " " || next == "\n" || next == "\u{201D}" || next == ")" {
                found.append(current)
                current = ""
            }
        }
        found.append(current)
        return found
    }

    /// Words as written: letters and digits with what joins them (`twice-a-day`, `don't`, `38.0`).
    private static func tokens(_ sentence: String) -> [String] {
        sentence.split { !($0.isLetter || $0.isNumber || "-'’./".contains($0)) }
            .map { String($0).trimming("-'’./") }
            .filter { $0.contains { $0.isLetter || $0.isNumber } }
    }

    private static func words(_ name: String) -> [String] { tokens(name).map { $0.lowercased() } }
}

extension String {
    fileprivate func trimming(_ edge: String) -> String {
        var text = self[...]
        while let first = text.first, edge.contains(first) { text.removeFirst() }
        while let last = text.last, edge.contains(last) { text.removeLast() }
        return String(text)
    }
}
