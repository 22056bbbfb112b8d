import CSBML

/// libSBML's check that units match, as warnings: a model with units that do not match still has numbers that can be
/// computed, but its author should know.
enum UnitCheck {
    /// The longest list that anyone will read.
    private static let limit = 50

    /// Operations of a model beyond which the check would take minutes.
    private static let largestModel = 50_000.0

    /// The rules of SBML about units that do not match; others complain that units are not declared at all.
    private static let mismatches: ClosedRange<UInt32> = 10_501...10_599

    /// What concerns this model: the library first quotes the rule and where it stands.
    private static func gist(of message: String) -> String {
        let words = message.split(whereSeparator: \.isWhitespace)
        guard let reference = words.lastIndex(of: "Reference:") else { return words.joined(separator: " ") }
        let rest = words[(reference + 1)...].drop { word in
            word.hasPrefix("L") && word.contains("V") || word.hasPrefix("Section") || word.first?.isNumber == true
                || word.lowercased() == "and"
        }
        return rest.isEmpty ? words.joined(separator: " ") : rest.joined(separator: " ")
    }

    /// One line a mismatch: line, and the library's words, which name the element.
    static func warnings(of document: OpaquePointer, _ model: Model) -> [String] {
        // The check writes every function out where it is called: functions of functions grow without bound.
        guard model.expandedSize < largestModel else {
            return ["the model is too large to check that its units match"]
        }
        for category in categories { SBMLDocument_setConsistencyChecks(document, category.0, category.1 ? 1 : 0) }
        let before = SBMLDocument_getNumErrors(document)
        _ = SBMLDocument_checkConsistency(document)
        var warnings: [String] = []
        for index in before..<max(before, SBMLDocument_getNumErrors(document)) where warnings.count < limit {
            guard let complaint = SBMLDocument_getError(document, index),
                Self.mismatches.contains(XMLError_getErrorId(complaint)),
                let message = XMLError_getMessage(complaint)
            else { continue }
            warnings.append(
                "line \(XMLError_getLine(complaint)): units do not match: \(Self.gist(of: String(cString: message)))")
        }
        return warnings
    }

    private static let categories: [(SBMLErrorCategory_t, Bool)] = [
        (LIBSBML_CAT_GENERAL_CONSISTENCY, false), (LIBSBML_CAT_IDENTIFIER_CONSISTENCY, false),
        (LIBSBML_CAT_UNITS_CONSISTENCY, true), (LIBSBML_CAT_MATHML_CONSISTENCY, false),
        (LIBSBML_CAT_SBO_CONSISTENCY, false), (LIBSBML_CAT_OVERDETERMINED_MODEL, false),
        (LIBSBML_CAT_MODELING_PRACTICE, false),
    ]
}

extension Model {
    /// How many operations and symbols its formulas have with every function written out where it is called.
    fileprivate var expandedSize: Double {
        var sizes: [String: Double] = [:]
        var visiting: Set<String> = []
        func size(_ formula: Formula) -> Double {
            var sum = 1.0
            if case .call(let name, _) = formula { sum += size(of: name) }
            for operand in formula.operands { sum += size(operand) }
            return sum
        }
        func size(of function: String) -> Double {
            if let known = sizes[function] { return known }
            guard let body = functions[function]?.body, visiting.insert(function).inserted else { return .infinity }
            let result = size(body)
            sizes[function] = result
            return result
        }
        var formulas = (initialAssignments + assignmentRules + rateRules).map(\.formula)
        formulas += algebraicRules.map(\.formula) + reactions.compactMap(\.rate) + constraints.map(\.condition)
        for event in events {
            formulas +=
                [event.trigger, event.delay, event.priority].compactMap { $0 } + event.assignments.map(\.formula)
        }
        return formulas.reduce(0) { $0 + size($1) }
    }
}
