import Catalogue
import Therapy

/// What `models --check` found.
struct CheckReport: Encodable {
    struct Entry: Encodable {
        let name: String
        let checks: [CheckRow]
        let holds: Bool

        init(_ model: ShelvedModel) {
            name = model.page.id
            checks = model.runChecks().map(CheckRow.init)
            holds = checks.allSatisfy(\.holds)
        }
    }

    let models: [Entry]
    /// Whether every verdict is still true.
    let holds: Bool

    init(_ models: [Entry]) {
        self.models = models
        holds = models.allSatisfy(\.holds)
    }

    var text: String {
        let all = models.flatMap(\.checks)
        let mismatches = all.count { $0.verdict == "mismatch" }
        let broken = all.count { !$0.holds }
        let end =
            "\(Self.count(all.count, "check", "checks")) of \(Self.count(models.count, "model", "models")): "
            + "\(all.count - mismatches) reproduced, "
            + "\(Self.count(mismatches, "mismatch", "mismatches")) on record; "
            + (broken == 0 ? "every verdict holds" : "no longer so: \(broken)")
        return (models.map { "\($0.name)\n\(CheckRow.table($0.checks))\n" } + [end]).joined(separator: "\n")
    }

    /// Which verdicts no longer hold.
    var complaint: String {
        let broken = models.flatMap { model in
            model.checks.filter { !$0.holds }.map { row in
                "\(model.name)/\(row.id): "
                    + (row.failure ?? "found \(row.found.map(Figure.text) ?? "nothing"), expected "
                        + "\(Figure.text(row.expected)), on record as \(row.verdict)")
            }
        }
        let head =
            "\(Self.count(broken.count, "verdict no longer holds", "verdicts no longer hold")); "
            + "correct the model, or the page (Models/NAME/model.yaml):"
        return ([head] + broken).joined(separator: "\n  ")
    }

    private static func count(_ number: Int, _ one: String, _ many: String) -> String {
        "\(number) \(number == 1 ? one : many)"
    }
}
