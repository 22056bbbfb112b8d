internal import CArgon2

/// Cost of a password hash. Kept with each hash, so that it can be raised later.
public struct Argon2Cost: Sendable, Equatable {
    /// Passes over the memory.
    public var passes: UInt32
    /// Memory, KiB.
    public var memory: UInt32
    /// Lanes.
    public var lanes: UInt32

    /// Makes a cost.
    public init(passes: UInt32, memory: UInt32, lanes: UInt32) {
        self.passes = passes
        self.memory = memory
        self.lanes = lanes
    }

    /// 64 MiB, three passes: RFC 9106's second recommendation with one lane (OWASP's least is 19 MiB, two passes).
    public static let standard = Argon2Cost(passes: 3, memory: 65_536, lanes: 1)
}

/// A password as it is kept: Argon2id with its parameters and salt, in the usual text form.
public struct PasswordHash: Sendable, Equatable {
    /// `$argon2id$v=19$m=…,t=…,p=…$salt$hash`.
    public let encoded: String

    /// A hash that was kept.
    public init(encoded: String) { self.encoded = encoded }

    /// Hashes a password with a fresh salt of 16 bytes.
    /// - Throws: `Argon2Failure` if there is no memory for it.
    public init(of password: String, cost: Argon2Cost) throws(Argon2Failure) {
        var random = SystemRandomNumberGenerator()
        let salt = (0..<16).map { _ in UInt8.random(in: 0...255, using: &random) }
        let secret = Array(password.utf8)
        let length = argon2_encodedlen(cost.passes, cost.memory, cost.lanes, UInt32(salt.count), 32, Argon2_id)
        var text = [CChar](repeating: 0, count: length + 1)
        let code = argon2id_hash_encoded(
            cost.passes, cost.memory, cost.lanes, secret, secret.count, salt, salt.count, 32, &text, text.count)
        guard code == ARGON2_OK.rawValue else { throw Argon2Failure(code: code) }
        encoded = String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether this is the password. Compared in constant time.
    public func matches(_ password: String) -> Bool {
        let secret = Array(password.utf8)
        return argon2id_verify(encoded, secret, secret.count) == ARGON2_OK.rawValue
    }

    /// Whether it was made with another cost than is asked for today, and should be made anew at the next sign-in.
    public func isOutdated(for cost: Argon2Cost) -> Bool {
        !encoded.hasPrefix("$argon2id$v=19$m=\(cost.memory),t=\(cost.passes),p=\(cost.lanes)$")
    }
}

/// Argon2 could not be computed.
public struct Argon2Failure: Error, Sendable, Equatable, CustomStringConvertible {
    /// libargon2's error code.
    public var code: Int32
    /// libargon2's own words.
    public var description: String { "password hash: \(String(cString: argon2_error_message(code)))" }
}
