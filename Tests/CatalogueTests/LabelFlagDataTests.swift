import Care
import Catalogue
import Testing

@Suite("Label data: flags are honest")
struct LabelFlagDataTests {
    /// All facts of a version.
    func facts(_ version: Label.Version) -> [any Cited] {
        let criteria =
            (version.contraindications ?? []) + (version.limitationsOfUse ?? []) + (version.warnings ?? [])
            + (version.trialCriteria ?? [])
        var facts: [any Cited] = [version]
        facts += version.indications ?? []
        facts += criteria
        facts += version.washouts ?? []
        facts += version.doses ?? []
        facts += version.lymphodepletion ?? []
        facts += version.premedication ?? []
        facts += version.release ?? []
        facts += version.boxedWarnings ?? []
        facts += version.aftercare ?? []
        let single: [(any Cited)?] = [
            version.collection, version.thaw, version.infusion, version.tocilizumab, version.transport,
            version.monitoring,
            version.proximity, version.driving, version.certification, version.followUp,
        ]
        return facts + single.compactMap { $0 }
    }

    @Test("What a source says is from memory is flagged so, and no label is from memory altogether")
    func memory() throws {
        for history in try LabelShelf.book.get().histories {
            for version in history.versions {
                let all = facts(version)
                for fact in all where fact.source.lowercased().contains("from memory") {
                    #expect(fact.flag == .memory, "\(history.subject.shortName) \(version.version): \(fact.source)")
                }
                #expect(all.contains { $0.flag < .memory }, "\(history.subject.shortName) \(version.version)")
            }
        }
    }

    @Test("Doses of the seven products were read or come from a secondary source, but for those named here")
    func doses() throws {
        let remembered: Set = [
            "axi-cel CN", "brexu-cel EU b-all-26", "liso-cel US lbcl-first-line-failure", "obe-cel US", "obe-cel EU",
        ]
        var found: Set<String> = []
        for history in try LabelShelf.book.get().histories where LabelShelf.western.contains(history.subject.shortName)
        {
            for dose in try #require(history.versions.last?.doses) where dose.flag == .memory {
                let id = dose.indications.map { " \($0[0])" } ?? ""
                found.insert("\(history.subject.shortName) \(history.subject.jurisdiction.rawValue)\(id)")
            }
        }
        #expect(found == remembered)
    }

    @Test("Every version says what changed, and begins on the day that it is named after")
    func names() throws {
        for history in try LabelShelf.book.get().histories {
            for version in history.versions {
                #expect(version.version == version.effectiveFrom.description && !version.changed.isEmpty)
            }
        }
    }
}
