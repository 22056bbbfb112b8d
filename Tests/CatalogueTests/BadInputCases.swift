import Testing

/// One way to spoil a file and what the reader must say about it.
struct BadInput: Sendable, CustomTestStringConvertible {
    let passage: String
    let replacement: String
    let field: String
    let found: String
    let expected: String
    let remedy: String
    /// Lines from the passage to the fault.
    var below = 0

    var testDescription: String { "\(field): \(replacement.prefix(40))" }
}

extension BadInput {
    /// Spoilt ZUMA-1.
    static let studies: [BadInput] = [
        // Syntax and shape
        .init(
            passage: "title: \"ZUMA-1:", replacement: "title: \"ZUMA-1: \"x", field: "", found: "syntax error",
            expected: "valid YAML", remedy: "quotes"),
        .init(
            passage: "followUpDays: 730", replacement: "followUpDays: 730\nfollowUpDays: 731", field: "",
            found: "followUpDays", expected: "each key once", remedy: "Keep one", below: -10_000),
        .init(
            passage: "dose:\n", replacement: "dose: 2\nunused:\n", field: "dose", found: "'2'",
            expected: "a mapping", remedy: "name: value"),
        .init(
            passage: "ecogShares: [0.42, 0.58, 0.0]", replacement: "ecogShares: 0.42", field: "population.ecogShares",
            found: "'0.42'", expected: "a list", remedy: "[ ]"),
        // Keys
        .init(
            passage: "title: \"ZUMA-1", replacement: "tittle: \"ZUMA-1", field: "tittle", found: "key 'tittle'",
            expected: "'title'", remedy: "Did you mean title?"),
        .init(
            passage: "  cap: 200", replacement: "  cap: 200\n  flatAboveKilogram: 50", field: "dose.flatAboveKilogram",
            found: "unknown key", expected: "flatAboveKilograms", remedy: "Did you mean flatAboveKilograms?",
            below: 1),
        .init(
            passage: "  cap: 200", replacement: "  cap: 200\n  colour: red", field: "dose.colour",
            found: "unknown key", expected: "one of", remedy: "Remove it", below: 1),
        .init(
            passage: "  minimum: 1.0\n", replacement: "", field: "dose.minimum", found: "nothing",
            expected: "the field 'minimum'", remedy: "Add `minimum:`", below: -1),
        // Scalars
        .init(
            passage: "{median: 58,", replacement: "{median: old,", field: "population.age.median", found: "'old'",
            expected: "a number", remedy: "without unit"),
        .init(
            passage: "{median: 58,", replacement: "{median: nan,", field: "population.age.median", found: "'nan'",
            expected: "a number", remedy: "finite"),
        .init(
            passage: "{median: 58,", replacement: "{median: \"58\",", field: "population.age.median", found: "'58'",
            expected: "a number", remedy: "quotes"),
        .init(
            passage: "shape: normal, unit: a", replacement: "shape: norml, unit: a", field: "population.age.shape",
            found: "'norml'", expected: "one of normal, lognormal", remedy: "Did you mean normal?"),
        .init(
            passage: "inpatient: true", replacement: "inpatient: often", field: "logistics.inpatient",
            found: "'often'", expected: "true or false", remedy: "without quotes"),
        .init(
            passage: "n: 101, analysisSet", replacement: "n: 101.5, analysisSet", field: "published[0].n",
            found: "'101.5'", expected: "a whole number", remedy: "whole number"),
        .init(
            passage: "product: axicabtagene-ciloleucel", replacement: "product:", field: "product",
            found: "nothing", expected: "text", remedy: "Write the text"),
        // Meaning
        .init(
            passage: "product: axicabtagene-ciloleucel", replacement: "product: axicabtagene-ciloleucell",
            field: "product", found: "ciloleucell", expected: "a product of the catalogue",
            remedy: "Did you mean axicabtagene-ciloleucel?"),
        .init(
            passage: "id: zuma-1", replacement: "id: zuma-2", field: "id", found: "'zuma-2'",
            expected: "the name of the file", remedy: "Rename"),
        .init(
            passage: "date: \"2026-11-21\"", replacement: "date: \"2026-02-29\"", field: "date",
            found: "2026-02-29", expected: "ISO 8601", remedy: "year-month-day"),
        .init(
            passage: "date: \"2026-11-21\"", replacement: "date: 21.11.2026", field: "date",
            found: "21.11.2026", expected: "ISO 8601", remedy: "year-month-day"),
        .init(
            passage: "maximum: 150, shape: lognormal, unit: kg",
            replacement: "maximum: 150, shape: lognormal, unit: lb",
            field: "population.weight.unit", found: "'lb'", expected: "the unit kg", remedy: "Convert"),
        .init(
            passage: "{median: 80, cv: 0.20", replacement: "{median: 80, cv: -0.20", field: "population.weight.cv",
            found: "'-0.20'", expected: "0 or more", remedy: "coefficient of variation"),
        .init(
            passage: "minimum: 23, maximum: 76", replacement: "minimum: 59, maximum: 76",
            field: "population.age.minimum", found: "'59'", expected: "no more than the median", remedy: "Lower it"),
        .init(
            passage: "minimum: 23, maximum: 76", replacement: "minimum: 23, maximum: 57",
            field: "population.age.maximum", found: "'57'", expected: "no less than the median", remedy: "Raise it"),
        .init(
            passage: "ecogShares: [0.42, 0.58, 0.0]", replacement: "ecogShares: [0.42, 0.60, 0.0]",
            field: "population.ecogShares", found: "0.6", expected: "add up to 1", remedy: "Correct"),
        .init(
            passage: "{value: 0.33, unit: \"1\"", replacement: "{value: 33, unit: \"1\"",
            field: "population.female.value", found: "'33'", expected: "0.0 to 1.0", remedy: "Correct"),
        .init(
            passage: "day: -5, minutes: 60", replacement: "day: 5, minutes: 60", field: "lymphodepletion[0].day",
            found: "'5'", expected: "before the infusion", remedy: "-5"),
        .init(
            passage: "{drug: fludarabine, milligramsPerSquareMetre: 30, day: -5",
            replacement: "{drug: tocilizumab, milligramsPerSquareMetre: 30, day: -5", field: "lymphodepletion[1].drug",
            found: "'tocilizumab'", expected: "a drug for lymphodepletion", remedy: "Choose"),
        .init(
            passage: "  cap: 200", replacement: "  cap: 200\n  flatAboveKilograms: 100",
            field: "dose.flatAboveKilograms",
            found: "'100'", expected: "`target` beside it", remedy: "flat", below: 1),
        .init(
            passage: "tocilizumabFromCRS: 2", replacement: "tocilizumabFromCRS: 5",
            field: "management.tocilizumabFromCRS", found: "'5'", expected: "1 to 4", remedy: "null"),
        .init(
            passage: "days: [28, 90, 180,", replacement: "days: [28, 180, 90,", field: "response.days[2]",
            found: "'90'", expected: "a later day", remedy: "Sort"),
        .init(
            passage: "635, 730]", replacement: "635, 760]", field: "response.days[8]", found: "'760'",
            expected: "within follow-up", remedy: "Lengthen"),
        .init(
            passage: "endpoint: crs_any", replacement: "endpoint: crs_all", field: "published[9].endpoint",
            found: "'crs_all'", expected: "an endpoint", remedy: "Did you mean crs_any?"),
        .init(
            passage: "endpoint: crs_any", replacement: "endpoint: complete_response_rate",
            field: "published[9].endpoint", found: "complete_response_rate", expected: "each endpoint once",
            remedy: "note"),
        .init(
            passage: "value: 0.83,", replacement: "value: 83,", field: "published[0].value", found: "'83'",
            expected: "a fraction from 0 to 1", remedy: "0.83"),
        .init(
            passage: "low: 0.34, high: 0.53", replacement: "low: 0.53, high: 0.54", field: "published[3].low",
            found: "'0.53'", expected: "no more than `value`", remedy: "Swap"),
        .init(
            passage: "n: 101, analysisSet", replacement: "n: 0, analysisSet", field: "published[0].n", found: "'0'",
            expected: "more than 0", remedy: "patients"),
        .init(
            passage: "n: 101, analysisSet: infused", replacement: "n: 101, analysisSet: infuzed",
            field: "published[0].analysisSet", found: "'infuzed'", expected: "who counts",
            remedy: "Did you mean infused?"),
        .init(
            passage: "n: 101, analysisSet: infused", replacement: "n: 101, analysisSet: \"all of them\"",
            field: "published[0].analysisSet", found: "'all of them'", expected: "randomised and treated",
            remedy: "begins with `infused`"),
    ]

