import Care
import Therapy

extension Shelf {
    /// Every figure that a plan for patient and family may state: the label in force, boxed warnings of any jurisdiction,
    /// published results of the studies in this product and disease, and usual practice.
    ///
    /// - Parameters:
    ///   - product: identifier, short name or brand.
    ///   - disease: which; nil if the label is for one disease only.
    ///   - jurisdiction: where; nil for the United States, or the only place where the product has a label.
    ///   - day: when, for the label's version.
    /// - Throws: `LabelLookupError`; `DiseaseNeeded`; `CatalogueError` if a file is wrong.
    public func expectedFigures(
        product: String, disease: Label.Disease?, jurisdiction: Jurisdiction?, on day: Day
    ) throws -> ExpectedFigures {
        let book = try labels()
        let places = book.histories.filter { $0.subject.isNamed(product) }.map(\.subject.jurisdiction)
        let place = jurisdiction ?? (places.contains(.us) || places.isEmpty ? .us : places[0])
        let label = try book.label(of: product, in: place, on: day)
        let disease = try disease ?? Self.onlyDisease(of: label)
        let warnings = Jurisdiction.allCases.flatMap { place in
            book.labels(in: place, on: day).filter { $0.subject.product == label.subject.product }
                .flatMap { $0.boxedWarnings ?? [] }
        }
        let results = try studies.map { try study($0) }
            .filter { $0.product == label.subject.product && Label.Disease(named: $0.disease) == disease }
            .flatMap(\.expectedResults)
        return ExpectedFigures(
            disease: disease, label: label, warnings: warnings, results: results, practice: try practice())
    }

    private static func onlyDisease(of label: Label) throws -> Label.Disease {
        let diseases = label.diseases
        guard diseases.count == 1 else { throw DiseaseNeeded(label: label.nameAndVersion, known: diseases) }
        return diseases[0]
    }

    /// Figures of usual practice; none if this data root has none.
    ///
    /// - Throws: `CatalogueError` if the file is wrong.
    public func practice() throws -> [PracticeFact] {
        let file = "Evidence/practice.yaml"
        return try Self.practice(from: text(of: file), file: file)
    }

    /// Decodes figures of usual practice and checks them.
    ///
    /// - Throws: `CatalogueError`, with a line for each fault.
    public static func practice(from text: String, file: String) throws -> [PracticeFact] {
        let document = try YAMLDocument(text, file: file)
        let facts = try NodeDecoder.decode(PracticeFile.self, from: document).facts
        var inspection = Inspection(of: document)
        var seen: Set<PracticeFact.Kind> = []
        for (index, fact) in facts.enumerated() {
            let path = FieldPath() + "facts" + index
            inspection.require(
                seen.insert(fact.kind).inserted, path + "kind", "a kind that is not there yet", "Keep one of the two.")
            inspection.require(
                fact.value.isFinite && fact.value > 0, path + "value", "a number above 0", "Write the figure.")
            inspection.require(
                fact.upTo.map { $0 > fact.value } ?? true, path + "upTo", "more than `value`", "Exchange the two.")
            inspection.require(
                fact.of.map { $0 > fact.value } ?? true, path + "of", "more than `value`", "Write how many there were.")
            inspection.requireText(fact.source, path + "source")
        }
        try inspection.conclude()
        return facts
    }

    private struct PracticeFile: Codable {
        let facts: [PracticeFact]
    }
}

/// A disease must be named.
public struct DiseaseNeeded: Error, Sendable, Equatable, CustomStringConvertible {
    /// The label, with its version.
    public var label: String
    /// The diseases that it is for.
    public var known: [Label.Disease]

    /// What to choose from.
    public var description: String {
        known.isEmpty
            ? "the indications of \(label) are not known here; name the disease with --disease"
            : "\(label) is for several diseases; name one with --disease: \(known.map(\.words).joined(separator: "; "))"
    }
}

extension Label {
    /// The diseases that it is for, in the order of its indications.
    public var diseases: [Disease] {
        var diseases: [Disease] = []
        for indication in version.indications ?? [] where !diseases.contains(indication.disease) {
            diseases.append(indication.disease)
        }
        return diseases
    }
}
