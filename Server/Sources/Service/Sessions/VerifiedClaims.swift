import Synchronization

/// Claims of tokens whose signature was checked, by the digest of their text.
final class VerifiedClaims: Sendable {
    private let known = Mutex<[String: TokenClaims]>([:])
    /// Tokens kept; beyond that all are checked anew.
    private static let most = 4_096

    func claims(of digest: String) -> TokenClaims? { known.withLock { $0[digest] } }

    func keep(_ claims: TokenClaims, of digest: String) {
        known.withLock { known in
            if known.count >= Self.most { known.removeAll() }
            known[digest] = claims
        }
    }
}
