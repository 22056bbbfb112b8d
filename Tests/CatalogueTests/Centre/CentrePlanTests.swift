import Catalogue
import Foundation
import Testing
import Therapy

/// Plans of centres as files.
@Suite struct CentrePlanTests {
    private static let file = "Evidence/centres/academic-us.yaml"
    private static let numbers = ["logistics.arrivalToLymphodepletion", "process.cultureDays"]

    private func read(_ text: String, studies: [String]? = nil) throws -> CentrePlanFile {
        let known = try #require(shipped).studies
        return try CentrePlanFile(
            from: text, file: Self.file, knowledge: .init(studies: studies ?? known, numbers: Self.numbers))
    }

    @Test(
        "every plan that ships reads well, with all its scenarios",
        arguments: ["academic-us", "community-network", "ide-cel-2021"])
    func ships(name: String) throws {
        let shelf = try #require(shipped)
        #expect(shelf.centres.contains(name))
        let file = try shelf.centre(name, numbers: Self.numbers)
        #expect(file.plan.id == name)
        for scenario in file.plan.scenarios ?? [] {
            #expect(try file.plan(under: scenario) != file.plan, "\(scenario.id) changes nothing")
        }
        for scenario in CentreScenario.oneMoreOfEach(file.plan) {
            #expect(try file.plan(under: scenario) != file.plan, "\(scenario.id) changes nothing")
        }
    }

    @Test("a scenario changes what it names and nothing else")
    func scenario() throws {
        let file = try read(shippedText(Self.file))
        let half = try #require(file.plan.scenarios?.first { $0.id == "half-the-way" })
        var expected = file.plan
        for index in expected.services.indices { expected.services[index].pace.value *= 0.5 }
        #expect(try file.plan(under: half) == expected)
        let site = try #require(file.plan.scenarios?.first { $0.id == "second-site" })
        #expect(try file.plan(under: site).sites.count == 2)
    }

    /// Passage, replacement, field, found, expected, remedy.
    static let bad: [(String, String, String, String, String, String)] = [
        (
            "beds: {value: 6", "beds: {value: 0", "kinds[0].beds.value", "'0'", "a whole number of beds, 1 or more",
            "care: outpatient"
        ),
        ("beds: {value: 6", "beds: {value: 4.5", "kinds[0].beds.value", "'4.5'", "a whole number", "outpatient"),
        ("beds: {value: 6", "beds: {value: -5", "kinds[0].beds.value", "'-5'", "1 or more", "bed"),
        (
            "consultsPerWeek: {value: 4", "consultsPerWeek: {value: 0", "kinds[0].consultsPerWeek.value", "'0'",
            "from 0.01", "Correct"
        ),
        (
            "slotsPerMonth: {value: 9", "slotsPerMonth: {value: -9", "services[0].slotsPerMonth.value", "'-9'",
            "from 0.01", "Correct"
        ),
        (
            "unsuitableShare: {value: 0.12", "unsuitableShare: {value: 1.2", "steps.unsuitableShare.value", "'1.2'",
            "0.0 to 1.0", "Correct"
        ),
        (
            "deniedShare: {value: 0.02", "deniedShare: {value: -0.02", "steps.deniedShare.value", "'-0.02'",
            "0.0 to 1.0", "Correct"
        ),
        (
            "study: juliet", "study: julliet", "services[2].study", "'julliet'", "a study of the catalogue",
            "Did you mean juliet?"
        ),
        (
            "kind: academic,", "kind: akademic,", "sites[0].kind", "'akademic'", "a kind of the plan",
            "Did you mean academic?"
        ),
        (
            "care: fromInfusion", "care: fromInfussion", "kinds[0].care", "'fromInfussion'", "one of",
            "Did you mean fromInfusion?"
        ),
        (
            "priority: first-come", "priority: first-com", "priority", "'first-com'", "a rule of the plan",
            "Did you mean first-come?"
        ),
        (
            "covariate: ecog", "covariate: fitness", "rules[1].terms[2].covariate", "'fitness'", "known at the consult",
            "Choose"
        ),
        ("unit: 1/mo", "unit: 1/wk", "services[0].slotsPerMonth.unit", "'1/wk'", "the unit 1/mo", "Convert"),
        (
            "intakeDays: {value: 4, unit: d, cv: 0.6, origin: assumed, source: \"",
            "intakeDays: {value: 4, unit: d, cv: 0.6, origin: assumed, source: \" \"} #", "steps.intakeDays.source",
            "blank", "a source", "on what grounds"
        ),
        ("time: {years: 5", "time: {years: 500", "time.years", "'500'", "at most 50", "years"),
        (
            "arrivalToLymphodepletion: 8", "arrivalToLymphodepletio: 8", "services[2].changes.logistics", "'8'",
            "a number of the study", "Did you mean logistics.arrivalToLymphodepletion?"
        ),
        (
            "path: \"services[*].pace\", times", "path: \"services[*].pase\", times", "scenarios[0].changes[0].path",
            "'pase'", "one of", "Did you mean pace?"
        ),
        (
            "path: \"services[axi-cel].pace\", value", "path: \"services[axicel].pace\", value",
            "scenarios[1].changes[0].path", "'axicel'", "one of", "Did you mean axi-cel?"
        ),
        (
            "path: \"proximity.days\", value: 28", "path: \"proximity.days\", value: 2800", "proximity.days.value",
            "'2800.0'", "0.0 to 365.0", "Under the scenario 'four-weeks-near'"
        ),
        (
            "word: outpatient", "word: outpatients", "kinds[0].care", "'outpatients'", "one of",
            "Did you mean outpatient?"
        ),
        (
            "{id: south-west, kind: academic, x: -90", "{id: centre, kind: academic, x: -90",
            "scenarios[4].sites[0].id", "'centre' again", "each site once", "Rename"
        ),
    ]

    @Test("a plan that cannot be is refused with the path of the field and the remedy", arguments: bad.indices)
    func refused(index: Int) throws {
        let (passage, replacement, field, found, expected, remedy) = Self.bad[index]
        let spoilt = try Spoilt(Self.file, replacing: passage, by: replacement)
        let faults = try problems { try read(spoilt.text) }
        let fault = try #require(faults.first { $0.field.hasPrefix(field) }, "\(faults)")
        #expect(fault.file == Self.file && fault.line > 1)
        #expect(fault.found.contains(found), "\(fault)")
        #expect(fault.expected.contains(expected), "\(fault)")
        #expect(fault.remedy.contains(remedy), "\(fault)")
    }

    @Test("a service that no site offers is refused")
    func offeredNowhere() throws {
        let spoilt = try Spoilt(
            Self.file, replacing: "{id: centre, kind: academic, x: 0, y: 0}",
            by: "{id: centre, kind: academic, x: 0, y: 0, services: [axi-cel, liso-cel]}")
        let faults = try problems { try read(spoilt.text) }
        #expect(faults.contains { $0.field == "services[2].id" && $0.found.contains("offered nowhere") })
    }

    @Test("an unknown plan is told with the near one")
    func unknown() throws {
        let shelf = try #require(shipped)
        #expect { try shelf.centre("academic-usa") } throws: { error in
            (error as? UnknownName)?.nearMatches == ["academic-us"]
        }
    }
}
