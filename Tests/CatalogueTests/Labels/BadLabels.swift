import Testing

/// A passage of the sample, what it is replaced by, and the fields at fault.
struct BadLabel: Sendable, CustomTestStringConvertible {
    let passage: String
    let replacement: String
    let fields: [String]
    /// What stands on the line of the fault, where that is not the first line of the replacement.
    let at: String?
    var testDescription: String { replacement.isEmpty ? "without \(passage)" : replacement }

    init(_ passage: String, _ replacement: String, _ fields: String..., at: String? = nil) {
        self.passage = passage
        self.replacement = replacement
        self.fields = fields
        self.at = at
    }

    static let head: [BadLabel] = [
        BadLabel("antigen: CD19", "antigen: CD91", "subject.antigen"),
        BadLabel("jurisdiction: US", "jurisdiction: USA", "subject.jurisdiction"),
        BadLabel("jurisdiction: US", "jurisdiction: EU", "subject.product", at: "product: axi"),
        BadLabel("brand: Yescarta", "brand: \" \"", "subject.brand"),
        BadLabel("    driving: {weeks: 8", "    drivng: {weeks: 8", "versions[0].drivng"),
        BadLabel("flag: memory", "flag: recalled", "versions[0].flag"),
        BadLabel("effectiveFrom: \"2017-10-18\"", "effectiveFrom: \"2017-02-29\"", "versions[0].effectiveFrom"),
        BadLabel("effectiveFrom: \"2022-04-01\"", "effectiveFrom: \"2017-10-18\"", "versions[1].effectiveFrom"),
        BadLabel(
            "effectiveFrom: \"2022-04-01\"", "effectiveFrom: \"2025-06-26\"", "versions[2].effectiveFrom",
            at: "effectiveFrom: \"2025-06-26\""),
        BadLabel(
            "effectiveFrom: \"2017-10-18\"", "effectiveFrom: \"2017-10-18\"\n    until: \"2022-04-01\"",
            "versions[1].effectiveFrom", at: "effectiveFrom: \"2022-04-01\""),
        BadLabel(
            "effectiveFrom: \"2017-10-18\"", "effectiveFrom: \"2017-10-18\"\n    until: \"2022-03-30\"",
            "versions[1].effectiveFrom", at: "effectiveFrom: \"2022-04-01\""),
        BadLabel(
            "- version: \"2022-04-01\"", "- version: \"2017-10-18\"", "versions[1].version",
            at: "- version: \"2017-10-18\""),
        BadLabel("notKnown: [washouts]", "notKnown: []", "versions[0].washouts", at: "- version: \"2017-10-18\""),
        BadLabel("notKnown: [washouts]", "notKnown: [washouts, thaw]", "versions[0].notKnown"),
    ]

    static let eligibility: [BadLabel] = [
        BadLabel("minimumPriorLines: 2", "minimumPriorLines: -2", "versions[0].indications[0].minimumPriorLines"),
        BadLabel(
            "minimumAge: 18", "maximumAge: -1", "versions[0].indications[0].maximumAge",
            "versions[0].indications[0].maximumAge"),
        BadLabel(
            "subtypes: [diffuse", "subtypes: [philadelphiaPositive, diffuse", "versions[0].indications[0].subtypes[0]"),
        BadLabel(
            "{state: relapsedOrRefractory}", "{state: relapsedOrRefractory, withinMonths: 12}",
            "versions[0].indications[0].allOf[0].withinMonths"),
        BadLabel("withinMonths: 12", "withinMonths: 0", "versions[1].indications[0].anyOf[1].withinMonths"),
        BadLabel("disease: largeBCellLymphoma", "disease: other", "versions[0].indications[0].disease"),
        BadLabel(
            "id: lbcl-first", "id: lbcl-2-lines", "versions[1].indications[1].id",
            at: "id: lbcl-2-lines\n        disease: largeBCellLymphoma\n        subtypes"),
        BadLabel("state: activeInfection", "state: infection", "versions[0].warnings[0].state"),
        BadLabel("effect: excludes", "effect: cautions", "versions[0].limitationsOfUse[0].effect"),
        BadLabel("effect: delays", "effect: excludes", "versions[0].warnings[0].effect"),
        BadLabel("effect: delays, ", "", "versions[0].warnings[0].effect"),
        BadLabel("quantity: ecog", "quantity: ecog, state: hiv", "versions[0].trialCriteria[0]"),
        BadLabel("quantity: ecog, atMost: 1, unit: \"1\", ", "", "versions[0].trialCriteria[0]"),
        BadLabel("state: hiv", "state: hiv, atMost: 1", "versions[0].warnings[1]"),
        BadLabel("unit: mL/min", "unit: mL/s", "versions[0].trialCriteria[1].unit"),
        BadLabel("atLeast: 60, ", "", "versions[0].trialCriteria[1]"),
        BadLabel(
            "id: hiv", "id: infection", "versions[0].warnings[0].id", "versions[0].warnings[1].id",
            at: "id: infection, state: act"),
        BadLabel(
            "id: cns, ", "id: cns, indications: [lbcl], ", "versions[0]", "versions[1]", "versions[2]",
            at: "- version: \"2017-10-18\""),
    ]

