/// An identifier that somebody else issued: a donation number, a shipment's SSCC, a manufacturer's chain of identity. It is
/// opaque text. Before ISBT 128 ST-028 manufacturers' identifiers were not unique between them, so that two are the same only
/// if issuer and text are.
public struct ForeignIdentifier: Sendable, Hashable, Codable {
    /// Who issued it.
    public var issuer: String
    /// As read, to the character.
    public var value: String

    /// Makes one.
    /// - Throws: `ForeignIdentifierFault.empty` if issuer or value is blank: nothing read is no identifier.
    public init(issuer: String, value: String) throws(ForeignIdentifierFault) {
        guard issuer.isReadable else { throw .empty("issuer") }
        guard value.isReadable else { throw .empty("value") }
        self.issuer = issuer
        self.value = value
    }

    /// What a check says of it.
    public func verdict(of check: some IdentifierCheck) -> IdentifierVerdict { check.verdict(on: value) }
}

extension ForeignIdentifier: CustomStringConvertible {
    /// Value and issuer.
    public var description: String { "\(value) (\(issuer))" }
}

/// Why a text cannot be an identifier.
public enum ForeignIdentifierFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Issuer or value is blank.
    case empty(String)

    /// What is wrong and what would be right.
    public var description: String {
        switch self {
        case .empty(let field): "the identifier's \(field) is empty; give it as printed"
        }
    }
}

/// What a check says of an identifier.
public enum IdentifierVerdict: Sendable, Equatable {
    /// The check character fits
    case passed
    /// It carries no check character here, so that nothing can be said. Not a pass
    case unchecked(why: String)
    /// It does not fit, at this character (from 1)
    case failed(position: Int, found: Character, right: String)
    /// It has not the form that the check is for
    case malformed(why: String)
}

/// A check that an issuer's identifiers allow. A site adds its own.
public protocol IdentifierCheck: Sendable {
    /// Name of the check, for reasons.
    var name: String { get }
    /// What it says of a text.
    func verdict(on text: String) -> IdentifierVerdict
}

/// Donation identification number of ISBT 128: 13 characters, and where it is printed for people a check character (ISO 7064
/// Mod 37,2) behind them. The bar code does not carry that.
///
/// Form and use of the check are from memory: a licensee of ISBT 128 must confirm. No code table is shipped here.
public struct DonationNumberCheck: IdentifierCheck {
    /// Makes the check.
    public init() {}
    /// Name.
    public var name: String { "ISBT 128 donation number, Mod 37,2 (unverified)" }

    /// `passed` or `failed` for 14 characters, `unchecked` for 13. Spaces, as printed between the groups, are not counted.
    public func verdict(on text: String) -> IdentifierVerdict {
        let characters = Array(text.filter { $0 != " " })
        guard 13...14 ~= characters.count else {
            return .malformed(why: "\(characters.count) characters; 13, or 14 with the check character, are right")
        }
        guard let right = Mod37.checkCharacter(of: String(characters.prefix(13))) else {
            return .malformed(why: "only digits and capital letters can stand in it")
        }
        guard characters.count == 14 else { return .unchecked(why: "it was read without its check character") }
        guard characters[13] == right else {
            return .failed(position: 14, found: characters[13], right: String(right))
        }
        return .passed
    }
}

/// An identification key of GS1 by its number of digits, the last of which is the check digit.
public struct GS1Check: IdentifierCheck {
    /// Name.
    public let name: String
    /// Digits, with the check digit.
    public let length: Int

    /// Serial shipping container code: 18 digits.
    public static let shipment = GS1Check(name: "GS1 SSCC", length: 18)
    /// Global service relation number, of a patient or provider: 18 digits.
    public static let serviceRelation = GS1Check(name: "GS1 GSRN", length: 18)
    /// Global trade item number: 14 digits.
    public static let tradeItem = GS1Check(name: "GS1 GTIN-14", length: 14)

    /// `passed` or `failed`; `malformed` for anything but that many digits.
    public func verdict(on text: String) -> IdentifierVerdict {
        let characters = Array(text)
        guard characters.count == length else {
            return .malformed(why: "\(characters.count) characters; \(length) digits are right")
        }
        guard let right = GS1.checkDigit(of: String(characters.dropLast())) else {
            return .malformed(why: "only digits can stand in it")
        }
        let read = characters[length - 1]
        return read == right ? .passed : .failed(position: length, found: read, right: String(right))
    }
}
