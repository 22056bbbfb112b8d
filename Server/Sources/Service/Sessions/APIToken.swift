import Care
import Foundation
import JWTKit

/// What a token is known by.
struct APIToken: Sendable, Equatable {
    var id: String
    var account: Int
    var label: String
    var scopes: Set<Permission>
    var createdAt: Instant
    var expiresAt: Instant
    var revokedAt: Instant?
    /// When it was last used, to the minute; nil never.
    var usedAt: Instant?
}

/// What a token says of itself. The signature vouches for it; the table says whether it still holds.
struct TokenClaims: JWTPayload {
    var iss: IssuerClaim
    var aud: AudienceClaim
    var sub: SubjectClaim
    var jti: IDClaim
    var iat: IssuedAtClaim
    var exp: ExpirationClaim
    var scope: String

    func verify(using algorithm: some JWTAlgorithm) throws {
        guard iss.value == "livingdrug" else {
            throw JWTError.claimVerificationFailure(failedClaim: iss, reason: "issued by somebody else")
        }
    }
}

/// Why a token is not taken.
enum TokenRefusal: String, Error, Equatable {
    /// Not ours or changed; for another audience; over; taken back; its account is closed
    case invalid = "the token is not one of this server's"
    case audience = "the token is for another audience"
    case expired = "the token's time is over"
    case revoked = "the token was revoked"
    case account = "the token's account is closed"
}
