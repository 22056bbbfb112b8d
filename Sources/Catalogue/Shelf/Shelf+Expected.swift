import Care
import Foundation
import Therapy

extension Shelf {
    /// What each policy is expected to do (`Evidence/policies/expected.yaml`); nothing if there is no such file.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public func expectedEffects() throws -> [ExpectedEffect] {
        let file = "Evidence/policies/expected.yaml"
        guard FileManager.default.fileExists(atPath: root.appendingPathComponent(file).path) else { return [] }
        return try Self.expectedEffects(from: text(of: file), file: file, policies: policies, studies: studies)
    }

    /// Decodes expected effects and checks them.
    ///
    /// - Parameters:
    ///   - policies: identifiers of the policies there are, without `as-published`.
    ///   - studies: identifiers of the studies there are.
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func expectedEffects(
        from text: String, file: String, policies: [String], studies: [String]
    ) throws -> [ExpectedEffect] {
        let document = try YAMLDocument(text, file: file)
        let effects = try NodeDecoder.decode([ExpectedEffect].self, from: document)
        var inspection = Inspection(of: document)
        for (index, effect) in effects.enumerated() {
            inspection.check(effect, FieldPath() + index, policies: policies + ["as-published"], studies: studies)
            inspection.require(
                !effects[..<index].contains { $0.isSameQuestion(as: effect) }, FieldPath() + index,
                "each policy, study and endpoint once",
                "Keep the figure to compare with; put the other into its `note`.")
        }
        try inspection.conclude()
        return effects
    }
}

extension ExpectedEffect {
    fileprivate func isSameQuestion(as other: ExpectedEffect) -> Bool {
        (policy, against, study, endpoint) == (other.policy, other.against, other.study, other.endpoint)
    }
}

extension Inspection {
    fileprivate mutating func check(
        _ effect: ExpectedEffect, _ path: FieldPath, policies: [String], studies: [String]
    ) {
        require(effect.policy, isOneOf: policies, path + "policy", "a policy")
        require(effect.against, isOneOf: policies, path + "against", "a policy to compare with")
        require(effect.against != effect.policy, path + "against", "another policy", "Compare with as-published.")
        require(effect.study, isOneOf: studies, path + "study", "a study")
        require(effect.endpoint, isOneOf: EndpointName.allCases.map(\.rawValue), path + "endpoint", "an endpoint")
        let isShare = EndpointName(rawValue: effect.endpoint)?.unit == "1"
        for (name, value) in [("published", effect.published), ("publishedAgainst", effect.publishedAgainst)] {
            require(
                value >= 0 && (!isShare || value <= 1), path + name, isShare ? "a fraction from 0 to 1" : "0 or more",
                "Write 83 % as 0.83.")
        }
        let agrees =
            switch effect.direction {
            case .lower: effect.published < effect.publishedAgainst
            case .higher: effect.published > effect.publishedAgainst
            case .unchanged: true
            }
        require(
            agrees, path + "direction", "the direction of the two published figures",
            "Swap them, or call it unchanged and say why in `note`.")
        require(effect.n > 0, path + "n", "more than 0", "Write the number of patients analysed.")
        requireText(effect.source, path + "source")
    }
}
