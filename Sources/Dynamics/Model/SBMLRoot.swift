/// The first tag of a file: `<sbml xmlns="…" level="3" version="2">`.
///
/// libSBML 5.19.7 throws a C++ exception across its C interface, which ends the process, where the namespace does not
/// fit the level (found by fuzzing: a foreign namespace and a `<stoichiometryMath>`). So the three are compared here.
struct SBMLRoot {
    private let name: Substring
    private var attributes: [Substring: Substring] = [:]

    /// Takes a tag apart; what is malformed is left out.
    init(tag: String) {
        var rest = tag.dropFirst()
        name = rest.prefix { !$0.isWhitespace && $0 != ">" && $0 != "/" }
        rest = rest.dropFirst(name.count)
        while let equals = rest.firstIndex(of: "=") {
            let key = rest[..<equals].split(whereSeparator: \.isWhitespace).last ?? ""
            rest = rest[equals...].dropFirst().drop(while: \.isWhitespace)
            guard let quote = rest.first, quote == "\"" || quote == "'" else { continue }
            rest = rest.dropFirst()
            let value = rest.prefix { $0 != quote }
            attributes[key] = value
            rest = rest[value.endIndex...].dropFirst()
        }
    }

    /// What is wrong with the tag, and what to do about it; nil if nothing is.
    var fault: (problem: String, remedy: String)? {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.last == "sbml", parts.count <= 2 else {
            return ("the first element is <\(name.prefix(40))>, not <sbml>", "Give an SBML file.")
        }
        let key = parts.count == 2 ? "xmlns:\(parts[0])" : "xmlns"
        guard let namespace = attributes[key[...]] else {
            return ("<sbml> has no namespace", "Add the xmlns of its level and version.")
        }
        let level = attributes["level"] ?? ""
        let version = attributes["version"] ?? ""
        let expected = Self.namespace(level: level, version: version)
        guard let expected else {
            return (
                "there is no SBML level '\(level.prefix(20))' version '\(version.prefix(20))'",
                "Give a level and a version from 1.1 to 3.2."
            )
        }
        guard namespace == expected else {
            return (
                "the namespace of <sbml> is '\(namespace.prefix(100))', which is not that of level \(level) version \(version)",
                "Write xmlns=\"\(expected)\", or correct the level and version."
            )
        }
        return nil
    }

    private static func namespace(level: Substring, version: Substring) -> String? {
        let base = "http://www.sbml.org/sbml/level"
        switch (level, version) {
        case ("1", "1"), ("1", "2"): return base + "1"
        case ("2", "1"): return base + "2"
        case ("2", "2"), ("2", "3"), ("2", "4"), ("2", "5"): return base + "2/version\(version)"
        case ("3", "1"), ("3", "2"): return base + "3/version\(version)/core"
        default: return nil
        }
    }
}
