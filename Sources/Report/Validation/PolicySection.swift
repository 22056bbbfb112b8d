/// The table of policies: the same virtual patients under two of them.
struct PolicySection {
    let policies: [ValidationFigures.Policy]

    var html: String {
        let holding = policies.filter { $0.holds == true }.count
        return """
            <section id="policies">
            <h2>Policies</h2>
            <p class="takeaway">\(policies.isEmpty ? "None was compared." : "\(holding) of \(policies.count) go as published.")</p>
            <p class="note">Each row runs the same virtual patients under two policies. Lower and higher must be told from no \
            difference by the paired 95 % interval; unchanged is within 10 percentage points (other endpoints: within a \
            tenth). Published differences are mostly between different patients.</p>
            \(policies.isEmpty ? "" : table)
            </section>
            """
    }

    private static let head = [
        "Policy", "Against", "Study", "Endpoint", "Simulated", "Against", "Difference (95 %)", "Published", "Against",
        "Expected", "Holds", "Source",
    ]

    private var table: String {
        """
        <div class="wide stack"><table class="policies">
        <thead><tr>\(Self.head.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
        <tbody>\(policies.map(row).joined(separator: "\n"))</tbody>
        </table></div>
        """
    }

    private func row(_ policy: ValidationFigures.Policy) -> String {
        let verdict = policy.holds.map { $0 ? "yes" : "<strong>no</strong>" } ?? "not run"
        let difference = policy.difference
        let cells = [
            policy.policy, policy.against, policy.study, policy.endpoint, Words.value(policy.simulated, policy.unit),
            Words.value(policy.simulatedAgainst, policy.unit),
            policy.reason ?? Words.estimate(difference.value, difference.low, difference.high, policy.unit),
            Words.value(policy.published, policy.unit), Words.value(policy.publishedAgainst, policy.unit),
            policy.direction,
        ].map(Escape.html)
        let source = policy.source + (policy.verification == "unverified" ? " *" : "")
        return StackedRow.html(Self.head, cells + [verdict, Escape.html(source)])
    }
}
