extension BadInput {
    /// Spoilt Stein 2019.
    static let modelPages: [BadInput] = [
        .init(
            passage: "id: stein-2019", replacement: "id: stein-2018", field: "id", found: "'stein-2018'",
            expected: "the name of the folder", remedy: "Rename"),
        .init(
            passage: "doi: 10.1002/psp4.12388", replacement: "doi: https://doi.org/10.1002/psp4.12388", field: "doi",
            found: "https", expected: "a DOI", remedy: "without https"),
        .init(
            passage: "timeUnit: d", replacement: "timeUnit: day", field: "timeUnit", found: "'day'",
            expected: "UCUM", remedy: "d or h"),
        .init(
            passage: "verification: secondary", replacement: "verification: seen", field: "verification",
            found: "'seen'", expected: "one of read, secondary, unverified", remedy: "Choose"),
        .init(
            passage: "title: ", replacement: "titel: ", field: "titel", found: "key 'titel'", expected: "'title'",
            remedy: "Did you mean title?"),
        .init(
            passage: "  beta: {unit: \"1/d\"", replacement: "  betta: {unit: \"1/d\"", field: "parameters",
            found: "no entry for beta", expected: "every parameter of the SBML", remedy: "Add each", below: -10_000),
        .init(
            passage: "  beta: {unit: \"1/d\"", replacement: "  betta: {unit: \"1/d\"", field: "parameters.betta",
            found: "does not have", expected: "a parameter of the SBML", remedy: "Did you mean beta?"),
        .init(
            passage: "Tmax: {unit: d, origin: published, ", replacement: "Tmax: {unit: d, ",
            field: "parameters.Tmax.origin", found: "nothing", expected: "the field 'origin'",
            remedy: "docs/models.md"),
        .init(
            passage: "source: \"table 1\", meaning: \"Slow decline\"", replacement: "source: \" \", meaning: \"Slow\"",
            field: "parameters.beta.source", found: "blank", expected: "a source", remedy: "publication"),
        .init(
            passage: "Tmax: {unit: d,", replacement: "Tmax: {unit: days,", field: "parameters.Tmax.unit",
            found: "'days'", expected: "UCUM", remedy: "1/d"),
        .init(
            passage: "meaning: \"Slow decline\", omega2: 0.86", replacement: "meaning: \"Slow decline\", omega2: 0",
            field: "parameters.beta.omega2", found: "'0'", expected: "more than 0", remedy: "Leave it out"),
        .init(
            passage: "omega2: 0.86}", replacement: "omega2: 0.86, normal: 0.1}", field: "parameters.beta",
            found: "several", expected: "one spread", remedy: "Keep one"),
        .init(
            passage: "quantity: {of: C, doublingTime", replacement: "quantity: {of: Cc, doublingTime",
            field: "checks[0].quantity.of", found: "'Cc'", expected: "a state or observable",
            remedy: "Did you mean C?"),
        .init(
            passage: "{of: C, doublingTime: [1, 8]}", replacement: "{of: C, doublingTime: [8, 1]}",
            field: "checks[0].quantity.doublingTime", found: "8.0, 1.0", expected: "rising order",
            remedy: "[from, to]"),
        .init(
            passage: "{of: C, doublingTime: [1, 8]}", replacement: "{of: C}", field: "checks[0].quantity",
            found: "none", expected: "one form", remedy: "Say what"),
        .init(
            passage: "{of: C, doublingTime: [1, 8]}", replacement: "{of: C, doublingTime: [1, 8], at: 2}",
            field: "checks[0].quantity", found: "at and doublingTime", expected: "one form", remedy: "Say what"),
        .init(
            passage: "tolerance: 0.01\n", replacement: "tolerance: 0\n", field: "checks[0].tolerance", found: "'0'",
            expected: "more than 0", remedy: "near enough"),
        .init(
            passage: "tolerance: 0.01\n", replacement: "tolerance: 0.01\n    absolute: 2\n", field: "checks[0]",
            found: "both", expected: "either", remedy: "Keep", below: -10_000),
        .init(
            passage: "    tolerance: 0.01\n", replacement: "", field: "checks[0]", found: "neither",
            expected: "either", remedy: "Keep", below: -10_000),
        .init(
            passage: "expect: 0.78\n", replacement: "expect: 0\n", field: "checks[0].tolerance", found: "'0.01'",
            expected: "`absolute`", remedy: "absolute:", below: 1),
        .init(
            passage: "verdict: reproduced", replacement: "verdict: mismatch", field: "checks[0].note",
            found: "nothing", expected: "a note", remedy: "what comes out", below: -10_000),
        .init(
            passage: "verdict: reproduced", replacement: "verdict: fine", field: "checks[0].verdict",
            found: "'fine'", expected: "one of reproduced, mismatch", remedy: "Choose"),
        .init(
            passage: "id: initial-half-life", replacement: "id: doubling-time", field: "checks[1].id",
            found: "'doubling-time'", expected: "each name once", remedy: "another name"),
        .init(
            passage: "set: {t_toci: 5.7}", replacement: "set: {t_tocy: 5.7}", field: "checks[14].set.t_tocy",
            found: "'t_tocy'", expected: "a parameter or state", remedy: "Did you mean t_toci?"),
        .init(
            passage: "{sampled: 2000, seed: 1, statistic: geometricCV}",
            replacement: "{sampled: 2000, statistic: geometricCV}", field: "checks[15].over.seed", found: "none",
            expected: "a seed", remedy: "the same members"),
        .init(
            passage: "{sampled: 2000, seed: 1, statistic: geometricCV}",
            replacement: "{sampled: 1, seed: 1, statistic: geometricCV}", field: "checks[15].over.sampled",
            found: "'1'", expected: "2 to 100000", remedy: "how many"),
        .init(
            passage: "{sampled: 2000, seed: 1, statistic: geometricCV}",
            replacement: "{sampled: 2000, seed: 1, statistic: quantile}", field: "checks[15].over",
            found: "'quantile' alone", expected: "`probability`", remedy: "Say what"),
        .init(
            passage: "{sampled: 2000, seed: 1, statistic: geometricCV}",
            replacement: "{table: patients.csv, statistic: median}", field: "checks[15].over.table",
            found: "patients.csv", expected: "a table", remedy: "Choose"),
        .init(
            passage: "{sampled: 2000, seed: 1, statistic: geometricCV}", replacement: "{statistic: median}",
            field: "checks[15].over", found: "neither", expected: "either `table` or `sampled`", remedy: "Name"),
    ]
}
