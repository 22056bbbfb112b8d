import CSBML

/// libSBML's check that units match, as warnings: a model with units that do not match still has numbers that can be
/// computed, but its author should know.
enum UnitCheck {
    /// The longest list that anyone will read.
    private static let limit = 50

    /// One line a mismatch: line, and the library's words, which name the element.
    static func warnings(of document: OpaquePointer) -> [String] {
        for category in categories { SBMLDocument_setConsistencyChecks(document, category.0, category.1 ? 1 : 0) }
        let before = SBMLDocument_getNumErrors(document)
        _ = SBMLDocument_checkConsistency(document)
        var warnings: [String] = []
        for index in before..<max(before, SBMLDocument_getNumErrors(document)) where warnings.count < limit {
            guard let complaint = SBMLDocument_getError(document, index),
                XMLError_getCategory(complaint) == UInt32(LIBSBML_CAT_UNITS_CONSISTENCY.rawValue),
                let message = XMLError_getMessage(complaint)
            else { continue }
            let words = String(cString: message).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            warnings.append("line \(XMLError_getLine(complaint)): \(words)")
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
