import Care
import Foundation

/// A patient against some labels, as text for people and as JSON for programs.
struct EligibilityPage {
    private let candidate: Candidate
    private let jurisdiction: Jurisdiction
    private let day: Day
    private let results: [(label: Label, assessment: LabelAssessment)]

    init(_ candidate: Candidate, labels: [Label], in jurisdiction: Jurisdiction, on day: Day) {
        self.candidate = candidate
        self.jurisdiction = jurisdiction
        self.day = day
        results = labels.map { ($0, $0.assess(candidate, on: day)) }
    }

    static let disclaimer = "Research and education software, not a medical device: read the current label."

    var text: String {
        var lines = [
            "Patient  \(who)", "Labels   \(jurisdiction.rawValue) on \(day), \(results.count) products",
            Self.disclaimer,
        ]
        lines += section("ON LABEL") { if case .onLabel = $0 { true } else { false } }
        lines += section("UNKNOWN: nothing excludes, but these facts are missing") {
            if case .unknown = $0 { true } else { false }
        }
        lines += section("NOT ON LABEL") { if case .offLabel = $0 { true } else { false } }
        return lines.joined(separator: "\n")
    }

    private var who: String {
        var words = [candidate.diagnosis.words]
        if let subtype = candidate.subtype { words.append(subtype.words) }
        if let age = candidate.quantities[.age] { words.append("\(Self.short(age)) years") }
        if let weight = candidate.quantities[.weight] { words.append("\(Self.short(weight)) kg") }
        if let lines = candidate.lines {
            words.append(lines.count == 1 ? "1 earlier line" : "\(lines.count) earlier lines")
        }
        return words.joined(separator: ", ")
    }

    private func section(_ title: String, _ belongs: (LabelAssessment.Verdict) -> Bool) -> [String] {
        let mine = results.filter { belongs($0.assessment.verdict) }
        guard !mine.isEmpty else { return [] }
        return ["", title] + mine.flatMap { entry($0.label, $0.assessment) }
    }

    private func entry(_ label: Label, _ result: LabelAssessment) -> [String] {
        var lines = ["  \(label.subject.shortName) (\(label.subject.brand)), label \(result.label)"]
        switch result.verdict {
        case .onLabel(let indications):
            for id in indications {
                let text = label.indications?.first { $0.id == id }?.text ?? id
                lines.append("    for      \(text)")
                if let dose = dose(label, id) { lines.append("    dose     \(dose)") }
            }
            lines += result.grounds.map { "    met      \($0)" }
        case .offLabel(let reasons):
            lines += reasons.map { "    \($0.mayPass ? "not now " : "because ") \($0)" }
            if !result.missing.isEmpty { lines.append("    unknown  \(names(result.missing))") }
        case .unknown(let missing): lines += missing.map { "    find out \($0)" }
        }
        lines += result.cautions.map { "    caution  \($0)" }
        if !result.notLookedAt.isEmpty { lines.append("    cautions not looked at: \(names(result.notLookedAt))") }
        return lines
    }

    private func names(_ facts: [MissingFact]) -> String {
        var names: [String] = []
        for fact in facts where !names.contains(fact.fact) { names.append(fact.fact) }
        return names.joined(separator: "; ")
    }

    /// The dose of an indication for this patient, or what is missing for it; nil if the label's doses are not known.
    private func dose(_ label: Label, _ indication: String) -> String? {
        guard let dose = try? label.dose(for: indication) else { return nil }
        do {
            let limits = try dose.limits(weight: candidate.quantities[.weight])
            let range = limits.minimum.map { "\(Self.short($0)) to \(Self.short(limits.maximum))" }
            let aim = limits.target.map { ", aim \(Self.short($0))" } ?? ""
            return
                "\(range ?? "up to " + Self.short(limits.maximum))×10⁶ CAR-positive viable cells\(aim) (\(dose.citation))"
        } catch { return "\(error)" }
    }

    private static func short(_ value: Double) -> String {
        let rounded = (value * 100).rounded() / 100
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }

    // MARK: JSON

    private struct Output: Encodable {
        struct Result: Encodable {
            let product: String
            let short_name: String
            let brand: String
            let label: String
            let verdict: String
            let indications: [String]
            let grounds: [EligibilityFinding]
            let reasons: [EligibilityFinding]
            let missing: [MissingFact]
            let cautions: [EligibilityFinding]
            let not_looked_at: [MissingFact]
        }
        let diagnosis: Label.Disease
        let jurisdiction: Jurisdiction
        let day: Day
        let notice: String
        let products: [Result]
    }

    func json() throws -> String {
        let products = results.map { label, result in
            let (verdict, indications): (String, [String]) =
                switch result.verdict {
                case .onLabel(let indications): ("onLabel", indications)
                case .offLabel: ("offLabel", [])
                case .unknown: ("unknown", [])
                }
            return Output.Result(
                product: label.subject.product, short_name: label.subject.shortName, brand: label.subject.brand,
                label: result.label, verdict: verdict, indications: indications, grounds: result.grounds,
                reasons: result.reasons, missing: result.missing, cautions: result.cautions,
                not_looked_at: result.notLookedAt)
        }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        let output = Output(
            diagnosis: candidate.diagnosis, jurisdiction: jurisdiction, day: day, notice: Self.disclaimer,
            products: products)
        return String(decoding: try encoder.encode(output), as: UTF8.self)
    }
}
