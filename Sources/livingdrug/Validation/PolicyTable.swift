import Therapy

/// The same patients under two policies, for a terminal.
enum PolicyTable {
    static func text(_ comparisons: [PolicyComparison]) -> String {
        var table = TextTable([
            ("policy", .left), ("against", .left), ("study", .left), ("endpoint", .left), ("simulated", .right),
            ("against", .right), ("published", .right), ("against", .right), ("expected", .left), ("holds", .left),
            ("", .left),
        ])
        for comparison in comparisons {
            let expectation = comparison.expectation
            let name = EndpointName(rawValue: expectation.endpoint)
            func value(_ number: Double?) -> String { TrialTable.value(number, name?.unit ?? "1") }
            var mark = expectation.verification == .unverified ? "*" : ""
            if let reason = comparison.reason { mark += " not run: \(reason)" }
            table.add([
                expectation.policy, expectation.against, expectation.study, name?.label ?? expectation.endpoint,
                value(comparison.simulated), value(comparison.simulatedAgainst), value(expectation.published),
                value(expectation.publishedAgainst), expectation.direction.rawValue,
                comparison.holds.map { $0 ? "yes" : "NO" } ?? "–", mark,
            ])
        }
        return "Policies, in the same virtual patients\n\n" + table.text
    }
}
