import Foundation

@testable import Care

/// The testing library has a type of this name, too.
typealias Plan = Care.Expectation

/// Figures and charts for tests of plans.
enum PlanSamples {
    static let cited = #""source":"S","flag":"read""#
    static let infusion = Instant(millisecondsSince1970: 1_772_366_400_000)  // 2026-03-01T12:00Z

    /// A label with every section that a plan reads, or with none of them.
    static func label(
        _ jurisdiction: Jurisdiction = .us, antigen: String = "CD19", driving: Double = 8, flag: String = "read",
        isSilent: Bool = false, split: Bool = false
    ) throws -> Label {
        let cited = #""source":"S","flag":"\#(flag)""#
        let splitRule = #"""
            ,"split":{"secondDay":10,"toleranceDays":2,"marrowWithinDays":7,"rules":[{"first":[10],"second":[100]}]}
            """#
        let sections = #"""
            ,"doses":[{"bands":[{"flat":{"maximum":100}}]\#(split ? splitRule : ""),\#(cited)}],
            "lymphodepletion":[{"drugs":[
              {"drug":"cyclophosphamide","amount":500,"unit":"mg/m2","doses":3,"days":[-5,-4,-3]},
              {"drug":"fludarabine","amount":30,"unit":"mg/m2","doses":3,"days":[-5,-4,-3]}],\#(cited)}],
            "premedication":[{"drug":"paracetamol","advice":"give",\#(cited)}],
            "thaw":{"minutes":150,"from":"thawed","until":"infusionComplete",\#(cited)},
            "infusion":{"leukodepletingFilterForbidden":true,"confirmBeforeLymphodepletion":true,"longestMinutes":30,\#(cited)},
            "monitoring":{"dailyDays":7,"weeks":3,\#(cited)},"proximity":{"weeks":4,"hours":2,\#(cited)},
            "driving":{"weeks":\#(driving),\#(cited)},
            "followUp":{"years":15,"lifelongMalignancyWatch":true,\#(cited)},
            "aftercare":[{"topic":"liveVaccine","weeksBefore":6,"text":"t",\#(cited)},
              {"topic":"bloodDonation","text":"t",\#(cited)},{"topic":"hivTest","text":"t",\#(cited)}]
            """#
        let version = #"""
            {"version":"2026","effectiveFrom":"2026-01-01","status":"approved","changed":"c",\#(cited),
            "indications":[{"id":"i","disease":"largeBCellLymphoma","text":"t",\#(cited)},
              {"id":"m","disease":"multipleMyeloma","text":"t",\#(cited)}]\#(isSilent ? "" : sections)}
            """#
        let subject = #"""
            {"product":"samplecel-autoleucel","shortName":"sample-cel","brand":"Sampla","manufacturer":"M",
            "jurisdiction":"\#(jurisdiction.rawValue)","antigen":"\#(antigen)","costimulation":"CD28"}
            """#
        return Label(
            subject: try decode(subject), version: try decode(version))
    }

    private static func decode<Value: Decodable>(_ json: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(json.utf8))
    }

    static let practice: [PracticeFact] = [
        PracticeFact(kind: .caregiverWeeks, value: 4, source: "P", flag: .read),
        PracticeFact(kind: .temperatureChecksPerDay, value: 2, source: "P", flag: .memory),
        PracticeFact(kind: .irradiatedDaysAfter, value: 90, source: "P", flag: .read),
        PracticeFact(kind: .liveVaccineMonths, value: 12, source: "P", flag: .read),
        PracticeFact(kind: .secondTCellCancers, value: 20, of: 30_000, source: "P", flag: .secondary),
    ]

    static func result(
        _ topic: ExpectedTopic, _ value: Double, _ interval: ClosedRange<Double>? = nil,
        range: ClosedRange<Double>? = nil, people: Int = 101, group: StudyResult.Group = .treated,
        scale: String? = nil, flag: SourceStanding = .read
    ) -> StudyResult {
        StudyResult(
            topic: topic, study: "ZUMA-1", value: value, interval: interval, range: range, people: people, group: group,
            scale: scale, source: "Paper", flag: flag)
    }

    static func figures(
        _ label: Label? = nil, disease: Label.Disease = .largeBCellLymphoma, warnings: [String] = [],
        results: [StudyResult] = [], practice: [PracticeFact] = practice
    ) throws -> ExpectedFigures {
        ExpectedFigures(
            disease: disease, label: try label ?? self.label(),
            warnings: warnings.map { .init(text: $0, source: "S", flag: .read) }, results: results, practice: practice)
    }

    /// A chart in which a phase has just begun.
    static func chart(in phase: ExpectationPhase) -> (Chart, at: Instant) {
        var chart = Chart(therapy: "COI-1")
        func apply(_ event: Event, _ day: Double) { chart.apply(event, at: infusion.advanced(byDays: day)) }
        apply(.referralReceived(.sample()), -60)
        var day = -50.0
        if phase == .collection {
            apply(
                .collectionStarted(
                    CollectionStart(
                        donation: "DIN-1", band: "COI-1", label: "COI-1", identifiersAsked: 2, checkedBy: ["a", "b"])),
                -40)
            day = -40
        }
        if phase >= .waiting {
            apply(
                .leukapheresisCompleted(
                    Leukapheresis(collection: 1, cd3Before: 0.8, volumeProcessed: 12, cd3Collected: 4)), -40)
            day = -20
        }
        if phase >= .lymphodepletion {
            apply(.drugGiven(DrugAdministration(drug: .fludarabine, amount: 54, unit: "mg", minutes: 30)), -5)
            day = -4
        }
        if phase >= .infusionDay { apply(infused, 0) }
        if let first = phase.firstDay { day = Double(first) }
        return (chart, at: infusion.advanced(byDays: day))
    }

    static let infused = Event.infusionCompleted(
        Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20))
}

extension Plan {
    /// All lines of a section.
    func lines(_ section: Section) -> [Line] {
        section.happens + section.feel + section.you + section.family + section.watch + section.numbers
    }

    /// All lines of the plan.
    var allLines: [Line] { sections.flatMap { lines($0) } + questions.flatMap(\.answer) }

    /// A phase.
    func section(_ phase: ExpectationPhase) -> Section? { sections.first { $0.phase == phase } }
}
