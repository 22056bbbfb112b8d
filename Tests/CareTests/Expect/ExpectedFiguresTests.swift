import Testing

@testable import Care

@Suite("What to expect: numbers")
struct ExpectedFiguresTests {
    private func line(_ result: StudyResult, in phase: ExpectationPhase) throws -> Plan.Line {
        let plan = try Plan(try PlanSamples.figures(results: [result]))
        let numbers = try #require(plan.section(phase)).numbers
        #expect(numbers.count == 1)
        return try #require(numbers.first)
    }

    @Test("a share stands exactly as the study has it: people, interval, size, source, how sure")
    func share() throws {
        let line = try line(
            PlanSamples.result(.tocilizumab, 0.93, 0.8612...0.965, flag: .secondary), in: .firstWeek)
        #expect(
            line.text
                == "In ZUMA-1 (101 people), about 9 in 10 people (93 of 100) needed tocilizumab (a drug by drip that calms CRS)."
        )
        #expect(
            line.certainty
                == "The true number is likely between 86 and 97 of 100. We have this from a second-hand source.")
        #expect(line.source == "Paper" && line.flag == .secondary)
    }

    @Test("days stand as medians with their range, onset as days of the calendar")
    func days() throws {
        let onset = try line(PlanSamples.result(.crsOnset, 2, range: 1...12), in: .firstWeek).text
        #expect(onset.hasSuffix("half of those with CRS had it by day 2. It came between day 1 and day 12."))
        let duration = try line(PlanSamples.result(.crsDuration, 7.5, range: 2...58), in: .firstWeek).text
        #expect(
            duration.hasSuffix("CRS was over within 7.5 days in half of those who had it. It ranged from 2 to 58 days.")
        )
        let wait = try line(PlanSamples.result(.veinToVein, 24), in: .waiting).text
        #expect(wait.hasSuffix("half got their cells within 24 days of collection."))
    }

    @Test("a small study is called small from 49 people down, and an unchecked number unchecked")
    func doubt() throws {
        #expect(
            try line(PlanSamples.result(.infused, 0.5, people: 49), in: .beforeCollection).text.contains(
                "a small study"))
        #expect(try !line(PlanSamples.result(.infused, 0.5, people: 50), in: .beforeCollection).text.contains("small"))
        let memory = try line(PlanSamples.result(.infused, 0.5, flag: .memory), in: .beforeCollection)
        #expect(memory.certainty == "This number is from memory and not checked.")
    }

    @Test("who was counted is said: those who joined, those whose cells were collected, those for whom it had worked")
    func groups() throws {
        let words = [
            StudyResult.Group.treated: "10 people (", .joined: "people who joined", .collected: "cells were collected",
            .responders: "for whom it had worked",
        ]
        for group in StudyResult.Group.allCases {
            let text = try line(PlanSamples.result(.infused, 0.84, group: group), in: .beforeCollection).text
            #expect(text.contains(try #require(words[group])))
        }
    }

    @Test("a study that graded all nerve signs is not said to have counted ICANS; Penn's severe cases are told apart")
    func scales() throws {
        let all = try line(PlanSamples.result(.icansAny, 0.65, scale: "CTCAE"), in: .firstWeek)
        #expect(all.text.hasSuffix("had some brain or nerve sign, such as a headache."))
        let graded = try line(PlanSamples.result(.icansAny, 0.65, scale: "ASTCT"), in: .firstWeek)
        #expect(graded.text.hasSuffix("had ICANS."))
        let penn = try line(PlanSamples.result(.crsSevere, 0.49, scale: "Penn"), in: .firstWeek)
        #expect(try #require(penn.certainty).contains("called more cases severe"))
    }

    @Test("studies stand side by side, none averaged")
    func sideBySide() throws {
        let results = [PlanSamples.result(.crsAny, 0.93), PlanSamples.result(.crsAny, 0.42)]
        let numbers = try #require(try Plan(try PlanSamples.figures(results: results)).section(.firstWeek)).numbers
        #expect(numbers.count == 2)
        #expect(numbers[0].text.contains("93 of 100") && numbers[1].text.contains("42 of 100"))
    }

    @Test("without a figure the plan says that it is not known: every topic, every rule, every practice")
    func unknown() throws {
        let plan = try Plan(try PlanSamples.figures(PlanSamples.label(isSilent: true), practice: []))
        let said = (plan.sections.flatMap(\.unknown) + plan.questions.flatMap(\.unknown)).joined(separator: "; ")
        var explainer = Glossary.Explainer(voice: Voice(audience: .patient))
        for topic in ExpectedTopic.allCases { _ = explainer.explain(topic.unknown) }
        for topic in ExpectedTopic.allCases {
            // By now every word is explained, so the text stands plain; in the plan a first use carries its meaning.
            let plain = explainer.explain(topic.unknown)
            let words = plain.split(separator: " ").map(String.init)
            #expect(words.allSatisfy { said.contains($0) }, "\(topic)")
            if !topic.unknown.contains("{") { #expect(said.contains(plain), "\(topic)") }
        }
        for rule in [
            "stay near the centre", "must not drive", "chemo drugs", "how many years the follow-up", "flu and COVID-19",
        ] {
            #expect(said.contains(rule), "\(rule)")
        }
        // No line claims a source, so no number of one may stand.
        #expect(plan.allLines.allSatisfy { $0.source == nil && $0.certainty == nil })
        #expect(plan.sources.isEmpty)
        #expect(plan.introduction.contains { $0.contains("no study of this treatment") })
    }

    @Test("a figure that is known is not among the unknown")
    func known() throws {
        let all = ExpectedTopic.allCases.map { PlanSamples.result($0, $0.isDays ? 3 : 0.3) }
        let plan = try Plan(try PlanSamples.figures(results: all))
        #expect(plan.sections.flatMap(\.unknown).isEmpty)
        for topic in ExpectedTopic.allCases {
            let start = Frequency.people(0.3) + " " + topic.clause(countsAllNerveSigns: false)
            let known =
                topic.isDays
                || plan.allLines.contains { line in
                    start.split(separator: " ").allSatisfy { word in
                        word.contains("{") || word.contains("}") || line.text.contains(word)
                    }
                }
            #expect(known, "\(topic)")
        }
    }

    @Test(
        "a rule of the label says how well it was checked",
        arguments: [
            ("read", "This is in the US label."), ("secondary", "This is in the US label, by a second-hand source."),
            ("memory", "This is from memory of the US label. Check it with your team."),
        ])
    func flags(flag: String, words: String) throws {
        let plan = try Plan(try PlanSamples.figures(PlanSamples.label(flag: flag)))
        let week = try #require(plan.section(.firstWeek))
        let driving = try #require(week.you.first { $0.text.contains("drive") })
        #expect(driving.text == "Do not drive or use risky tools for 8 weeks after the cells.")
        #expect(driving.certainty == words)
    }

    @Test("label figures stand as the label has them: thaw, drip, chemo days, two parts, years")
    func labelFigures() throws {
        let plan = try Plan(try PlanSamples.figures(PlanSamples.label(split: true)))
        let text = plan.allLines.map(\.text).joined(separator: "\n")
        for words in [
            "used within 2.5 hours", "no more than 30 minutes", "by drip on 3 days", "come 3 days after the last day",
            "The first is day 1, and the second is day 10, give or take 2 days", "follow-up lasts 15 years",
            "no more than 2 hours away, for 4 weeks", "for the first 7 days. The close watch lasts 3 weeks",
            "in the 6 weeks before", "About 20 such cases were known among more than 30000 people",
            "at least 12 months",
        ] { #expect(text.contains(words), "\(words)") }
    }
}
