import Dynamics
import Therapy

extension Inspection {
    /// One check of a page.
    mutating func check(
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
