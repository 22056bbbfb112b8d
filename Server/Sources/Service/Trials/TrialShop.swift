import Care
import Catalogue
import Dynamics
import Foundation
import Native
import Therapy

/// Makes trials of studies from the shelf of models and evidence. The body is compiled once.
struct TrialShop: Sendable {
    let shelf: Shelf
    private let body: Body

    /// - Throws: `CatalogueError`, or an error of the model, if the data that ship are not whole.
    init(_ shelf: Shelf) throws {
        self.shelf = shelf
        let url = try shelf.model("body")
        let text = try String(contentsOf: url, encoding: .utf8)
        let program = try Program(Model(sbml: text, file: url.lastPathComponent))
        // Compiled where there is a compiler; that changes the speed and no digit.
        body = try (try? Body(program, backend: NativeCompiler().backend(for: program))) ?? Body(program)
    }

    /// A study, ready to run.
    /// - Throws: `Problem` naming the field that is not known here.
    func setting(_ order: TrialOrder, arm: Int = 0) throws -> TrialSetting {
        guard shelf.studies.contains(order.study) else {
            throw Problem.invalid("study", "there is no such study", "GET /api/v1/studies lists them.")
        }
        let policy = try policy(order.policies[arm])
        let study = try shelf.study(order.study)
        let names = Set(body.program.parameters.map(\.id))
        for name in order.changes.keys.sorted() where !names.contains(name) {
            throw Problem.invalid(
                "changes.\(name.prefix(40))", "the body has no such parameter", "GET /api/v1/models lists them.")
        }
        let overrides = order.changes.mapValues {
            SourcedValue(value: $0, unit: "1", cv: nil, bounded: nil, origin: .assumed, source: "changed for this run")
        }
        return try TrialSetting(
            study: study, product: shelf.product(study.product), disease: shelf.disease(study.disease),
            covariates: shelf.covariates(), course: shelf.course(), body: body, base: shelf.bodyParameters(),
            policy: policy, fitted: shelf.fitted()?.parameters ?? .none, overrides: overrides, drugs: shelf.drugs(),
            seed: order.seed)
    }

    private func policy(_ name: String) throws -> ManagementPolicy? {
        guard name != "as-published" else { return nil }
        guard shelf.policies.contains(name) else {
            throw Problem.invalid(
                "policies", "there is no such policy", "Choose as-published, \(shelf.policies.joined(separator: ", "))."
            )
        }
        return try shelf.policy(name)
    }
}

/// A trial as it is asked for. The same order gives the same patients, to the digit.
struct TrialOrder: Codable, Sendable, Hashable {
    var study: String
    var patients: Int
    var seed: UInt64
    /// How toxicity is managed: one an arm, the reference first. All arms have the same virtual patients.
    var policies: [String]
    /// Parameters of the body that are changed.
    var changes: [String: Double]

    static func shape(largest: Int) -> Shape {
        .object([
            .must("study", .line(1...100), "As GET /api/v1/studies lists them"),
            .must("patients", .integer(1...largest)),
            .may("seed", .integer(0...Int(Int32.max)), "1 if not given"),
            .may(
                "policies", .array(.line(1...100), count: 1...4),
                "How toxicity is managed, one an arm, the reference first; as-published if not given"),
            .may("changes", .map(.number(0...1e12)), "Parameters of the body, by name"),
        ])
    }

    init(_ json: JSON) {
        study = json["study"]?.text ?? ""
        if case .integer(let number)? = json["patients"] { patients = number } else { patients = 1 }
        if case .integer(let number)? = json["seed"] { seed = UInt64(max(0, number)) } else { seed = 1 }
        policies = ["as-published"]
        if case .array(let items)? = json["policies"] { policies = items.compactMap(\.text) }
        changes = [:]
        guard case .object(let fields)? = json["changes"] else { return }
        for (name, value) in fields {
            switch value {
            case .integer(let number): changes[name] = Double(number)
            case .number(let number): changes[name] = number
            default: continue
            }
        }
    }
}
