import Foundation

/// What a simulation came to.
struct SimulationResult: Encodable {
    let model: String
    let members: Int
    let failed: Int
    /// Integration, saving and writing.
    let seconds: Double
    /// Accepted and rejected steps of all members together.
    let steps: Int
    let rejected: Int
    let backend: String
    let method: String
    let threads: Int
    let output: String?
    /// What the user should know: failures, constraints that do not hold, populations that regrew from rounding.
    let notes: [String]
    let firstFailure: String?

    private enum CodingKeys: String, CodingKey {
        case model, members, failed, seconds, steps, rejected, backend, method, threads, output, notes
        case membersPerSecond = "members_per_second"
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(model, forKey: .model)
        try container.encode(members, forKey: .members)
        try container.encode(failed, forKey: .failed)
        try container.encode(seconds, forKey: .seconds)
        try container.encode(Double(members) / max(seconds, 1e-9), forKey: .membersPerSecond)
        try container.encode(steps, forKey: .steps)
        try container.encode(rejected, forKey: .rejected)
        try container.encode(backend, forKey: .backend)
        try container.encode(method, forKey: .method)
        try container.encode(threads, forKey: .threads)
        try container.encodeIfPresent(output, forKey: .output)
        try container.encode(notes, forKey: .notes)
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    /// One line for people.
    var text: String {
        let rate = Double(members) / max(seconds, 1e-9)
        let steps = self.steps / max(1, members)
        var line =
            "\(members) members in \(String(format: "%.2f", seconds)) s (\(Int(rate)) a second, \(steps) steps each"
        line += ", \(backend), \(threads) \(threads == 1 ? "thread" : "threads"))"
        if failed > 0 { line += "; \(failed) failed" }
        if let output, output != "none" { line += "; written to \(output)" }
        return line
    }
}
