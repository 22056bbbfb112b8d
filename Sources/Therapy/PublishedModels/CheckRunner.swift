import Dynamics

/// Runs the checks of a published model.
///
/// ```swift
/// let results = CheckRunner(page, model: Model(sbml: text), tables: [:]).run()
/// results.allSatisfy(\.holds)
/// ```
public struct CheckRunner: Sendable {
    private let page: PublishedModel
    private let model: Model
    private let tables: [String: MemberTable]
    /// Relative tolerance of the integration, far below that of any check.
    private static let relativeTolerance = 1e-8

    /// - Parameters:
    ///   - model: the model's SBML.
    ///   - tables: tables of parameters that the checks name.
    public init(_ page: PublishedModel, model: Model, tables: [String: MemberTable] = [:]) {
        self.page = page
        self.model = model
        self.tables = tables
    }

    /// Runs all checks, in the page's order.
    public func run() -> [CheckResult] { page.checks.map(run) }

    /// Runs one check. What goes wrong is told in the result.
    public func run(_ check: ModelCheck) -> CheckResult {
        do {
            let found = try measure(check)
            if let found, !found.isFinite {
                return CheckResult(check: check, found: nil, failure: "the figure is \(found)")
            }
            return CheckResult(check: check, found: found)
        } catch {
            return CheckResult(check: check, found: nil, failure: "\(error)")
        }
    }

    private func measure(_ check: ModelCheck) throws -> Double? {
        let program = try program(for: check)
        let tolerances = Tolerances(relative: Self.relativeTolerance, absolute: page.absoluteTolerance)
        let run = ModelRun(
            program: program, members: try members(of: check, in: program), tolerances: tolerances)
        let values = try run.measure(check.quantity)
        return switch check.members {
        case .typical, .row: values[0]
        case .rows(_, _, let statistic), .sampled(_, _, _, let statistic): statistic.value(of: values)
        }
    }

    /// The program with the initial values that the check changes.
    private func program(for check: ModelCheck) throws -> Program {
        var model = model
        let constants = try Program(model).parameters.map(\.id)
        for (id, value) in check.changes.sorted(by: { $0.key < $1.key }) where !constants.contains(id) {
            guard let changed = model.starting(id, at: value) else {
                throw ModelRun.Failed(description: "the model has no parameter or state '\(id)'")
            }
            model = changed
        }
        return try Program(model)
    }

    private func members(of check: ModelCheck, in program: Program) throws -> [[Double]] {
        let typical = program.parameters.map { check.changes[$0.id] ?? $0.value }
        let members: [[Double]]
        switch check.members {
        case .typical: members = [typical]
        case .row(let name, let label):
            members = try rows(of: name, check) { $0 == label }.map { $0(typical, program) }
        case .rows(let name, let beginning, _):
            members = try rows(of: name, check) { $0.hasPrefix(beginning) }.map { $0(typical, program) }
        case .sampled(let count, let seed, let reading, _):
            members = (0..<count).map { draw($0, about: typical, seed, reading, check, program) }
        }
        guard !members.isEmpty else { throw ModelRun.Failed(description: "no member of the table has that label") }
        return members
    }

    /// What each chosen row of a table does to the parameters; what the check changes it leaves alone.
    private func rows(
        of name: String, _ check: ModelCheck, where isChosen: (String) -> Bool
    ) throws -> [([Double], Program) -> [Double]] {
        guard let table = tables[name] else { throw ModelRun.Failed(description: "there is no table '\(name)'") }
        return zip(table.labels, table.rows).filter { isChosen($0.0) }.map { _, row in
            { typical, program in
                var values = typical
                for (column, value) in zip(table.columns, row) where check.changes[column] == nil {
                    if let index = program.parameter(column) { values[index] = value }
                }
                return values
            }
        }
    }

    /// A member drawn with the parameters' spreads, each from a stream of its own, so that giving one parameter a spread
    /// changes no other.
    private func draw(
        _ member: Int, about typical: [Double], _ seed: UInt64, _ reading: SpreadReading, _ check: ModelCheck,
        _ program: Program
    ) -> [Double] {
        zip(program.parameters, typical).map { parameter, value in
            guard let spread = page.parameters[parameter.id]?.spread,
                spread.isAboutValue || check.changes[parameter.id] == nil
            else { return value }
            let purpose = RandomPurpose("model.\(page.id).\(parameter.id)")
            var stream = RandomStream(seed: seed, patient: UInt64(member), purpose: purpose)
            return spread.draw(about: value, reading: reading, from: &stream)
        }
    }
}
