import Testing

@testable import Care

@Suite("Reading level")
struct ReadingLevelTests {
    static let words: [(String, Int)] = [
        ("the", 1), ("make", 1), ("takes", 1), ("checked", 1), ("called", 1), ("treated", 2), ("needed", 2),
        ("changed", 1),
        ("changes", 2), ("table", 2), ("tables", 2), ("handled", 2), ("little", 2), ("people", 2), ("fever", 2),
        ("temperature", 4), ("infection", 3), ("collection", 3), ("side", 1), ("safely", 2), ("something", 2),
        ("being", 2), ("dying", 2), ("playing", 2), ("usual", 3), ("radio", 3), ("social", 2), ("nation", 2),
        ("question", 2),
        ("immune", 2), ("disease", 2), ("diseases", 3), ("breathing", 2), ("bleeding", 2), ("confusion", 3),
        ("seizure", 2),
        ("vaccine", 2), ("doctor", 2), ("hospital", 3), ("emergency", 4), ("antibodies", 4), ("family", 3), ("year", 1),
        ("yes", 1), ("eyes", 1), ("watches", 2), ("months", 1), ("weeks", 1), ("quality", 3), ("twice-a-day", 3),
        ("38.0", 1),
        ("don't", 1), ("PCR", 3), ("science", 2), ("idea", 3), ("unit", 2), ("organism", 4), ("careful", 2),
        ("tired", 1),
        ("tubes", 1), ("judges", 2), ("wishes", 2), ("lives", 1), ("a", 1), ("blood", 1), ("pregnancy", 3),
        ("risks", 1),
    ]

    @Test("syllables of words, against the dictionary", arguments: words)
    func syllables(word: String, count: Int) { #expect(Syllables.count(word) == count, "\(word)") }

    /// The first two are the examples that encyclopaedias give for Flesch's formulas (syllables 24 and 23 as there); the
    /// third is that of a primer; the last is the first sentence of the Gettysburg address, counted by hand.
    @Test(
        "texts of known grade",
        arguments: [
            ("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.", 13, 24, 11.27),
            ("This sentence, taken as a reading passage unto itself, is being used to prove a point.", 16, 23, 7.61),
            ("The cat sat on the mat.", 6, 6, -1.45),
            (
                "Four score and seven years ago our fathers brought forth on this continent, a new nation, conceived in "
                    + "Liberty, and dedicated to the proposition that all men are created equal.", 30, 48, 14.99
            ),
        ])
    func known(text: String, words: Int, syllables: Int, grade: Double) throws {
        let level = ReadingLevel(of: text)
        #expect(level.words == words)
        #expect(level.syllables == syllables)
        #expect(level.sentences == 1)
        #expect(abs(try #require(level.grade) - grade) < 0.01)
    }

    @Test("sentences end at full stops and lines, not within numbers")
    func sentences() {
        #expect(ReadingLevel(of: "Call at 38.0 °C. Do it now! Why? It helps").sentences == 4)
        #expect(ReadingLevel(of: "a fever\na cough\n\n").sentences == 2)
        #expect(ReadingLevel(of: "One: two; three.").sentences == 1)
        #expect(ReadingLevel(of: "").grade == nil)
    }

    @Test("names count as one word of a sentence and leave the syllables; the other grade counts them")
    func names() throws {
        let text = "We give axicabtagene ciloleucel now."
        let plain = ReadingLevel(of: text)
        let level = ReadingLevel(of: text, names: ["Axicabtagene Ciloleucel"])
        #expect(level.words == 4 && level.names == 1 && level.nameWords == 2)
        #expect(level.syllables == 3)
        #expect(level.gradeWithNames == plain.grade)
        let (without, with) = (try #require(level.grade), try #require(plain.grade))
        #expect(without < with)
        #expect(ReadingLevel(of: "axi-cel", names: ["axi-cel"]).grade == nil)
    }

    @Test("harder words and longer sentences raise the grade")
    func harder() throws {
        let easy = try #require(ReadingLevel(of: "Call us if you feel sick. We are here.").grade)
        let longer = try #require(ReadingLevel(of: "Call us if you feel sick, we are here.").grade)
        let harder = try #require(
            ReadingLevel(of: "Contact us immediately if deterioration occurs. We are available.").grade)
        #expect(easy < longer && easy < harder && harder > 8.5)
    }
}
