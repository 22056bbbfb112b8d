extension BadInput {
    /// Spoilt policies, each with the file that it is made from.
    static let policies: [(file: String, bad: BadInput)] = [
        // Drugs
        (
            "early-steroids",
            .init(
                passage: "{toxicity: icans, grade: 2, drug: dexamethasone",
                replacement: "{toxicity: icans, grade: 2, drug: dexametasone", field: "corticosteroidDoses[4].drug",
                found: "'dexametasone'", expected: "one of", remedy: "Did you mean dexamethasone?")
        ),
        (
            "early-steroids",
            .init(
                passage: "{toxicity: icans, grade: 2, drug: dexamethasone",
                replacement: "{toxicity: icans, grade: 2, drug: tocilizumab", field: "corticosteroidDoses[4].drug",
                found: "'tocilizumab'", expected: "a corticosteroid", remedy: "Choose")
        ),
        (
            "early-steroids",
            .init(
                passage: "{toxicity: icans, grade: 2,", replacement: "{toxicity: ican, grade: 2,",
                field: "corticosteroidDoses[4].toxicity", found: "'ican'", expected: "one of crs, icans",
                remedy: "Did you mean icans?")
        ),
        (
            "zuma-1-cohort-6",
            .init(
                passage: "{drug: dexamethasone, milligrams: 10, days",
                replacement: "{drug: anakinra, milligrams: 10, days",
                field: "prophylacticCorticosteroid.drug", found: "'anakinra'", expected: "a corticosteroid",
                remedy: "Choose")
        ),
        // Doses
        (
            "early-steroids",
            .init(
                passage: "grade: 2, drug: dexamethasone, milligrams: 10",
                replacement: "grade: 2, drug: dexamethasone, milligrams: 40.1",
                field: "corticosteroidDoses[4].milligrams", found: "'40.1'",
                expected: "at most 40.0 mg of dexamethasone", remedy: "Evidence/drugs.yaml")
        ),
        (
            "early-steroids",
            .init(
                passage: "milligrams: 10, intervalHours: 8", replacement: "milligrams: 40, intervalHours: 5",
                field: "corticosteroidDoses[1].intervalHours", found: "192.0 mg a day",
                expected: "at most 160.0 mg of dexamethasone a day", remedy: "less often")
        ),
        (
            "early-steroids",
            .init(
                passage: "milligrams: 1000, intervalHours: 12", replacement: "milligrams: 1001, intervalHours: 24",
                field: "corticosteroidDoses[6].milligrams", found: "'1001'",
                expected: "at most 1000.0 mg of methylprednisolone", remedy: "Lower it")
        ),
        (
            "zuma-1-cohort-6",
            .init(
                passage: "milligrams: 10, days: [0", replacement: "milligrams: 0, days: [0",
                field: "prophylacticCorticosteroid.milligrams", found: "'0'", expected: "more than 0", remedy: "mg")
        ),
        (
            "anakinra-prophylaxis",
            .init(
                passage: "milligrams: 100", replacement: "milligrams: 561", field: "anakinra.milligrams",
                found: "'561'", expected: "at most 560.0 mg of anakinra", remedy: "Lower it")
        ),
        (
            "anakinra-prophylaxis",
            .init(
                passage: "milligrams: 100, intervalHours: 12", replacement: "milligrams: 200, intervalHours: 6",
                field: "anakinra.intervalHours", found: "800.0 mg a day", expected: "560.0 mg",
                remedy: "less often")
        ),
        (
            "ebmt-eha-2022",
            .init(
                passage: "milligramsPerKilogram: 11", replacement: "milligramsPerKilogram: 12",
                field: "siltuximab.milligramsPerKilogram", found: "'12'", expected: "at most 11.0 mg/kg of siltuximab",
                remedy: "Evidence/drugs.yaml")
        ),
        (
            "asco-2021",
            .init(
                passage: "filgrastimBelow: 0.5",
                replacement:
                    "tocilizumabDose: {milligramsPerKilogram: 8, milligramsPerKilogramBelow30: 12, largest: 801}\n"
                    + "filgrastimBelow: 0.5", field: "tocilizumabDose.largest", found: "'801'",
                expected: "at most 800.0 mg of tocilizumab",
                remedy: "Lower it")
        ),
        // Times, grades, design
        (
            "zuma-1-cohort-6",
            .init(
                passage: "days: [0, 1, 2]", replacement: "days: [0, 1, 1]", field: "prophylacticCorticosteroid.days[2]",
                found: "'1'", expected: "each a day or more after the last", remedy: "Sort")
        ),
        (
            "asco-2021",
            .init(
                passage: "{factor: 0.5,", replacement: "{factor: 1,", field: "corticosteroidTaper.factor",
                found: "'1'", expected: "between 0 and 1", remedy: "0.5")
        ),
        (
            "anakinra-prophylaxis",
            .init(
                passage: "prophylacticFromDay: 2", replacement: "fromICANS: 5", field: "anakinra.fromICANS",
                found: "'5'", expected: "1 to 4", remedy: "null")
        ),
        (
            "anakinra-prophylaxis",
            .init(
                passage: "route: subcutaneous", replacement: "route: oral", field: "anakinra.route", found: "'oral'",
                expected: "subcutaneous or intravenous", remedy: "protein")
        ),
        (
            "asco-2021",
            .init(
                passage: "filgrastimBelow: 0.5", replacement: "design: {doseFactor: 0}\nfilgrastimBelow: 0.5",
                field: "design.doseFactor", found: "'0'", expected: "a factor above 0",
                remedy: "0.5")
        ),
        (
            "asco-2021",
            .init(
                passage: "filgrastimBelow: 0.5",
                replacement: "design:\n  lymphodepletion: [{drug: bendamustine, milligramsPerSquareMetre: 90, day: -4, "
                    + "minutes: 60}]\nfilgrastimBelow: 0.5", field: "design.lymphodepletion[0].drug",
                found: "'bendamustine'",
                expected: "fludarabine or cyclophosphamide", remedy: "deplete nothing", below: 1)
        ),
        (
            "asco-2021",
            .init(
                passage: "filgrastimBelow: 0.5",
                replacement: "discharge: {feverFreeHours: -1, icansFreeHours: 0}\nfilgrastimBelow: 0.5",
                field: "discharge.feverFreeHours",
                found: "'-1'", expected: "0 or more", remedy: "hours")
        ),
    ]
}
