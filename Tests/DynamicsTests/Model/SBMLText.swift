@testable import Dynamics

/// An SBML file, written element by element; formulas are given in infix notation and stand in it as MathML.
struct SBMLText {
    var attributes = ""
    var functions = ""
    var units = ""
    var compartments = ""
    var species = ""
    var parameters = ""
    var initial = ""
    var rules = ""
    var constraints = ""
    var reactions = ""
    var events = ""

    /// The whole file.
    var text: String {
        let lists = [
            ("FunctionDefinitions", functions), ("UnitDefinitions", units), ("Compartments", compartments),
            ("Species", species), ("Parameters", parameters), ("InitialAssignments", initial), ("Rules", rules),
            ("Constraints", constraints), ("Reactions", reactions), ("Events", events),
        ]
        let body = lists.filter { !$0.1.isEmpty }.map { "<listOf\($0.0)>\n\($0.1)</listOf\($0.0)>" }
        return SBML.document(body.joined(separator: "\n"))
            .replacing("<model id=\"test\">", with: "<model id=\"test\"\(attributes)>")
    }

    mutating func function(_ id: String, _ arguments: [String], _ body: String) throws {
        let bound = arguments.map { "<bvar><ci>\($0)</ci></bvar>" }.joined()
        let math = SBML.math("<lambda>\(bound)\(try Formula(infix: body).mathML)</lambda>")
        functions += "<functionDefinition id=\"\(id)\">\(math)</functionDefinition>\n"
    }

    mutating func compartment(
        _ id: String, _ size: Double?, constant: Bool = true, dimensions: Int = 3
    ) {
        let value = size.map { " size=\"\($0)\"" } ?? ""
        compartments +=
            "<compartment id=\"\(id)\"\(value) spatialDimensions=\"\(dimensions)\" constant=\"\(constant)\"/>\n"
    }

    mutating func species(
        _ id: String, in compartment: String, amount: Double? = nil, concentration: Double? = nil,
        onlySubstance: Bool = false, boundary: Bool = false, constant: Bool = false, factor: String? = nil
    ) {
        var values = amount.map { " initialAmount=\"\($0)\"" } ?? ""
        values += concentration.map { " initialConcentration=\"\($0)\"" } ?? ""
        values += factor.map { " conversionFactor=\"\($0)\"" } ?? ""
        species += """
            <species id="\(id)" compartment="\(compartment)"\(values) hasOnlySubstanceUnits="\(onlySubstance)" \
            boundaryCondition="\(boundary)" constant="\(constant)"/>

            """
    }

    mutating func parameter(_ id: String, _ value: Double? = nil, constant: Bool = true) {
        let value = value.map { " value=\"\($0.isNaN ? "NaN" : $0.isInfinite ? "INF" : "\($0)")\"" } ?? ""
        parameters += "<parameter id=\"\(id)\"\(value) constant=\"\(constant)\"/>\n"
    }

    mutating func start(_ id: String, _ formula: String) throws {
        initial += "<initialAssignment symbol=\"\(id)\">\(try Self.math(formula))</initialAssignment>\n"
    }

    mutating func assign(_ id: String, _ formula: String) throws {
        rules += "<assignmentRule variable=\"\(id)\">\(try Self.math(formula))</assignmentRule>\n"
    }

    mutating func rate(_ id: String, _ formula: String) throws {
        rules += "<rateRule variable=\"\(id)\">\(try Self.math(formula))</rateRule>\n"
    }

    /// The formula is always zero.
    mutating func algebraic(_ formula: String) throws {
        rules += "<algebraicRule>\(try Self.math(formula))</algebraicRule>\n"
    }

    /// A species with its stoichiometry, and the identifier of that if it has one.
    struct Side {
        var species: String
        var stoichiometry: Double? = 1
        var id: String?
        var constant = true
    }

    mutating func reaction(
        _ id: String, _ reactants: [Side], _ products: [Side], rate: String?, locals: [(String, Double)] = []
    ) throws {
        func list(_ name: String, _ sides: [Side]) -> String {
            let references = sides.map { side in
                let id = side.id.map { " id=\"\($0)\"" } ?? ""
                let value = side.stoichiometry.map { " stoichiometry=\"\($0)\"" } ?? ""
                return "<speciesReference\(id) species=\"\(side.species)\"\(value) constant=\"\(side.constant)\"/>"
            }
            return sides.isEmpty ? "" : "<listOf\(name)>\(references.joined())</listOf\(name)>"
        }
        var law = ""
        if let rate {
            let parameters = locals.map { "<localParameter id=\"\($0.0)\" value=\"\($0.1)\"/>" }.joined()
            let own = locals.isEmpty ? "" : "<listOfLocalParameters>\(parameters)</listOfLocalParameters>"
            law = "<kineticLaw>\(try Self.math(rate))\(own)</kineticLaw>"
        }
        reactions += """
            <reaction id="\(id)" reversible="false">\(list("Reactants", reactants))\(list("Products", products))\(law)\
            </reaction>

            """
    }

    mutating func event(
        _ id: String, when trigger: String?, set: [(String, String)], delay: String? = nil,
        useTriggerTime: Bool = true, initially: Bool = true
    ) throws {
        let math = try trigger.map(Self.math) ?? ""
        var parts = "<trigger initialValue=\"\(initially)\" persistent=\"true\">\(math)</trigger>"
        if let delay { parts += "<delay>\(try Self.math(delay))</delay>" }
        var assignments = ""
        for (variable, formula) in set {
            assignments += "<eventAssignment variable=\"\(variable)\">\(try Self.math(formula))</eventAssignment>"
        }
        parts += "<listOfEventAssignments>\(assignments)</listOfEventAssignments>"
        events += "<event id=\"\(id)\" useValuesFromTriggerTime=\"\(useTriggerTime)\">\(parts)</event>\n"
    }

    static func math(_ infix: String) throws -> String { SBML.math(try Formula(infix: infix).mathML) }
}
