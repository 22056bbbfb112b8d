import Care
import Catalogue
import Therapy

extension Setting {
    /// The arms of a comparison: one trial, in the same virtual patients, under each policy.
    /// - Parameter first: the trial under the first policy.
    static func arms(_ policies: [String], _ first: TrialSetting, _ shelf: Shelf) throws -> [TrialSetting] {
        let arms = try policies.map { name in
            first.managed(by: try policy(name, first.study, shelf) ?? first.study.management)
        }
        for (position, arm) in arms.enumerated() {
            let id = arm.guideline.policy.id
            guard let earlier = arms[..<position].firstIndex(where: { $0.fileName == arm.fileName }) else { continue }
            throw CommandError(
                policies[earlier] == policies[position]
                    ? "--policy \(policies[position]) is given twice; arms are compared by different policies."
                    : "--policy \(policies[earlier]) and --policy \(policies[position]) are both called '\(id)'. "
                        + "Give one of them another 'id' in its file.")
        }
        return arms
    }
}

extension TrialSetting {
    /// The policy's name as part of a file's name: letters, digits, dots, dashes and underscores.
    var fileName: String {
        String(
            guideline.policy.id.map { character in
                character.isASCII && (character.isLetter || character.isNumber) || "._-".contains(character)
                    ? character : "-"
            })
    }
}
