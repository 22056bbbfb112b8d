/// A password for one sign-in, made by the machine and shown once.
public enum OneTimePassword {
    /// Letters and digits that are not taken for one another.
    private static let alphabet = Array("abcdefghjkmnpqrstuvwxyz23456789")

    /// Four groups of five, about 99 bits.
    public static func make() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            String((0..<5).compactMap { _ in alphabet.randomElement(using: &random) })
        }.joined(separator: "-")
    }
}
