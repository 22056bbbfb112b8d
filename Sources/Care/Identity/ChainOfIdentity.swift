/// Our own identifier of one therapy: an issuer's letters, a hyphen, nine characters of base 36 of which the first is a
/// digit, and a check character, for example `COI-000000001Z`. One stands over all collections, batches, bags and infusions
/// of a therapy, and is never given to another.
///
/// The check character (ISO 7064 Mod 37,2) is that of the text without the hyphen. Letters before the hyphen and a digit
/// behind it fix its place, so that it cannot slip unnoticed.
public struct ChainOfIdentity: Sendable, Hashable {
    /// Letters of the issuer, 2 to 8 capitals.
    public let issuer: String
    /// Nine characters of base 36, the first a digit.
    public let body: String
    /// Check character: a digit, a capital letter or `*`.
    public let check: Character

    /// Length of the body.
    public static let bodyLength = 9
    /// Serial numbers that fit the body: its first character is a digit.
    public static let serials: Range<Int> = 0..<28_211_099_074_560

    /// Makes an identifier with its check character.
    /// - Parameters:
    ///   - issuer: 2 to 8 capital letters that no other issuer uses.
    ///   - serial: number of this therapy at the issuer, within `serials`.
    /// - Throws: `ChainOfIdentityFault` naming what does not fit.
    public init(issuer: String, serial: Int) throws(ChainOfIdentityFault) {
        guard Self.serials.contains(serial) else { throw .serial(serial) }
        let digits = String(serial, radix: 36, uppercase: true)
        let body = String(repeating: "0", count: Self.bodyLength - digits.count) + digits
        if let fault = Self.fault(inIssuer: Array(issuer)) { throw fault }
        guard let check = Mod37.checkCharacter(of: issuer + body) else { throw .length(found: issuer.count) }
        self.issuer = issuer
        self.body = body
        self.check = check
    }

    /// Reads an identifier.
    /// - Throws: `ChainOfIdentityFault` with the first character that is wrong and what would be right there.
    public init(_ text: String) throws(ChainOfIdentityFault) {
        let characters = Array(text)
        if let fault = Self.fault(inLength: characters) { throw fault }
        let split = characters.count - Self.bodyLength - 1
        let issuer = Array(characters[..<(split - 1)])
        if let fault = Self.fault(inIssuer: issuer) { throw fault }
        guard characters[split - 1] == "-" else {
            throw .character(position: split, found: characters[split - 1], right: "a hyphen")
        }
        let body = Array(characters[split..<(split + Self.bodyLength)])
        for (index, character) in body.enumerated() where !Self.fits(character, first: index == 0) {
            throw .character(position: split + index + 1, found: character, right: index == 0 ? "a digit" : Self.base36)
        }
        let read = characters[characters.count - 1]
        guard let right = Mod37.checkCharacter(of: String(issuer + body)) else { throw .length(found: text.count) }
        guard read == right else { throw .check(position: characters.count, found: read, right: right) }
        self.issuer = String(issuer)
        self.body = String(body)
        check = right
    }

    private static let base36 = "a digit or a capital letter"

    private static func fits(_ character: Character, first: Bool) -> Bool {
        guard let ascii = character.asciiValue, let value = Mod37.value(ascii) else { return false }
        return !first || value < 10
    }

    private static func fault(inLength characters: [Character]) -> ChainOfIdentityFault? {
        let shortest = 2 + 1 + bodyLength + 1
        let longest = 8 + 1 + bodyLength + 1
        return shortest...longest ~= characters.count ? nil : .length(found: characters.count)
    }

    private static func fault(inIssuer issuer: [Character]) -> ChainOfIdentityFault? {
        for (index, character) in issuer.enumerated() where !("A"..."Z" ~= character && character.isASCII) {
            return .character(position: index + 1, found: character, right: "a capital letter of the issuer")
        }
        return 2...8 ~= issuer.count ? nil : .issuer(length: issuer.count)
    }
}

extension ChainOfIdentity: CustomStringConvertible {
    /// As it is printed, with the hyphen.
    public var description: String { "\(issuer)-\(body)\(check)" }
}
