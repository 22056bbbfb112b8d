import Testing

@testable import Care

@Suite("What to expect")
struct ExpectationTests {
    @Test(
        "every phase tells when to call at once, and fever is among it", arguments: Plan.Audience.allCases,
        [Jurisdiction.us, .eu])
    func calls(audience: Plan.Audience, jurisdiction: Jurisdiction) throws {
        let plan = try Plan(try PlanSamples.figures(PlanSamples.label(jurisdiction)), for: audience)
        #expect(plan.sections.map(\.phase) == ExpectationPhase.allCases)
        for section in plan.sections {
            let calls = section.callAtOnce.joined(separator: "; ")
            let fever = jurisdiction == .us ? "38.0 °C (100.4 °F) or more" : "38.0 °C or more"
            for sign in [fever, "breathing", "bleeding", "seizure", "trouble speaking"] {
                #expect(calls.contains(sign), "\(section.title): \(sign)")
            }
            #expect(calls.contains("°F") == (jurisdiction == .us))
            #expect(!section.happens.isEmpty && !section.feel.isEmpty && !section.you.isEmpty)
            #expect(!section.family.isEmpty && !section.watch.isEmpty)
        }
        #expect(plan.emergency.contains(jurisdiction == .us ? "911" : "112"))
    }

    @Test("late nerve signs are told with BCMA products and where a warning names them, enterocolitis where one does")
    func lateSigns() throws {
        func calls(_ antigen: String, _ warnings: [String]) throws -> String {
            let figures = try PlanSamples.figures(PlanSamples.label(antigen: antigen), warnings: warnings)
            return try #require(try Plan(figures).section(.months2to3)).callAtOnce.joined(separator: "; ")
        }
        #expect(try !calls("CD19", ["cytokine release syndrome"]).contains("small writing"))
        #expect(try calls("BCMA", []).contains("small writing"))
        #expect(try calls("CD19", ["parkinsonism and Guillain-Barré syndrome"]).contains("face that droops"))
        #expect(
            try calls("BCMA", ["immune effector cell-associated enterocolitis"]).contains("watery stools or belly pain")
        )
        #expect(try !calls("BCMA", []).contains("belly pain"))
    }

    @Test("the parents' plan speaks of the child everywhere, and no mark of the writer is left in either")
    func voices() throws {
        for audience in Plan.Audience.allCases {
            let plan = try Plan(try PlanSamples.figures(), for: audience)
            let text = plan.text()
            #expect(text.contains("our child") == (audience == .parents))
            #expect(text.contains("What can I tell my child?") == (audience == .parents))
            #expect(text.contains("Can I have sex?") == (audience == .patient))
            for mark in ["[", "]", "{", "}", "|"] { #expect(!text.contains(mark), "\(audience) \(mark)") }
        }
    }

    @Test("a disease that the label is not for is refused, with those that it is for")
    func otherDisease() throws {
        let figures = try PlanSamples.figures(disease: .mantleCellLymphoma)
        #expect(
            throws: NoExpectation.otherDisease(
                label: "sample-cel/US@2026", disease: .mantleCellLymphoma,
                known: [.largeBCellLymphoma, .multipleMyeloma])
        ) { try Plan(figures) }
    }

    @Test("the hard questions come last: response, relapse, death")
    func hardQuestions() throws {
        let plan = try Plan(try PlanSamples.figures())
        #expect(
            plan.questions.suffix(3).map(\.question) == [
                "Will it work?", "Can the disease come back?", "Can I die from this?",
            ])
        for topic in [
            "children", "pregnancy", "vaccines", "blood", "new cancer", "work", "travel", "eat", "pet", "sex",
        ] {
            #expect(plan.questions.contains { $0.question.contains(topic) }, "\(topic)")
        }
    }

    @Test("every disease is found by its words, its own name and the studies' names; another is not")
    func diseaseNames() {
        for disease in Label.Disease.allCases where disease != .other {
            #expect(Label.Disease(named: disease.words) == disease)
            #expect(Label.Disease(named: disease.rawValue.uppercased()) == disease)
        }
        #expect(Label.Disease(named: "paediatric-b-all") == .bAcuteLymphoblasticLeukaemia)
        #expect(Label.Disease(named: "large-b-cell-lymphoma") == .largeBCellLymphoma)
        #expect(Label.Disease(named: "another disease") == nil && Label.Disease(named: "flu") == nil)
    }
}
