import Catalogue
import Testing
import Therapy

/// `Evidence/policies/expected.yaml`: what is read, and faults with their lines.
@Suite("Expected effects of policies")
struct ExpectedEffectTests {
    private static let entry = """
        - policy: early-steroids
          against: as-published
          study: zuma-1
          endpoint: icans_grade_3_or_higher
          direction: lower
          published: 0.17
          publishedAgainst: 0.28
          n: 41
          source: "Topp 2021"
          verification: read
        """

    private static func read(_ text: String) throws -> [ExpectedEffect] {
        try Shelf.expectedEffects(
            from: text, file: "e.yaml", policies: ["early-steroids", "asco-2021"], studies: ["zuma-1"])
    }

    @Test("the shipped effects read, if there are any, and are no policy")
    func shippedEffects() throws {
        let shelf = try #require(shipped)
        _ = try shelf.expectedEffects()
        #expect(!shelf.policies.contains("expected"))
    }

    @Test("an expected effect reads with its published values and stands for two arms")
    func effect() throws {
        let list = try Self.read(Self.entry)
        let effect = try #require(list.first)
        #expect(list.count == 1 && effect.publishedAgainst == 0.28 && effect.direction == .lower)
        #expect(effect.arms.policy == VirtualArm(study: "zuma-1", policy: "early-steroids"))
        #expect(effect.arms.against == VirtualArm(study: "zuma-1"))
    }

    @Test(
        "a fault of an expected effect is told with its line",
        arguments: [
            ("early-steroids\n", "early-steroid\n", 1, "Did you mean early-steroids"),
            ("as-published", "early-steroids", 2, "another policy"), ("zuma-1", "zuma1", 3, "Did you mean zuma-1"),
            ("icans_grade_3_or_higher", "icans_grade_3", 4, "icans_grade_3_or_higher"),
            ("direction: lower", "direction: less", 5, "lower, higher, unchanged"),
            ("direction: lower", "direction: higher", 5, "the two published figures"),
            ("n: 41", "n: 0", 8, "more than 0"),
        ])
    func faults(passage: String, replacement: String, line: Int, told: String) throws {
        let text = Self.entry.replacing(passage, with: replacement, maxReplacements: 1)
        let problem = try #require(try problems { try Self.read(text) }.first)
        #expect(problem.line == line && "\(problem)".contains(told), "\(problem)")
    }
}
