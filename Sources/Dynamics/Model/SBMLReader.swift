import CSBML

/// Reads SBML through libSBML: the document is checked, flattened, brought to Level 3 Version 2, and taken over
/// element by element. Whatever this engine does not know is refused with its line and name.
struct SBMLReader {
    let file: String?
    let mathematics = SBMLMathematics()
    var model = Model()

    static func read(_ text: String, file: String?, checkingUnits: Bool) throws(SBMLError) -> Model {
        try SBMLGuard.check(text, file: file)
        guard let document = readSBMLFromString(text) else {
            throw SBMLError(
                file: file, line: nil, element: "document", problem: "the text could not be read",
                remedy: "Give a complete SBML file.")
        }
        defer { SBMLDocument_free(document) }
        var reader = SBMLReader(file: file)
        try reader.check(document)
        try SBMLPackages(file: file).flatten(document)
        try reader.refuseFastReactions(document)
        if SBMLDocument_getLevel(document) == 1 { try reader.refuseBrokenFormulas(document) }
        if SBMLDocument_getLevel(document) < 3 || SBMLDocument_getVersion(document) < 2 {
            guard SBMLDocument_setLevelAndVersionNonStrict(document, 3, 2) != 0 else {
                throw reader.error(
                    nil, "sbml", "it could not be brought to SBML Level 3 Version 2",
                    "Convert it with the tool that wrote it.")
            }
        }
        guard let model = SBMLDocument_getModel(document) else {
            throw reader.error(nil, "sbml", "there is no <model>", "Give a file with a model.")
        }
        try reader.take(model)
        if checkingUnits { reader.model.warnings = UnitCheck.warnings(of: document, reader.model) }
        return reader.model
    }

    private init(file: String?) { self.file = file }

    func error(_ object: OpaquePointer?, _ element: String, _ problem: String, _ remedy: String) -> SBMLError {
        let line = object.map { Int(SBase_getLine($0)) } ?? 0
        return SBMLError(file: file, line: line > 0 ? line : nil, element: element, problem: problem, remedy: remedy)
    }

    /// The library's own complaints, by severity rather than by count: some files carry harmless remarks.
    private func check(_ document: OpaquePointer) throws(SBMLError) {
        for index in 0..<SBMLDocument_getNumErrors(document) {
            guard let complaint = SBMLDocument_getError(document, index) else { continue }
            guard XMLError_isError(complaint) != 0 || XMLError_isFatal(complaint) != 0 else { continue }
            // A declaration without an encoding, or none at all, means UTF-8.
            guard ![MissingXMLDecl.rawValue, MissingXMLEncoding.rawValue].contains(XMLError_getErrorId(complaint))
            else { continue }
            let message = XMLError_getMessage(complaint).map { String(cString: $0) } ?? "the file is not valid SBML"
            let line = Int(XMLError_getLine(complaint))
            if XMLError_getErrorId(complaint) == RequiredPackagePresent.rawValue {
                throw SBMLPackages(file: file).unsupported(SBMLPackages.name(in: message), line: line)
            }
            throw SBMLError(
                file: file, line: line > 0 ? line : nil, element: "sbml",
                problem: message.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                    .trimmingSuffix("."),
                remedy: "Correct the file at this line; an SBML validator tells more.")
        }
    }

    private mutating func take(_ m: OpaquePointer) throws(SBMLError) {
        model.id = text(SBase_getIdAttribute(m))
        model.name = text(SBase_getName(m))
        if model.name.isEmpty { model.name = model.id }
        model.timeUnit = text(Model_getTimeUnits(m))
        let factor = text(Model_getConversionFactor(m))
        model.conversionFactor = factor.isEmpty ? nil : factor
        try takeFunctions(m)
        takeQuantities(m)
        takeSpecies(m)
        try takeInitialAssignments(m)
        try takeRules(m)
        try takeReactions(m)
        try takeEvents(m)
        try takeConstraints(m)
    }

    // MARK: Functions, compartments, parameters, species

