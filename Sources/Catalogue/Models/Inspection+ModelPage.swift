import Dynamics
import Therapy

extension Inspection {
    /// What a page says about itself and its model.
    ///
    /// - Parameters:
    ///   - program: the model that the page is of.
    ///   - tables: labels of the members of each table beside the model.
    mutating func check(_ page: ModelPage, program: Program, tables: [String: [String]]) {
        let texts = [
            ("title", page.title), ("citation", page.citation), ("product", page.product), ("data", page.data),
        ]
        for (name, text) in texts { requireText(text, FieldPath([.key(name)])) }
        require(
            page.doi.map { $0.hasPrefix("10.") && $0.contains("/") } ?? true, "doi", "a DOI (10.1002/psp4.12388)",
            "Write it without https://doi.org/, or leave the field out.")
        require(UCUM.isUnit(page.timeUnit), "timeUnit", "a unit as UCUM writes it", "For example d or h.")
        require(
            (page.absoluteTolerance ?? 1) > 0, "absoluteTolerance", "more than 0",
            "Write the size below which no state matters, or leave it out.")
        checkParameters(page.parameters, program)
        require(!page.checks.isEmpty, "checks", "one check at least", found: "none", "Say what must come out.")
        for (index, check) in page.checks.enumerated() {
            let path = FieldPath("checks") + index
            require(
                !page.checks[..<index].contains { $0.id == check.id }, path + "id", "each name once",
                "Give it another name.")
            self.check(check, path, program, tables)
        }
    }

    private mutating func checkParameters(_ parameters: [String: ModelPage.Parameter], _ program: Program) {
        let known = program.parameters.map(\.id)
        let missing = known.filter { parameters[$0] == nil }
        require(
            missing.isEmpty, "parameters", "every parameter of the SBML, with its origin",
            found: "no entry for \(missing.joined(separator: ", "))", "Add each, assumed if need be.")
        for (name, parameter) in parameters {
            let path = FieldPath([.key("parameters"), .key(name)])
            let near = NearMatches.of(name, among: known)
            require(
                known.contains(name), path, "a parameter of the SBML", found: "'\(name)', which it does not have",
                near.isEmpty ? "Remove it." : "Did you mean \(near.joined(separator: " or "))?")
            check(parameter, path)
        }
    }

    private mutating func check(_ parameter: ModelPage.Parameter, _ path: FieldPath) {
        require(
            UCUM.isUnit(parameter.unit), path + "unit", "a unit as UCUM writes it",
            "For example 1/d, mg/L, 10*9/L or {cells}/uL; \"1\" for a pure number.")
        requireText(parameter.meaning, path + "meaning")
        requireSource(parameter.source, parameter.origin, path + "source")
        let spreads = [
            parameter.omega2 != nil, parameter.normal != nil, parameter.uniform != nil, parameter.exponential != nil,
        ]
        require(
            spreads.count { $0 } <= 1, path, "one spread at most",
            found: "several of omega2, normal, uniform, exponential",
            "Keep one.")
        require((parameter.omega2 ?? 1) > 0, path + "omega2", "more than 0", "Leave it out for no spread.")
        require((parameter.normal ?? 1) > 0, path + "normal", "more than 0", "Write 5 % of the value as 0.05.")
        require((parameter.exponential ?? 1) > 0, path + "exponential", "a mean above 0", "Write the mean.")
        if let ends = parameter.uniform { requireInterval(ends, path + "uniform", from: -.infinity) }
    }

    private mutating func check(
        _ check: ModelPage.Check, _ path: FieldPath, _ program: Program, _ tables: [String: [String]]
    ) {
        requireText(check.id, path + "id")
        requireText(check.says, path + "says")
        let settable = program.parameters.map(\.id) + program.states.map(\.id)
        for name in (check.set ?? [:]).keys.sorted() {
            require(name, isOneOf: settable, path + "set" + name, "a parameter or state of the SBML", found: name)
        }
        self.check(check.quantity, path + "quantity", program)
        if let over = check.over { self.check(over, path + "over", tables) }
        require(
            (check.tolerance == nil) != (check.absolute == nil), path, "either `tolerance` or `absolute`",
            found: check.tolerance == nil ? "neither" : "both", "Keep `tolerance`, a share of the expected figure.")
        require(
            (check.tolerance ?? 1) > 0, path + "tolerance", "more than 0",
            "Say how near is near enough; no two computations agree to the last digit.")
        require((check.absolute ?? 1) > 0, path + "absolute", "more than 0", "Say how near is near enough.")
        require(
            check.tolerance == nil || check.expect != 0, path + "tolerance", "`absolute` where 0 is expected",
            "A share of 0 is 0: write `absolute:` instead.")
        require(
            check.verdict == .reproduced || check.note?.contains { !$0.isWhitespace } == true, path + "note",
            "a note for a mismatch", found: "nothing", "Say what comes out instead, and why if it is known.")
    }

