import CSBML

/// Initial assignments, rules and constraints. An element without mathematics says nothing and is left out, as Level 3
/// Version 2 has it.
extension SBMLReader {
    mutating func takeInitialAssignments(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumInitialAssignments(m) {
            guard let item = Model_getInitialAssignment(m, index), let math = InitialAssignment_getMath(item) else {
                continue
            }
            let variable = text(InitialAssignment_getSymbol(item))
            model.initialAssignments.append(
                Model.Assignment(
                    variable: variable, formula: try formula(math, of: item, "initialAssignment '\(variable)'")))
        }
    }

    mutating func takeRules(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumRules(m) {
            guard let item = Model_getRule(m, index), let math = Rule_getMath(item) else { continue }
            if Rule_isAlgebraic(item) != 0 {
                let own = text(SBase_getIdAttribute(item))
                let id = own.isEmpty ? "algebraicRule \(model.algebraicRules.count + 1)" : own
                model.algebraicRules.append(Model.AlgebraicRule(id: id, formula: try formula(math, of: item, id)))
                continue
            }
            let variable = text(Rule_getVariable(item))
            let isRate = Rule_isRate(item) != 0
            let element = (isRate ? "rateRule" : "assignmentRule") + " '\(variable)'"
            let assignment = Model.Assignment(variable: variable, formula: try formula(math, of: item, element))
            if isRate { model.rateRules.append(assignment) } else { model.assignmentRules.append(assignment) }
        }
    }

    /// In Level 1 formulas are text. One that libSBML cannot read is as if it were not there, without a complaint.
    func refuseBrokenFormulas(_ document: OpaquePointer) throws(SBMLError) {
        guard let m = SBMLDocument_getModel(document) else { return }
        for index in 0..<Model_getNumRules(m) {
            guard let item = Model_getRule(m, index), Rule_getMath(item) == nil else { continue }
            try refuseBrokenFormula(item, "rule '\(text(Rule_getVariable(item)))'", Rule_getFormula(item))
        }
        for index in 0..<Model_getNumReactions(m) {
            guard let item = Model_getReaction(m, index), let law = Reaction_getKineticLaw(item),
                KineticLaw_getMath(law) == nil
            else { continue }
            let element = "reaction '\(text(SBase_getIdAttribute(item)))'"
            try refuseBrokenFormula(law, element, KineticLaw_getFormula(law))
        }
    }

    private func refuseBrokenFormula(
        _ object: OpaquePointer, _ element: String, _ formula: UnsafePointer<CChar>?
    ) throws(SBMLError) {
        throw error(
            object, element, "its formula '\(text(formula).prefix(100))' cannot be read",
            "Write the formula as SBML Level 1 has it, or bring the file to a newer level.")
    }

    mutating func takeConstraints(_ m: OpaquePointer) throws(SBMLError) {
        for index in 0..<Model_getNumConstraints(m) {
            guard let item = Model_getConstraint(m, index), let math = Constraint_getMath(item) else { continue }
            let own = text(SBase_getIdAttribute(item))
            let id = own.isEmpty ? "constraint \(index + 1)" : own
            var message = ""
            if let raw = Constraint_getMessageString(item) {
                message = Self.plain(String(cString: raw))
                util_free(raw)
            }
            model.constraints.append(
                Model.Constraint(id: id, condition: try formula(math, of: item, id), message: message))
        }
    }

    /// The text of a piece of XHTML.
    private static func plain(_ markup: String) -> String {
        var isTag = false
        let text = markup.filter { character in
            if character == "<" { isTag = true }
            defer { if character == ">" { isTag = false } }
            return !isTag
        }
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
