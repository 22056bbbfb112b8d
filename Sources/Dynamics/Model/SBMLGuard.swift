/// Looks over the raw text of an SBML file before libSBML sees it, and refuses what would crash or exhaust libSBML
/// and libxml2: entity declarations, nesting that overflows a stack, and texts that are no XML at all.
///
/// One pass over the bytes, without copies. It is no parser: what is merely wrong (names that do not match, say) is
/// left to libxml2, which reports it well.
///
/// libSBML 5.19.7 uses about 1.6 kB of stack a level of MathML, and its recursion has no limit of its own. Measured:
/// on a stack of 512 KiB (a secondary thread of macOS) it overflows at 320 elements, on 8 MiB (Linux) at 5,400.
enum SBMLGuard {
    /// The largest file, in bytes. The largest of BioModels is below a tenth of it.
    static let maximumBytes = 256 << 20
    /// How deep elements may nest: two thirds of what a stack of 512 KiB bears.
    static let maximumDepth = 200
    /// The longest attribute value, in bytes. (A formula of Level 1 is an attribute.)
    static let maximumAttributeBytes = 64 << 10
    /// How many attributes one tag may have: libxml2 compares each with each.
    static let maximumAttributes = 256
    /// The longest name, in bytes.
    static let maximumNameBytes = 4 << 10
    /// How deep a formula in infix notation may nest, each operator counted as a level: chains of operators become
    /// trees of that depth.
    static let maximumInfixDepth = 200

    /// Checks a text.
    /// - Parameters:
    ///   - text: the file's text.
    ///   - file: its name, for the error.
    /// - Throws: `SBMLError` with line and remedy.
    static func check(_ text: String, file: String?) throws(SBMLError) {
        var text = text
        let failure = text.withUTF8 { bytes -> SBMLError? in
            do throws(SBMLError) { try check(bytes, file: file) } catch { return error }
            return nil
        }
        if let failure { throw failure }
    }

    /// Checks the bytes of a file.
    /// - Parameters:
    ///   - bytes: the file as it is, with or without a byte order mark.
    ///   - file: its name, for the error.
    /// - Throws: `SBMLError` with line and remedy.
    static func check(_ bytes: UnsafeBufferPointer<UInt8>, file: String?) throws(SBMLError) {
        guard bytes.count <= maximumBytes else {
            throw SBMLError(
                file: file, line: nil, element: "document",
                problem: "the file has \(bytes.count) bytes, more than the \(maximumBytes) that are read",
                remedy: "Split the model, or remove annotations and layout.")
        }
        var scanner = SBMLScanner(bytes, file: file)
        try scanner.scan()
    }

    /// Whether a formula in infix notation nests no deeper than `maximumInfixDepth`, each operator counted as a level.
    static func isShallow(_ infix: some Sequence<UInt8>) -> Bool {
        // Operators seen so far in each open parenthesis, and in all of them.
        var open = [0]
        var depth = 0
        for byte in infix {
            switch byte {
            case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
                open.append(1)
                depth += 1
            case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= open.removeLast()
                if open.isEmpty { open = [0] }
            case UInt8(ascii: ","):
                // The next argument stands beside the last, not below it; the parenthesis itself remains a level.
                let level = open.count > 1 ? 1 : 0
                depth -= open[open.count - 1] - level
                open[open.count - 1] = level
            case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "/"), UInt8(ascii: "^"),
                UInt8(ascii: "!"), UInt8(ascii: "%"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="),
                UInt8(ascii: "&"), UInt8(ascii: "|"):
                open[open.count - 1] += 1
                depth += 1
            default: continue
            }
            if depth > maximumInfixDepth { return false }
        }
        return true
    }
}
