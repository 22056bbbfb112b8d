import Testing

@testable import Care

@Suite("What to expect: plain language")
struct PlanReadingTests {
    /// All that can be said: two readers, both kinds of label, every stage, with all figures and with none.
    static func plans() throws -> [(name: String, plan: Plan)] {
        let all = ExpectedTopic.allCases.map {
            PlanSamples.result($0, $0.isDays ? 3 : 0.31, $0.isDays ? nil : 0.2...0.4, range: $0.isDays ? 1...30 : nil)
        }
        let warnings = [
            "parkinsonism", "enterocolitis", "prolonged cytopenia", "haemophagocytic lymphohistiocytosis",
            "malignancies",
        ]
        let full = try PlanSamples.figures(
            PlanSamples.label(antigen: "BCMA", split: true), disease: .multipleMyeloma, warnings: warnings, results: all
        )
        let empty = try PlanSamples.figures(PlanSamples.label(.eu, isSilent: true), practice: [])
        var plans: [(String, Plan)] = []
        for audience in Plan.Audience.allCases {
            for (name, figures) in [("full", full), ("empty", empty)] {
                plans.append(("\(name) \(audience)", try Plan(figures, for: audience)))
                for phase in ExpectationPhase.allCases {
                    let plan = try Plan(figures, for: audience, chart: PlanSamples.chart(in: phase))
                    plans.append(("\(name) \(audience) \(phase)", plan))
                }
            }
        }
        return plans
    }

    @Test("grade 8.5 at most for every plan, every section and every question, lists of fragments left out")
    func grade() throws {
        for (name, plan) in try Self.plans() {
            #expect(try #require(plan.readingLevel.grade) <= 8.5, "\(name)")
            #expect(try #require(plan.readingLevel.gradeWithNames) <= 8.5, "\(name), names counted")
            for section in plan.sections where section.place != .behind {
                let level = ReadingLevel(of: plan.words(of: section, lists: false), names: plan.names)
                #expect(try #require(level.grade) <= 8.5, "\(name): \(section.title)")
            }
            for question in plan.questions {
                let level = ReadingLevel(of: plan.words(of: question), names: plan.names)
                #expect(try #require(level.grade) <= 8.5, "\(name): \(question.question)")
            }
        }
    }

    @Test("no sentence is longer than 32 words, explanations included")
    func sentences() throws {
        for (name, plan) in try Self.plans() {
            let level = ReadingLevel(of: plan.words(), names: plan.names)
            #expect(level.longestSentence <= 32, "\(name): \(level.longest)")
        }
    }

    @Test("each special word is explained where it is first read, and only there")
    func glossary() throws {
        for (name, plan) in try Self.plans() {
            let text = plan.words()
            for entry in plan.glossary {
                let first = try #require(text.firstRange(of: entry.term, isWord: true), "\(name): \(entry.term)")
                #expect(text[first.upperBound...].hasPrefix(" (\(entry.meaning))"), "\(name): \(entry.term)")
                #expect(text.components("\(entry.term) (\(entry.meaning))") == 1, "\(name): \(entry.term) twice")
            }
            // A word of the glossary that is not explained in this plan must not be in it.
            for term in Glossary.terms.map(\.term) where !plan.glossary.contains(where: { $0.term == term }) {
                #expect(text.firstRange(of: term, isWord: true) == nil, "\(name): \(term) is not explained")
            }
        }
    }

    @Test("words of the trade that are not in the glossary do not occur")
    func trade() throws {
        let words = [
            "leukapheresis", "lymphodepletion", "infusion", "cytopenia", "neutropenia", "neurotoxicity", "vasopressor",
            "corticosteroid", "immunoglobulin", "remission", "refractory", "malignancy", "progression", "toxicity",
            "cytokine storm", "ICU", "haemophagocytic", "parkinsonism", "enterocolitis",
        ]
        for (name, plan) in try Self.plans() {
            let text = plan.words().lowercased()
            for word in words {
                #expect(text.firstRange(of: word.lowercased(), isWord: true) == nil, "\(name): \(word)")
            }
        }
    }

    @Test("the disclaimer stands once in the text, before the plan")
    func disclaimer() throws {
        for (name, plan) in try Self.plans() {
            let text = plan.text(width: 10_000)
            #expect(text.components("not medical advice") == 1, "\(name)")
            #expect(text.components("not a medical device") == 1, "\(name)")
            #expect(text.components("Phone of the centre") == 1, "\(name)")
        }
    }
}

extension String {
    /// Where a text first stands as whole words.
    func firstRange(of part: String, isWord: Bool) -> Range<Index>? {
        var start = startIndex
        while let found = self[start...].firstRange(of: part) {
            let before = found.lowerBound == startIndex ? " " : self[index(before: found.lowerBound)]
            let after = found.upperBound == endIndex ? " " : self[found.upperBound]
            if !before.isLetter, !after.isLetter, before != "-", after != "-" { return found }
            start = index(after: found.lowerBound)
        }
        return nil
    }

    /// How often a text stands in this one.
    func components(_ part: String) -> Int { ranges(of: part).count }
}
