/// A name that was asked for and does not exist, with those that it may have meant.
public struct UnknownName: Error, Equatable, CustomStringConvertible {
    /// What sort of thing was asked for.
    public enum Kind: String, Sendable {
        case study, product, disease, policy, model, parameter, endpoint, quantity, centre, scenario
        case analysis, comparator
        case priceList = "price list"
        case lifeTable = "life table"
        case utilities = "set of utilities"
    }
    /// What sort of thing was asked for.
    public var kind: Kind
    /// The name as it was written.
    public var name: String
    /// All names there are, sorted.
    public var known: [String]

    /// Makes the error.
    public init(_ kind: Kind, _ name: String, known: some Sequence<String>) {
        self.kind = kind
        self.name = name
        self.known = known.sorted()
    }

    /// Known names close to the one asked for, nearest first.
    public var nearMatches: [String] { NearMatches.of(name, among: known) }

    /// More names than this are not listed when one is near: the answer would drown in them.
    private static let longestList = 20

    /// For example: no study 'zuma1'. Did you mean zuma-1? Known: cartitude-1, eliana, zuma-1
    public var description: String {
        let question = nearMatches.isEmpty ? "" : " Did you mean \(nearMatches.joined(separator: " or "))?"
        if !question.isEmpty, known.count > Self.longestList { return "no \(kind.rawValue) '\(name)'.\(question)" }
        let list = known.isEmpty ? "none" : known.joined(separator: ", ")
        return "no \(kind.rawValue) '\(name)'.\(question) Known: \(list)"
    }
}
