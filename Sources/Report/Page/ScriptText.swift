import Foundation

/// Program text made safe inside a script element.
enum ScriptText {
    /// The same program, with the sequences that could end the element or open a comment broken up inside literals.
    static func safe(_ program: String) -> String {
        program
            .replacingOccurrences(of: "</(script)", with: #"<\\/$1"#, options: [.caseInsensitive, .regularExpression])
            .replacingOccurrences(of: "<!--", with: #"<\!--"#)
    }
}
