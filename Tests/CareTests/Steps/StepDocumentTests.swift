import FoundationEssentials
import Testing

@testable import Care

@Suite("Steps: the page that describes them")
struct StepDocumentTests {
    private static func row(_ rule: StopRule) -> String {
        let against = rule.actions.isEmpty ? "a duty" : rule.actions.map(\.rawValue).joined(separator: ", ")
        let override = rule.override.map { rule in
            func roles(_ roles: Set<Role>) -> String { roles.map(\.rawValue).sorted().joined(separator: " or ") }
            return "\(roles(rule.roles)), with \(roles(rule.second))"
        }
        return "| `\(rule.id)` | \(rule.severity.rawValue) | \(against) | \(override ?? "no") | \(rule.clearedBy) "
            + "| \(rule.source) |"
    }

    private static func row(_ step: Step) -> String {
        let events = step.events.map { type in
            "`\(type.rawValue)` (\(type.roles.map(\.rawValue).sorted().joined(separator: ", ")))"
        }
        return
            "| \(step.row) | \(step.title) | \(events.joined(separator: "; ")) | \(step.identifiers.joined(separator: ", ")) |"
    }

    @Test("docs/steps.md has every step and every rule, as they are")
    func rows() throws {
        let root = (0..<4).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }
        let page = try String(decoding: Data(contentsOf: root.appending(path: "docs/steps.md")), as: UTF8.self)
        for step in Step.allCases { #expect(page.contains(Self.row(step)), "\(Self.row(step))") }
        for rule in StopRule.all { #expect(page.contains(Self.row(rule)), "\(Self.row(rule))") }
    }
}
