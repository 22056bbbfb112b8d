/// Where passwords are hashed: off the threads that answer requests, two at a time at most, so that many people signing in
/// at once take turns instead of the machine's memory.
public struct PasswordWorkshop: Sendable {
    /// Cost of new hashes.
    public let cost: Argon2Cost
    private let lanes: WorkLanes
    /// A hash of nothing that anybody knows: whoever asks for an unknown name waits as long as for a known one.
    private let decoy: PasswordHash

    /// - Throws: `Argon2Failure` if there is no memory for one hash.
    public init(cost: Argon2Cost = .standard) throws(Argon2Failure) {
        self.cost = cost
        lanes = WorkLanes(label: "livingdrug.passwords", lanes: 2)
        decoy = try PasswordHash(of: OneTimePassword.make(), cost: cost)
    }

    /// Hashes a password.
    public func hash(_ password: String) async throws -> PasswordHash {
        let cost = cost
        return try await lanes.run { try PasswordHash(of: password, cost: cost) }
    }

    /// Whether a password fits a hash; with no hash, no, after the same time.
    public func matches(_ password: String, _ hash: PasswordHash?) async -> Bool {
        let subject = hash ?? decoy
        let fits = (try? await lanes.run { subject.matches(password) }) ?? false
        return fits && hash != nil
    }
}
