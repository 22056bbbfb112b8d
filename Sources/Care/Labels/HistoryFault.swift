/// Versions of a label that do not make a history.
public struct HistoryError: Error, Sendable, Equatable, CustomStringConvertible {
    /// One fault.
    public struct Fault: Sendable, Equatable {
        /// Version, by its place in the list; nil: the list as a whole.
        public var version: Int?
        /// Field of the version.
        public var field: String
        /// What was found.
        public var found: String
        /// What was expected.
        public var expected: String
        /// What to do.
        public var remedy: String
    }
    /// Whose label.
    public var subject: Label.Subject
    /// The faults.
    public var faults: [Fault]

    /// One fault a line.
    public var description: String {
        faults.map { fault in
            let place = fault.version.map { "versions[\($0)].\(fault.field)" } ?? "versions"
            return "\(subject.product) \(subject.jurisdiction.rawValue): \(place): found \(fault.found); "
                + "expected \(fault.expected). \(fault.remedy)"
        }.joined(separator: "\n")
    }
}

extension Label.History {
    static func faults(written: [Label.Version], complete: [Label.Version]) -> [HistoryError.Fault] {
        guard !written.isEmpty else {
            return [
                .init(
                    version: nil, field: "", found: "no version", expected: "one version at least",
                    remedy: "Write the label as it was approved.")
            ]
        }
        var faults: [HistoryError.Fault] = []
        var known: Set<Label.Section> = []
        for (index, version) in complete.enumerated() {
            faults += dates(index, complete) + sections(index, written[index], version, declared: &known)
        }
        return faults
    }

    private static func dates(_ index: Int, _ versions: [Label.Version]) -> [HistoryError.Fault] {
        let version = versions[index]
        var faults: [HistoryError.Fault] = []
        if versions[..<index].contains(where: { $0.version == version.version }) {
            faults.append(
                .init(
                    version: index, field: "version", found: "'\(version.version)' again",
                    expected: "each version once",
                    remedy: "Give it another name."))
        }
        if let until = version.until, until < version.effectiveFrom {
            faults.append(
                .init(
                    version: index, field: "until", found: "\(until), before it begins",
                    expected: "\(version.effectiveFrom) or later", remedy: "Correct one of the two dates."))
        }
        guard index > 0 else { return faults }
        let before = versions[index - 1]
        if version.effectiveFrom <= before.effectiveFrom {
            faults.append(
                .init(
                    version: index, field: "effectiveFrom", found: "\(version.effectiveFrom)",
                    expected: "a day after \(before.effectiveFrom), when the version before begins",
                    remedy: "Write the versions oldest first; two cannot begin on one day."))
        } else if let until = before.until, version.effectiveFrom <= until {
            faults.append(
                .init(
                    version: index, field: "effectiveFrom",
                    found: "\(version.effectiveFrom): two versions hold until \(until)",
                    expected: "\(until.advanced(by: 1)), the day after the version before ends",
                    remedy: "Correct `until` there, or leave it out: a version ends when the next begins."))
        } else if let until = before.until, version.effectiveFrom > until.advanced(by: 1) {
            faults.append(
                .init(
                    version: index, field: "effectiveFrom",
                    found: "\(version.effectiveFrom): no version holds from \(until.advanced(by: 1))",
                    expected: "\(until.advanced(by: 1)), the day after the version before ends",
                    remedy: "Correct `until` there, leave it out, or write a version with the status `withdrawn`."))
        }
        return faults
    }

    private static func sections(
        _ index: Int, _ written: Label.Version, _ complete: Label.Version, declared: inout Set<Label.Section>
    ) -> [HistoryError.Fault] {
        let absent = Set(written.unknownSections)
        var faults: [HistoryError.Fault] = []
        for section in written.notKnown ?? [] where !absent.contains(section) {
            faults.append(
                .init(
                    version: index, field: "notKnown", found: "'\(section.rawValue)', which is written here",
                    expected: "sections that are not written", remedy: "Take it out of the list."))
        }
        declared.formUnion(written.notKnown ?? [])
        for section in complete.unknownSections where !declared.contains(section) {
            faults.append(
                .init(
                    version: index, field: section.rawValue, found: "nothing",
                    expected: "the section '\(section.rawValue)'",
                    remedy: "Write it; `[]` if the label states none; or list it under `notKnown`."))
            declared.insert(section)
        }
        if complete.indications?.isEmpty ?? true, index == 0 || written.indications != nil {
            faults.append(
                .init(
                    version: index, field: "indications", found: "no indication", expected: "one at least",
                    remedy: "Without an indication nobody can be held against the label."))
        }
        return faults
    }
}
