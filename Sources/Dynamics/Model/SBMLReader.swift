import CSBML

/// Reads SBML through libSBML: the document is checked, brought to Level 3 Version 2, and taken over element by
/// element. Whatever this engine does not know is refused with its line and name.
struct SBMLReader {
    private let file: String?
    private var mathematics = SBMLMathematics()
    private var model = Model()

    static func read(_ text: String, file: String?) throws(SBMLError) -> Model {
        guard let document = readSBMLFromString(text) else {
            throw SBMLError(
                file: file, line: nil, element: "document", problem: "the text could not be read",
                remedy: "Give a complete SBML file.")
        }
        defer { SBMLDocument_free(document) }
        var reader = SBMLReader(file: file)
        try reader.check(document)
        if SBMLDocument_getLevel(document) < 3 || SBMLDocument_getVersion(document) < 2 {
            _ = SBMLDocument_setLevelAndVersion(document, 3, 2)
        }
        guard let model = SBMLDocument_getModel(document) else {
            throw reader.error(nil, "sbml", "there is no <model>", "Give a file with a model.")
        }
        try reader.take(model)
        return reader.model
    }

    private init(file: String?) { self.file = file }

    private func error(_ object: OpaquePointer?, _ element: String, _ problem: String, _ remedy: String) -> SBMLError {
        let line = object.map { Int(SBase_getLine($0)) } ?? 0
        return SBMLError(file: file, line: line > 0 ? line : nil, element: element, problem: problem, remedy: remedy)
    }

    /// The library's own complaints, by severity rather than by count: some files carry harmless remarks.
    private func check(_ document: OpaquePointer) throws(SBMLError) {
        for index in 0..<SBMLDocument_getNumErrors(document) {
            guard let complaint = SBMLDocument_getError(document, index) else { continue }
            let pointer = complaint
            guard XMLError_isError(pointer) != 0 || XMLError_isFatal(pointer) != 0 else { continue }
            let message = XMLError_getMessage(pointer).map { String(cString: $0) } ?? "the file is not valid SBML"
            let line = Int(XMLError_getLine(pointer))
            throw SBMLError(
                file: file, line: line > 0 ? line : nil, element: "sbml",
                problem: message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    .trimmingSuffix("."),
                remedy: "Correct the file at this line; an SBML validator tells more.")
        }
        for package in Self.meaningfulPackages where SBase_getPlugin(document, package) != nil {
            throw error(
                nil, "sbml", "the package '\(package)' is not supported",
                "Flatten or remove it with the tool that wrote the file.")
        }
    }

    /// Packages that change what a model does. (Layout, rendering and groups do not.)
    private static let meaningfulPackages = [
        "comp", "fbc", "qual", "multi", "arrays", "distrib", "spatial", "dyn", "req",
    ]

    private mutating func take(_ m: OpaquePointer) throws(SBMLError) {
        model.id = text(SBase_getIdAttribute(m))
        model.name = text(SBase_getName(m))
        if model.name.isEmpty { model.name = model.id }
        model.timeUnit = text(Model_getTimeUnits(m))
        try refuseUnknown(m)
        try takeFunctions(m)
        takeQuantities(m)
        try takeSpecies(m)
        for index in 0..<Model_getNumInitialAssignments(m) {
            guard let item = Model_getInitialAssignment(m, index) else { continue }
            let variable = text(InitialAssignment_getSymbol(item))
            model.initialAssignments.append(
                Model.Assignment(
                    variable: variable,
                    formula: try formula(InitialAssignment_getMath(item), of: item, "initialAssignment '\(variable)'")))
        }
        try takeRules(m)
        try takeReactions(m)
        try takeEvents(m)
    }

    private func refuseUnknown(_ m: OpaquePointer) throws(SBMLError) {
        if Model_getNumConstraints(m) > 0, let item = Model_getConstraint(m, 0) {
            throw error(item, "constraint", "constraints are not supported yet", "Remove it to run the model.")
        }
        if Model_isSetConversionFactor(m) != 0 {
            throw error(m, "model", "conversion factors are not supported yet", "Write the factor into the rates.")
        }
    }

