import Therapy

/// The same patients under two policies, for a terminal: what was simulated with the paired difference, what was published,
/// and where, by the numbers under the table.
enum PolicyTable {
    static func text(_ comparisons: [PolicyComparison]) -> String {
        var table = TextTable([
            ("policy", .left), ("against", .left), ("study", .left), ("endpoint", .left), ("simulated", .right),
            ("against", .right), ("difference", .right), ("95 % interval", .left), ("published", .right),
            ("against", .right), ("expected", .left), ("holds", .left), ("source", .left),
        ])
        var sources: [String] = []
        for comparison in comparisons {
            let expectation = comparison.expectation
            let name = EndpointName(rawValue: expectation.endpoint)
            let unit = name?.unit ?? "1"
            func value(_ number: Double?) -> String { TrialTable.value(number, unit) }
            var mark = "[\(number(of: expectation.source, in: &sources))]"
            if expectation.verification == .unverified { mark += " *" }
            if let reason = comparison.reason { mark += " not run: \(reason)" }
            table.add([
                expectation.policy, expectation.against, expectation.study, name?.label ?? expectation.endpoint,
                value(comparison.simulated), value(comparison.simulatedAgainst), value(comparison.difference?.value),
                TrialTable.interval(comparison.difference?.low, comparison.difference?.high, unit),
                value(expectation.published), value(expectation.publishedAgainst), expectation.direction.rawValue,
                comparison.holds.map { $0 ? "yes" : "NO" } ?? "–", mark,
            ])
        }
        let list = sources.enumerated().map { "[\($0.offset + 1)] \($0.element)" }.joined(separator: "\n")
        return "Policies, in the same virtual patients (paired differences; of shares, in percentage points)\n\n"
            + "\(table.text)\n\n\(list)"
    }

    private static func number(of source: String, in sources: inout [String]) -> Int {
        if let index = sources.firstIndex(of: source) { return index + 1 }
        sources.append(source)
        return sources.count
    }
}
