/// What a password must be. Length counts, and that it is not among the first that are guessed; classes of characters are
/// not demanded (NIST SP 800-63B, 3.1.1).
public enum PasswordRules {
    /// Characters.
    public static let length = 12...128

    /// Why a password cannot be taken; nil if it can.
    /// - Parameter name: the account's name, which it must not hold.
    public static func fault(in password: String, for name: String) -> AccountFault? {
        func fault(_ problem: String, _ remedy: String) -> AccountFault {
            AccountFault(field: "password", problem: problem, remedy: remedy)
        }
        guard length.contains(password.count), password.utf8.count <= 1024 else {
            return fault(
                "it has \(password.count) characters",
                "Give \(length.lowerBound) to \(length.upperBound); several words are good.")
        }
        let folded = password.lowercased()
        let letters = folded.filter { $0.isLetter || $0.isNumber }
        if Set(folded).count < 5 { return fault("it repeats a few characters", "Choose a longer phrase.") }
        if AccountName.folded(name).split(separator: " ").contains(where: { $0.count > 3 && folded.contains($0) }) {
            return fault("it holds the name of the account", "Choose another.")
        }
        if common.contains(where: letters.contains), letters.count < 20 {
            return fault("it holds one of the words that are guessed first", "Choose another.")
        }
        if isRun(letters) { return fault("it is a run of neighbours", "Choose another.") }
        return nil
    }

    /// Stems that lists of leaked passwords begin with, and this program's own names.
    private static let common = [
        "password", "passwort", "qwerty", "qwertz", "azerty", "letmein", "welcome", "iloveyou", "administrator",
        "admin123",
        "hospital", "livingdrug", "changeme", "trustno1", "football", "baseball", "sunshine", "princess", "dragon",
        "monkey",
    ]

    private static func isRun(_ text: String) -> Bool {
        let steps = zip(text.unicodeScalars, text.unicodeScalars.dropFirst()).map { Int($1.value) - Int($0.value) }
        guard let first = steps.first, abs(first) <= 1 else { return false }
        return steps.filter { $0 == first }.count * 4 >= steps.count * 3
    }
}