    // MARK: Functions, compartments, parameters, species

    private mutating func takeFunctions(_ m: OpaquePointer) throws(SBMLError) {
        // A function may call those defined before it.
        for index in 0..<Model_getNumFunctionDefinitions(m) {
            guard let item = Model_getFunctionDefinition(m, index) else { continue }
            let id = text(SBase_getIdAttribute(item))
            let element = "functionDefinition '\(id)'"
            guard let body = FunctionDefinition_getBody(item) else {
                throw error(item, element, "it has no body", "Give it a <lambda> with an expression.")
            }
            let arguments = (0..<FunctionDefinition_getNumArguments(item)).compactMap {
                FunctionDefinition_getArgument(item, $0).map(SBMLMathematics.name(of:))
            }
            mathematics.functions[id] = (arguments, try formula(body, of: item, element))
        }
    }

    private mutating func takeQuantities(_ m: OpaquePointer) {
        for index in 0..<Model_getNumCompartments(m) {
            guard let item = Model_getCompartment(m, index) else { continue }
            model.compartments.append(
                Model.Compartment(
                    id: text(SBase_getIdAttribute(item)), name: name(item), unit: text(Compartment_getUnits(item)),
                    size: Compartment_isSetSize(item) != 0 ? Compartment_getSize(item) : nil,
                    constant: Compartment_getConstant(item) != 0))
        }
        for index in 0..<Model_getNumParameters(m) {
            guard let item = Model_getParameter(m, index) else { continue }
            model.parameters.append(
                Model.Parameter(
                    id: text(SBase_getIdAttribute(item)), name: name(item), unit: text(Parameter_getUnits(item)),
                    value: Parameter_isSetValue(item) != 0 ? Parameter_getValue(item) : nil,
                    constant: Parameter_getConstant(item) != 0))
        }
    }

    private mutating func takeSpecies(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumSpecies(m) {
            guard let item = Model_getSpecies(m, index) else { continue }
            let id = text(SBase_getIdAttribute(item))
            if Species_isSetConversionFactor(item) != 0 {
                throw error(
                    item, "species '\(id)'", "conversion factors are not supported yet",
                    "Write the factor into the rates.")
            }
            model.species.append(
                Model.Species(
                    id: id, name: name(item), unit: text(Species_getSubstanceUnits(item)),
                    compartment: text(Species_getCompartment(item)),
                    initialAmount: Species_isSetInitialAmount(item) != 0 ? Species_getInitialAmount(item) : nil,
                    initialConcentration: Species_isSetInitialConcentration(item) != 0
                        ? Species_getInitialConcentration(item) : nil,
                    onlySubstance: Species_getHasOnlySubstanceUnits(item) != 0,
                    boundary: Species_getBoundaryCondition(item) != 0, constant: Species_getConstant(item) != 0))
        }
    }

    // MARK: Rules, reactions, events

    private mutating func takeRules(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumRules(m) {
            guard let item = Model_getRule(m, index) else { continue }
            let variable = text(Rule_getVariable(item))
            if Rule_isAlgebraic(item) != 0 {
                throw error(
                    item, "algebraicRule", "algebraic rules are not supported yet",
                    "Solve the equation for one variable and give an assignment rule.")
            }
            let isRate = Rule_isRate(item) != 0
            let element = (isRate ? "rateRule" : "assignmentRule") + " '\(variable)'"
            let assignment = Model.Assignment(
                variable: variable, formula: try formula(Rule_getMath(item), of: item, element))
            if isRate { model.rateRules.append(assignment) } else { model.assignmentRules.append(assignment) }
        }
    }

