import Care

extension Inspection {
    /// A label file: its head, and each version as far as it is written there.
    mutating func check(_ file: LabelFile) {
        let subject = file.subject
        let texts = [
            ("product", subject.product), ("shortName", subject.shortName), ("brand", subject.brand),
            ("manufacturer", subject.manufacturer),
        ]
        for (name, text) in texts { requireText(text, FieldPath("subject") + name) }
        let name = "\(subject.product)-\(subject.jurisdiction.rawValue.lowercased())"
        let fileName = document.file.split(separator: "/").last.map(String.init) ?? document.file
        require(
            fileName == name + ".yaml", "subject.product", "the file's name to be '\(name).yaml'",
            found: "'\(fileName)'",
            "Rename the file, or correct product or jurisdiction.")
        for (index, version) in file.versions.enumerated() { check(version, "versions" + index) }
    }

    /// Versions that do not follow one another.
    mutating func check(_ error: HistoryError) {
        for fault in error.faults {
            let path = fault.version.map { FieldPath("versions") + $0 + fault.field } ?? "versions"
            require(false, path, fault.expected, found: fault.found, fault.remedy)
        }
    }

    /// Identifiers that a section refers to, in each version as it stands with what it inherits.
    mutating func check(_ history: Label.History, written: LabelFile) {
        for (index, version) in history.versions.enumerated() {
            let path = FieldPath("versions") + index
            let indications = Set((version.indications ?? []).map(\.id))
            let criteria =
                (version.contraindications ?? []) + (version.limitationsOfUse ?? []) + (version.warnings ?? [])
                + (version.trialCriteria ?? [])
            for criterion in criteria {
                refer(criterion.indications, indications, path, "the criterion '\(criterion.id)'")
            }
            let ids = Dictionary(grouping: criteria, by: \.id)
            for (name, list) in lists(written.versions[index]) {
                for (offset, criterion) in list.enumerated() where (ids[criterion.id]?.count ?? 0) > 1 {
                    require(
                        false, path + name + offset + "id", "each criterion's id once in a version",
                        "Give it another id; the four lists count as one.")
                }
            }
            let changed = written.versions[index]
            if let doses = version.doses, changed.doses != nil || changed.indications != nil {
                let place = path + (changed.doses == nil ? "indications" : "doses")
                cover(doses.map(\.indications), indications, place, "dose", mayBeNone: false)
            }
            if let regimens = version.lymphodepletion, changed.lymphodepletion != nil || changed.indications != nil {
                let place = path + (changed.lymphodepletion == nil ? "indications" : "lymphodepletion")
                cover(regimens.map(\.indications), indications, place, "lymphodepletion", mayBeNone: true)
            }
        }
    }

    /// The lists of criteria that are written in a version, by name.
    private func lists(_ version: Label.Version) -> [(String, [Label.Criterion])] {
        [
            ("contraindications", version.contraindications ?? []),
            ("limitationsOfUse", version.limitationsOfUse ?? []),
            ("warnings", version.warnings ?? []), ("trialCriteria", version.trialCriteria ?? []),
        ]
    }

    private mutating func refer(_ ids: [String]?, _ known: Set<String>, _ path: FieldPath, _ who: String) {
        for id in ids ?? [] where !known.contains(id) {
            let near = NearMatches.of(id, among: known)
            require(
                false, path, "ids of this version's indications: \(known.sorted().joined(separator: ", "))",
                found: "'\(id)', to which \(who) refers",
                near.isEmpty ? "Correct the id, here or there." : "Did you mean \(near.joined(separator: " or "))?")
        }
    }

    /// Each indication has exactly one entry.
    private mutating func cover(
        _ entries: [[String]?], _ indications: Set<String>, _ path: FieldPath, _ what: String, mayBeNone: Bool
    ) {
        if mayBeNone, entries.isEmpty { return }
        for ids in entries { refer(ids, indications, path, "a \(what)") }
        for id in indications.sorted() {
            let count = entries.count { $0?.contains(id) ?? true }
            require(
                count == 1, path, "exactly one \(what) for each indication", found: "\(count) for '\(id)'",
                count == 0 ? "Write one, or leave `indications` out of the one for all." : "Keep one of them.")
        }
    }

    private mutating func check(_ version: Label.Version, _ path: FieldPath) {
        requireText(version.version, path + "version")
        requireText(version.changed, path + "changed")
        requireText(version.source, path + "source")
        for (index, indication) in (version.indications ?? []).enumerated() {
            let others = version.indications?[..<index].map(\.id) ?? []
            check(indication, path + "indications" + index, others: others)
        }
        for (name, criteria) in lists(version) {
            let effects: Set<Label.Criterion.Effect> =
                switch name {
                case "warnings": [.delays, .cautions]
                case "trialCriteria": [.cautions]
                default: [.excludes]
                }
            for (index, criterion) in criteria.enumerated() { check(criterion, path + name + index, effects: effects) }
        }
        for (index, dose) in (version.doses ?? []).enumerated() { check(dose, path + "doses" + index) }
        for (index, regimen) in (version.lymphodepletion ?? []).enumerated() {
            check(regimen, path + "lymphodepletion" + index)
        }
        checkPreparation(version, path)
        checkHandling(version, path)
        checkAftercare(version, path)
    }

    /// Every fact has a source.
    mutating func requireSource(_ fact: some Cited, _ path: FieldPath) { requireText(fact.source, path + "source") }
}
