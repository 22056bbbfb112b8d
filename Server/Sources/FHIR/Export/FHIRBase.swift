/// The base of a bundle's URLs. It names centre and therapy, so that resources of two bundles are never taken for one
/// another; nothing is served there.
struct FHIRBase: Equatable {
    /// Ends with a slash.
    let text: String

    init(centre: String, therapy: String) {
        text = "\(LocalSystem.root)\(Self.encoded(centre))/\(Self.encoded(therapy))/"
    }

    /// URL of a resource.
    func url(of resource: JSON) -> String {
        "\(text)\(resource["resourceType"]?.text ?? "")/\(resource["id"]?.text ?? "")"
    }

    /// Letters, digits and hyphens as they are, all else as bytes in hexadecimal.
    private static func encoded(_ text: String) -> String {
        var result = ""
        for byte in text.utf8 {
            let isPlain =
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
            result += isPlain ? String(Unicode.Scalar(byte)) : "%" + hexadecimal(byte >> 4) + hexadecimal(byte & 15)
        }
        return result.isEmpty ? "%00" : result
    }

    private static func hexadecimal(_ digit: UInt8) -> String { String(digit, radix: 16, uppercase: true) }
}