    private mutating func check(_ quantity: ModelPage.Quantity, _ path: FieldPath, _ program: Program) {
        let known = program.states.map(\.id) + program.observables.map(\.id)
        require(quantity.of, isOneOf: known, path + "of", "a state or observable of the SBML")
        let forms = quantity.forms
        require(
            forms.count == 1, path,
            "one form: at, maximum, minimum, timeOfMaximum, timeOfMinimum, halfLife, "
                + "doublingTime, area or crosses", found: forms.isEmpty ? "none" : forms.joined(separator: " and "),
            "Say what is taken of the course.")
        for (name, ends) in quantity.spans { requireInterval(ends, path + name, from: 0) }
        require((quantity.at ?? 0) >= 0, path + "at", "a time of 0 or later", "Runs begin at 0.")
        if let crosses = quantity.crosses {
            requireInterval(
                [crosses.after, crosses.before ?? .infinity], path + "crosses", from: 0)
        }
        if let reference = quantity.relativeTo {
            require(reference.of, isOneOf: known, path + "relativeTo" + "of", "a state or observable of the SBML")
            require(reference.at >= 0, path + "relativeTo" + "at", "a time of 0 or later", "Runs begin at 0.")
        }
    }

    private mutating func check(_ over: ModelPage.Members, _ path: FieldPath, _ tables: [String: [String]]) {
        require(
            (over.table == nil) != (over.sampled == nil), path, "either `table` or `sampled`",
            found: over.table == nil ? "neither" : "both", "Name a table beside the model, or a number of members.")
        if let table = over.table {
            require(table, isOneOf: tables.keys, path + "table", "a table (.csv) beside the model")
            let labels = tables[table] ?? []
            if let row = over.row, tables[table] != nil {
                require(row, isOneOf: labels, path + "row", "a member of the table")
            } else if let beginning = over.rows, tables[table] != nil {
                require(
                    labels.contains { $0.hasPrefix(beginning) }, path + "rows", "the beginning of some members' labels",
                    "The members are \(labels.prefix(5).joined(separator: ", ")) …")
            }
        }
        if over.sampled != nil {
            require(
                (2...100_000).contains(over.sampled ?? 0), path + "sampled", "2 to 100000 members",
                "Write how many are drawn; more than some thousands only make the tests slow.")
            require(over.seed != nil, path + "seed", "a seed", found: "none", "Add one: the same members every time.")
        }
        require(
            over.row != nil || over.summary != nil, path,
            "`statistic`, with `probability` for a quantile and `between` for a share",
            found: over.statistic.map { "'\($0.rawValue)' alone" } ?? "none",
            "Say what is said about the members together.")
        require((0...1).contains(over.probability ?? 0), path + "probability", "0 to 1", "Write 5 % as 0.05.")
        if let ends = over.between { requireInterval(ends, path + "between", from: -.infinity) }
    }

    private mutating func requireInterval(_ ends: [Double], _ path: FieldPath, from start: Double) {
        require(
            ends.count == 2 && ends[0] >= start && ends[0] < ends[1], path,
            "two numbers in rising order" + (start == 0 ? ", not before 0" : ""),
            found: ends.map { "\($0)" }.joined(separator: ", "), "Write [from, to].")
    }

    private mutating func require(
        _ name: String, isOneOf known: some Collection<String>, _ path: FieldPath, _ what: String, found: String
    ) {
        let near = NearMatches.of(name, among: known)
        require(
            known.contains(name), path, what, found: "'\(found)'",
            near.isEmpty
                ? "It has \(known.joined(separator: ", "))." : "Did you mean \(near.joined(separator: " or "))?")
    }
}