    private mutating func takeFunctions(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumFunctionDefinitions(m) {
            guard let item = Model_getFunctionDefinition(m, index) else { continue }
            let id = text(SBase_getIdAttribute(item))
            let element = "functionDefinition '\(id)'"
            // A definition without mathematics is allowed; calling it is not.
            guard let body = FunctionDefinition_getBody(item) else { continue }
            let arguments = (0..<FunctionDefinition_getNumArguments(item)).compactMap {
                FunctionDefinition_getArgument(item, $0).map(SBMLMathematics.name(of:))
            }
            guard Set(arguments).count == arguments.count else {
                throw error(item, element, "two of its arguments have the same name", "Rename one.")
            }
            model.functions[id] = Model.Function(
                arguments: arguments, body: try rawFormula(body, of: item, element))
        }
        try checkFunctions(m)
    }

    private mutating func takeQuantities(_ m: OpaquePointer) {
        for index in 0..<Model_getNumCompartments(m) {
            guard let item = Model_getCompartment(m, index) else { continue }
            model.compartments.append(
                Model.Compartment(
                    id: text(SBase_getIdAttribute(item)), name: name(item), unit: text(Compartment_getUnits(item)),
                    size: Compartment_isSetSize(item) != 0 ? Compartment_getSize(item) : nil,
                    dimensions: Compartment_isSetSpatialDimensions(item) != 0
                        ? Compartment_getSpatialDimensionsAsDouble(item) : 3,
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

    private mutating func takeSpecies(_ m: OpaquePointer) {
        let points = Set(model.compartments.filter { $0.dimensions == 0 && $0.size == nil }.map(\.id))
        for index in 0..<Model_getNumSpecies(m) {
            guard let item = Model_getSpecies(m, index) else { continue }
            let id = text(SBase_getIdAttribute(item))
            let factor = text(Species_getConversionFactor(item))
            let compartment = text(Species_getCompartment(item))
            model.species.append(
                Model.Species(
                    id: id, name: name(item), unit: text(Species_getSubstanceUnits(item)),
                    compartment: compartment,
                    initialAmount: Species_isSetInitialAmount(item) != 0 ? Species_getInitialAmount(item) : nil,
                    initialConcentration: Species_isSetInitialConcentration(item) != 0
                        ? Species_getInitialConcentration(item) : nil,
                    // In a point without a size there are no concentrations.
                    onlySubstance: Species_getHasOnlySubstanceUnits(item) != 0 || points.contains(compartment),
                    boundary: Species_getBoundaryCondition(item) != 0, constant: Species_getConstant(item) != 0,
                    conversionFactor: factor.isEmpty ? nil : factor))
        }
    }

    // MARK: Pieces

    func formula(_ node: OpaquePointer?, of object: OpaquePointer, _ element: String) throws(SBMLError)
        -> Formula
    {
        let formula = try rawFormula(node, of: object, element)
        try checkCalls(formula, of: object, element)
        return formula
    }

    /// A formula whose calls are not checked.
    private func rawFormula(_ node: OpaquePointer?, of object: OpaquePointer, _ element: String) throws(SBMLError)
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

    func text(_ pointer: UnsafePointer<CChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

    func name(_ object: OpaquePointer) -> String {
        let name = text(SBase_getName(object))
        return name.isEmpty ? text(SBase_getIdAttribute(object)) : name
    }
}

extension Model {
    /// Reads a model from SBML. Older levels are brought to Level 3 Version 2 by libSBML.
    /// - Parameters:
    ///   - sbml: the file's text.
    ///   - file: its name, for errors.
    ///   - checkingUnits: whether to look for units that do not match; they become `warnings`.
    /// - Throws: `SBMLError` with file, line and element for what is malformed or not supported.
    public init(sbml: String, file: String? = nil, checkingUnits: Bool = false) throws(SBMLError) {
        self = try SBMLReader.read(sbml, file: file, checkingUnits: checkingUnits)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