    /// Spoilt axicabtagene ciloleucel.
    static let products: [BadInput] = [
        .init(
            passage: "antigen: CD19", replacement: "antigen: CD91", field: "definition.antigen", found: "'CD91'",
            expected: "one of CD19, BCMA", remedy: "Did you mean CD19?"),
        .init(
            passage: "lymphodepletionWindowDays: [2, 4]", replacement: "lymphodepletionWindowDays: [4, 2]",
            field: "definition.lymphodepletionWindowDays", found: "4", expected: "earliest and latest", remedy: "Write"),
        .init(
            passage: "{value: 0.55, unit: \"1\", cv: 0.26, bounded: true",
            replacement: "{value: 0.55, unit: \"1\", cv: 0.26",
            field: "process.collectionEfficiency", found: "not bounded", expected: "bounded: true", remedy: "Add"),
        .init(
            passage: "{value: 1, unit: \"1\", bounded: true",
            replacement: "{value: 1, unit: \"1\", cv: 0.2, bounded: true",
            field: "process.thawRecovery.cv", found: "'0.2'", expected: "no spread", remedy: "infinite"),
        .init(
            passage: "{value: 7, unit: d, cv: 0.1", replacement: "{value: 7, unit: h, cv: 0.1",
            field: "process.cultureDays.unit", found: "'h'", expected: "the unit d", remedy: "Convert"),
        .init(
            passage: "maximumAttempts: 2", replacement: "maximumAttempts: 0", field: "process.maximumAttempts",
            found: "'0'", expected: "1 or more", remedy: "first attempt"),
        .init(
            passage: "resource: visit", replacement: "resource: wardDay", field: "prices", found: "visit",
            expected: "every resource", remedy: "Add each", below: -10_000),
        .init(
            passage: "{test: viability, atLeast: 0.70,", replacement: "{test: viability,",
            field: "process.releaseLimits[0]", found: "no limit", expected: "`atLeast`", remedy: "Add the limit"),
        .init(
            passage: "source: \"assumed: generic drugs and three visits\"", replacement: "source: \"\"",
            field: "prices[3].source", found: "blank", expected: "a source", remedy: "grounds"),
    ]
}
