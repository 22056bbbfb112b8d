import Chain
import Crypto
import Foundation

/// Something that only its bearer knows: 32 random bytes, in URLs' base 64. The database keeps its digest.
struct Secret: Sendable {
    let text: String

    static func make() -> Secret {
        let bytes = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        return Secret(
            text: bytes.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
                "=", with: ""))
    }

    /// By which it is found again.
    var digest: String { Self.digest(text) }

    static func digest(_ text: String) -> String { ChainHash.digest(text) }
}

/// Whether two texts are equal, in a time that does not tell where they differ.
func isSame(_ a: String, _ b: String) -> Bool {
    let (one, other) = (Array(SHA256.hash(data: Data(a.utf8))), Array(SHA256.hash(data: Data(b.utf8))))
    return zip(one, other).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
}
