import Dynamics
import Foundation

/// One case of the SBML Test Suite (semantic, time course): a model, what to simulate, and what must come out.
struct ConformanceCase {
    /// What became of a case.
    enum Verdict {
        case passed
        /// A result differs, or the run failed.
        case failed(String)
        /// The model says something that the engine does not know.
        case refused(String)
    }

    /// Why a case cannot be judged at all.
    struct Unreadable: Error, CustomStringConvertible { let description: String }

    let name: String
    private let model: URL
    private let settings: ConformanceSettings
    private let expected: ExpectedResults

    /// - Parameter folder: `NNNNN`, with `NNNNN-sbml-lXvY.xml`, `NNNNN-settings.txt` and `NNNNN-results.csv`.
    init(folder: URL) throws(Unreadable) {
        let name = folder.lastPathComponent
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        let models = files.filter { $0.pathExtension == "xml" && $0.lastPathComponent.hasPrefix("\(name)-sbml-") }
        guard let model = models.max(by: { $0.lastPathComponent < $1.lastPathComponent }) else {
            throw Unreadable(description: "\(folder.path) has no file \(name)-sbml-….xml")
        }
        self.name = name
        self.model = model
        settings = try ConformanceSettings(file: folder.appending(path: "\(name)-settings.txt"))
        expected = try ExpectedResults(file: folder.appending(path: "\(name)-results.csv"))
    }

    /// Runs the case and judges it by its own tolerances.
    func judge() -> Verdict {
        let program: Program
        do {
            let text = try String(contentsOf: model, encoding: .utf8)
            let read = try Model(sbml: text, file: model.lastPathComponent)
            program = try Program(
                read, observing: settings.variables.map { ("?" + $0, settings.formula(of: $0, in: read)) })
        } catch let error as SBMLError {
            return .refused("\(error.element): \(error.problem)")
        } catch let error as ProgramError {
            return .refused("'\(error.symbol)': \(error.problem)")
        } catch {
            return .failed("\(error)")
        }
        return compare(simulate(program))
    }

    private func simulate(_ program: Program) -> (rows: [[Double]], failure: LaneFailure?) {
        // Ten thousand times as exact as the suite's own tolerances, which are 1e-4 relative for most cases.
        let integrator = LaneIntegrator(
            program, backend: .portable, tolerances: Tolerances(relative: 1e-9, absolute: 1e-13))
        let columns = settings.variables.compactMap { program.observable("?" + $0) }
        let times = settings.times
        var rows: [[Double]] = []
        var failure: LaneFailure?
        integrator.run(
            starting: { lane in
                guard lane == 0 else { return .idle }
                integrator.load(lane: 0, time: settings.start)
                return .advance(to: settings.start)
            },
            atStop: { _, stop in
                if case .failed(let why) = stop {
                    failure = why
                    return .idle
                }
                rows.append(columns.map { integrator.observable($0, lane: 0) })
                return rows.count < times.count ? .advance(to: times[rows.count]) : .idle
            })
        return (rows, failure)
    }

    private func compare(_ result: (rows: [[Double]], failure: LaneFailure?)) -> Verdict {
        if let failure = result.failure { return .failed("\(failure)") }
        for (index, row) in expected.rows.enumerated() {
            guard index < result.rows.count else { return .failed("there are fewer times than expected") }
            for (column, variable) in settings.variables.enumerated() {
                guard let place = expected.column(of: variable) else { continue }
                let (own, wanted) = (result.rows[index][column], row[place])
                guard !settings.accepts(own, for: wanted) else { continue }
                return .failed("\(variable) at time \(settings.times[index]) is \(own), expected \(wanted)")
            }
        }
        return .passed
    }
}