    private mutating func takeReactions(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumReactions(m) {
            guard let item = Model_getReaction(m, index) else { continue }
            let id = text(SBase_getIdAttribute(item))
            let element = "reaction '\(id)'"
            if Reaction_isSetFast(item) != 0, Reaction_getFast(item) != 0 {
                throw error(item, element, "fast reactions are not supported", "Give it a rate law.")
            }
            guard let law = Reaction_getKineticLaw(item) else {
                throw error(item, element, "it has no kinetic law", "Give it a rate.")
            }
            let locals = (0..<KineticLaw_getNumLocalParameters(law)).compactMap { position -> (String, Formula)? in
                guard let local = KineticLaw_getLocalParameter(law, position) else { return nil }
                return (text(SBase_getIdAttribute(local)), .number(Parameter_getValue(local)))
            }
            let rate = try formula(KineticLaw_getMath(law), of: law, element)
                .replacing(Dictionary(locals, uniquingKeysWith: { first, _ in first }))
            var net: [(species: String, stoichiometry: Double)] = []
            func add(_ reference: OpaquePointer?, sign: Double) throws(SBMLError) {
                guard let reference else { return }
                let species = text(SpeciesReference_getSpecies(reference))
                let own = text(SBase_getIdAttribute(reference))
                let assigned = Model_getInitialAssignmentBySym(m, own) != nil || Model_getRuleByVar(m, own) != nil
                guard SpeciesReference_getConstant(reference) != 0, own.isEmpty || !assigned else {
                    throw error(
                        reference, element, "the stoichiometry of '\(species)' is not a constant number",
                        "Variable stoichiometry is not supported yet; write it into the rate.")
                }
                let value = sign * SpeciesReference_getStoichiometry(reference)
                if let known = net.firstIndex(where: { $0.species == species }) {
                    net[known].stoichiometry += value
                } else {
                    net.append((species, value))
                }
            }
            for position in 0..<Reaction_getNumReactants(item) {
                try add(Reaction_getReactant(item, position), sign: -1)
            }
            for position in 0..<Reaction_getNumProducts(item) { try add(Reaction_getProduct(item, position), sign: 1) }
            model.reactions.append(
                Model.Reaction(
                    id: id,
                    participants: net.map { Model.Participant(species: $0.species, stoichiometry: $0.stoichiometry) },
                    rate: rate))
        }
    }

    private mutating func takeEvents(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumEvents(m) {
            guard let item = Model_getEvent(m, index) else { continue }
            let own = text(SBase_getIdAttribute(item))
            let id = own.isEmpty ? "event \(index + 1)" : own
            let element = "event '\(id)'"
            if Event_isSetDelay(item) != 0 {
                throw error(item, element, "delays of events are not supported yet", "Remove the delay.")
            }
            if Event_isSetPriority(item) != 0 {
                throw error(item, element, "priorities of events are not supported yet", "Remove the priority.")
            }
            guard let trigger = Event_getTrigger(item) else {
                throw error(item, element, "it has no trigger", "Give it one.")
            }
            var assignments: [Model.Assignment] = []
            for position in 0..<Event_getNumEventAssignments(item) {
                guard let assignment = Event_getEventAssignment(item, position) else { continue }
                assignments.append(
                    Model.Assignment(
                        variable: text(EventAssignment_getVariable(assignment)),
                        formula: try formula(EventAssignment_getMath(assignment), of: assignment, element)))
            }
            model.events.append(
                Model.Event(
                    id: id, trigger: try formula(Trigger_getMath(trigger), of: trigger, element),
                    initiallyTrue: Trigger_getInitialValue(trigger) != 0, assignments: assignments))
        }
    }

    // MARK: Pieces

    private func formula(_ node: OpaquePointer?, of object: OpaquePointer, _ element: String) throws(SBMLError)
        -> Formula
    {
        guard let node else { throw error(object, element, "it has no <math>", "Give it an expression.") }
        do {
            return try mathematics.formula(node)
        } catch {
            throw self.error(
                object, element, "\(error.name) is not supported", "Write the expression without it.")
        }
    }

    private func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

    private func name(_ object: OpaquePointer) -> String {
        let name = text(SBase_getName(object))
        return name.isEmpty ? text(SBase_getIdAttribute(object)) : name
    }
}

extension Model {
    /// Reads a model from SBML. Older levels are brought to Level 3 Version 2 by libSBML.
    /// - Parameters:
    ///   - sbml: the file's text.
    ///   - file: its name, for errors.
    /// - Throws: `SBMLError` with file, line and element for what is malformed or not supported.
    public init(sbml: String, file: String? = nil) throws(SBMLError) {
        self = try SBMLReader.read(sbml, file: file)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
