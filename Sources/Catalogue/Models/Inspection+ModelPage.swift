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

    /// Two numbers in rising order.
    mutating func requireInterval(_ ends: [Double], _ path: FieldPath, from start: Double) {
        require(
            ends.count == 2 && ends[0] >= start && ends[0] < ends[1], path,
            "two numbers in rising order" + (start == 0 ? ", not before 0" : ""),
            found: ends.map { "\($0)" }.joined(separator: ", "), "Write [from, to].")
    }
}
