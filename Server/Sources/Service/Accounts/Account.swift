public import Care

/// Somebody who can sign in.
public struct Account: Sendable, Equatable {
    /// States of an account.
    public enum State: String, Codable, Sendable, CaseIterable {
        /// Usable; closed, for somebody who left: its name stays taken, since journals carry it
        case active, closed
    }
    /// Number of the account.
    public var id: Int
    /// Name to sign in with.
    public var name: String
    /// Full name, as it signs: the name that journals carry. No two accounts of a centre sign alike.
    public var fullName: String
    /// What they do.
    public var role: AccountRole
    /// Further work entrusted to them.
    public var duties: Set<Role>
    /// Whether it can be used.
    public var state: State
    /// Whether the password was given by somebody else and must be changed.
    public var mustChangePassword: Bool
    /// When the password was last changed.
    public var passwordChangedAt: Instant
    /// When it was last used, to the minute; nil never.
    public var seenAt: Instant?
}

/// Why an account cannot be as asked for.
public struct AccountFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Field at fault.
    public var field: String
    /// What is wrong.
    public var problem: String
    /// What to do about it.
    public var remedy: String

    /// Field, problem and remedy.
    public var description: String { "\(field): \(problem). \(remedy)" }
}

/// Names of accounts: they stand in journals, so they are plain and unambiguous.
public enum AccountName {
    /// A name as it is kept, without space at the ends.
    /// - Throws: `AccountFault` if it is too short, too long, or holds what is no letter, digit, space or one of `.-'`.
    public static func checked(_ text: String, field: String = "name") throws(AccountFault) -> String {
        let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (2...80).contains(name.count) else {
            throw AccountFault(
                field: field, problem: "it has \(name.count) characters", remedy: "Give 2 to 80 characters.")
        }
        let odd = name.first { !($0.isLetter || $0.isNumber || " .-'".contains($0)) }
        if let odd {
            throw AccountFault(
                field: field, problem: "U+\(odd.hexadecimal) is not allowed",
                remedy: "Use letters, digits, spaces, full stops, hyphens and apostrophes.")
        }
        return name
    }

    /// The form by which names are compared: no two accounts differ in case only.
    public static func folded(_ name: String) -> String {
        name.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
    }
}

extension Character {
    /// Number of the first scalar, as Unicode writes it.
    fileprivate var hexadecimal: String {
        let digits = String(unicodeScalars.first?.value ?? 0, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
