/// Why a text is no chain-of-identity identifier of ours. Positions count from 1, hyphen included.
public enum ChainOfIdentityFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Too long or too short to be one.
    case length(found: Int)
    /// The issuer has too few or too many letters.
    case issuer(length: Int)
    /// A character that cannot stand there.
    case character(position: Int, found: Character, right: String)
    /// The check character does not fit the rest: it, or one before it, is wrong.
    case check(position: Int, found: Character, right: Character)
    /// A serial number that does not fit the body.
    case serial(Int)

    /// What is wrong, where, and what would be right.
    public var description: String {
        switch self {
        case .length(let found):
            "\(found) characters; an issuer of 2 to 8 letters, a hyphen, 9 characters and a check character make 13 to 19"
        case .issuer(let length): "the issuer has \(length) letters; 2 to 8 are right"
        case .character(let position, let found, let right): "character \(position), '\(found)': \(right) belongs there"
        case .check(let position, let found, let right):
            "character \(position), the check character, is '\(found)'; '\(right)' fits the characters before it. "
                + "One of them is wrong, or two stand in the wrong order: read it again"
        case .serial(let number):
            "serial number \(number) does not fit; 0 to \(ChainOfIdentity.serials.upperBound - 1) are right"
        }
    }
}