    static let numbers: [BadLabel] = [
        BadLabel("target: 2, maximum: 2", "target: 2, maximum: 1", "versions[0].doses[0].bands[0].perKilogram.target"),
        BadLabel("target: 2, maximum: 2", "maximum: 2000000", "versions[0].doses[0].bands[0].perKilogram.maximum"),
        BadLabel("cap: 200", "flat: {maximum: 2}", "versions[0].doses[0].bands[0]"),
        BadLabel("cap: 200", "cap: 200, upTo: 50", "versions[0].doses[0].bands[0].upTo"),
        BadLabel(
            "- {perKilogram: {target: 2, maximum: 2}, cap: 200}",
            "- {upTo: 50, flat: {maximum: 2}}\n          - {above: 51, flat: {maximum: 3}}",
            "versions[0].doses[0].bands[1].above", at: "above: 51"),
        BadLabel(
            "      - bands:", "      - indications: [lbcl-2-lines]\n        bands:", "versions[1].indications",
            at: "- id: lbcl-first"),
        BadLabel(
            "cap: 200}", "cap: 200}\n        components: [{name: CD8, share: 0.4}, {name: CD4, share: 0.5}]",
            "versions[0].doses[0].components", at: "components:"),
        BadLabel("unit: mg/m2", "unit: mg/kg", "versions[0].lymphodepletion[0].drugs[0].unit"),
        BadLabel("days: [-5, -4, -3]", "days: [-5, -4]", "versions[0].lymphodepletion[0].drugs[0].days"),
        BadLabel("days: [-5, -4, -3]", "days: [5, 4, 3]", "versions[0].lymphodepletion[0].drugs[0].days"),
        BadLabel("earliest: 2, latest: 7", "earliest: 7, latest: 2", "versions[0].lymphodepletion[0].window"),
        BadLabel(
            "whiteCellsAtMost: 1,", "whiteCellsAtMost: 1000,",
            "versions[0].lymphodepletion[0].omission.whiteCellsAtMost"),
        BadLabel("drug: fludarabine", "drug: tocilizumab", "versions[0].lymphodepletion[0].drugs[0].drug"),
        BadLabel("minutesBefore: [30, 60]", "minutesBefore: [60, 30]", "versions[0].premedication[0].minutesBefore"),
        BadLabel("minimumViability: 0.8", "minimumViability: 80", "versions[0].collection.minimumViability"),
        BadLabel("minutes: 180", "minutes: 0", "versions[0].thaw.minutes"),
        BadLabel("minutes: 180", "minutes: three hours", "versions[0].thaw.minutes"),
        BadLabel("doses: 2, source", "doses: -1, source", "versions[0].tocilizumab.doses"),
        BadLabel("atMost: -150", "atMost: 150", "versions[0].transport.atMost"),
        BadLabel("atLeast: 0.70", "atLeast: 70", "versions[0].release[0].atLeast"),
        BadLabel(", denominator: transducedCell", "", "versions[0].release[1].denominator"),
        BadLabel("result: negative", "atMost: 1", "versions[0].release[2]"),
        BadLabel(
            "test: mycoplasma, result: negative", "test: viability, atLeast: 0.8, unit: \"1\", inclusive: true",
            "versions[0].release[2].test"),
        BadLabel("dailyDays: 7", "dailyDays: 29", "versions[0].monitoring.dailyDays"),
        BadLabel("weeks: 8", "weeks: -8", "versions[0].driving.weeks"),
        BadLabel("hours: 2", "hours: 0", "versions[0].proximity.hours"),
        BadLabel("text: cytokine release syndrome", "text: \"\"", "versions[0].boxedWarnings[0].text"),
        BadLabel("years: 15", "years: -15", "versions[0].followUp.years"),
        BadLabel("weeksBefore: 6", "weeksBefore: 600", "versions[0].aftercare[0].weeksBefore"),
    ]

    /// Faults of a dose on two days, in a file whose dose is that of obe-cel.
    static let split = """
        - {flat: {target: 410, maximum: 410}}
                bags: [{cells: 10}, {cells: 100}, {cells: 300}]
                split:
                  secondDay: 10
                  toleranceDays: 2
                  marrowWithinDays: 7
                  rules:
                    - {blastsUpTo: 20, first: [100], second: [10, 300]}
                    - {blastsAbove: 20, first: [10], second: [100, 300]}
        """
    static let splits: [BadLabel] = [
        BadLabel("first: [100]", "first: [200]", "rules[0]", "rules[0].first"),
        BadLabel("second: [100, 300]", "second: [100]", "rules[1]"),
        BadLabel("blastsAbove: 20", "blastsAbove: 21", "rules[1].blastsAbove"),
        BadLabel("secondDay: 10", "secondDay: 3", "secondDay"),
        BadLabel("secondDay: 10", "secondDay: -9223372036854775808", "secondDay"),
        BadLabel("marrowWithinDays: 7", "marrowWithinDays: 0", "marrowWithinDays"),
    ]
}
