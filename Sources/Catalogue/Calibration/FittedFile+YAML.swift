import Therapy

extension FittedFile {
    /// The file's text.
    public var yaml: String {
        var lines = [
            "# Values that a calibration found. Do not edit: they are laid over parameters.yaml and Evidence when a",
            "# trial is set up, and `--set` wins over them. Made by:",
            "#   \(command)",
            "# value: typical value; cv: spread between patients; …SD: standard deviation of its logarithm (of its",
            "# logit for a share) before the fit, and after it (linearised). docs/calibration.md says how.",
            "command: \(Self.quoted(command))", "seed: \(seed)", "patients: \(patients)", "iterations: \(iterations)",
            "objective: [\(objective.map { "\($0)" }.joined(separator: ", "))] # at the start and at the end",
            "inputs: # content, without sources, notes and comments",
        ]
        lines += inputs.sorted { $0.key < $1.key }.map { "  \($0.key): \"\($0.value)\"" }
        lines += Self.section("body", body, indent: "")
        lines += Self.owners("products", products) + Self.owners("diseases", diseases)
        return lines.joined(separator: "\n") + "\n"
    }

    private static func owners(_ name: String, _ owners: [String: [String: Entry]]) -> [String] {
        guard !owners.isEmpty else { return ["\(name): {}"] }
        return ["\(name):"]
            + owners.sorted { $0.key < $1.key }.flatMap { section($0.key, $0.value, indent: "  ") }
    }

    private static func section(_ name: String, _ entries: [String: Entry], indent: String) -> [String] {
        guard !entries.isEmpty else { return ["\(indent)\(name): {}"] }
        return ["\(indent)\(name):"]
            + entries.sorted { $0.key < $1.key }.map { "\(indent)  \($0.key): {\(fields($0.value))}" }
    }

    private static func fields(_ entry: Entry) -> String {
        var texts: [String] = []
        func add(_ name: String, _ number: Double?, _ deviation: Deviation?) {
            guard let number else { return }
            texts.append("\(name): \(short(number))")
            guard let deviation else { return }
            texts.append(
                "\(name)SD: {prior: \(short(deviation.prior)), posterior: \(short(deviation.posterior))}")
        }
        add("value", entry.value, entry.valueSD)
        add("cv", entry.cv, entry.cvSD)
        return texts.joined(separator: ", ")
    }

    private static func short(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
}
