import Dynamics
import Foundation
import Synchronization
import Tables

/// Carries a plan out: members go to the writer as they are done, so that memory does not grow with their number.
struct SimulationRun {
    private let plan: SimulationPlan
    private let command: SimulateCommand

    init(_ plan: SimulationPlan, _ command: SimulateCommand) {
        self.plan = plan
        self.command = command
    }

    /// What is shared between the threads; touched only under its lock.
    private final class Ledger: @unchecked Sendable {
        private let lock = NSLock()
        var writer: (any MemberWriter)?
        var failures: [(member: Int, why: String)] = []
        var failed = 0
        var violations: [String: Int] = [:]
        var regrown: [String: Int] = [:]
        var printed = ""

        init(writer: (any MemberWriter)?) { self.writer = writer }

        func exclusively<Result>(_ body: (Ledger) throws -> Result) rethrows -> Result {
            lock.lock()
            defer { lock.unlock() }
            return try body(self)
        }
    }

    func run() throws -> SimulationResult {
        let (backend, note) = try plan.backend(command.backend)
        if command.backend == .compiled, let note { throw CommandError(note) }
        var settings = Ensemble.Settings()
        settings.schedule = .times(plan.times)
        settings.method = command.method.method
        settings.tolerances = Tolerances(relative: command.rtol, absolute: command.atol)
        settings.backend = backend
        settings.threads = command.threads
        settings.saved = savedStates
        settings.stopsAtRows = command.stopAtPoints
        var ensemble = Ensemble(plan.program, members: plan.members) { plan.parameters(of: $0) }
        ensemble.extinctions = plan.extinctions

        let shared = Ledger(writer: try writer())
        let meter = ProgressMeter(total: plan.members, noun: "members")
        let done = Atomic<Int>(0)
        let desks = MemberDesks(plan, summary: command.summary, absolute: command.atol)
        let clock = ContinuousClock()
        let started = clock.now
        let statistics: LaneIntegrator.Statistics
        do {
            statistics = try ensemble.run(over: command.start...command.end, settings) { result in
                if Interruption.isRequested { throw Interrupted() }
                try desks.withDesk { desk in
                    desk.take(result)
                    try shared.exclusively { try keep(result, desk, $0) }
                }
                meter.update(done.add(1, ordering: .relaxed).newValue)
            }
            try shared.exclusively { try $0.writer?.finish() }
        } catch {
            meter.finish()
            shared.exclusively { $0.writer?.discard() }
            throw error
        }
        meter.finish()
        let elapsed = clock.now - started
        return shared.exclusively { shared in
            if !command.json, command.output == nil { print(shared.printed, terminator: "") }
            return SimulationResult(
                model: plan.program.id, members: plan.members, failed: shared.failed,
                seconds: Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18,
                steps: statistics.accepted, rejected: statistics.rejected, backend: backend.kind.rawValue,
                method: command.method.rawValue, threads: command.threads, output: command.output,
                notes: notes(shared, note), firstFailure: shared.failures.first.map(\.why))
        }
    }

    /// The states that are needed; nil for all.
    private var savedStates: [Int]? {
        var states: [Int] = []
        for item in plan.saved {
            guard case .state(let index) = item.source else { return nil }
            states.append(index)
        }
        return states == Array(plan.program.states.indices) ? nil : states
    }

    private func keep(_ result: Ensemble.Result, _ desk: MemberDesk, _ shared: Ledger) throws {
        let failure = result.failure.map { "\($0)" }
        if let failure {
            shared.failed += 1
            if shared.failures.count < 5 {
                shared.failures.append((result.member, "member \(result.member): \(failure)"))
            }
        }
        for violation in result.violations { shared.violations["\(violation.constraint.id)", default: 0] += 1 }
        for state in desk.regrown { shared.regrown[plan.saved[state].quantity.id, default: 0] += 1 }
        if let writer = shared.writer {
            try writer.write(member: result.member, values: desk.values, failure: failure)
        } else if command.output == nil, !command.json {
            shared.printed = desk.text
        }
    }

    private func writer() throws -> (any MemberWriter)? {
        guard let output = command.output, let format = SimulationFormat(path: output) else { return nil }
        let attributes = [
            "history": "livingdrug simulate \(URL(fileURLWithPath: command.model).lastPathComponent)",
            "relative_tolerance": "\(command.rtol)", "absolute_tolerance": "\(command.atol)",
            "method": command.method.rawValue,
        ]
        if command.summary {
            let header = SummaryHeader(
                model: plan.program.id,
                columns: Outcomes.columns(of: plan.saved.map(\.quantity), plan.program.timeUnit),
                members: plan.members, attributes: attributes)
            return switch format {
            case .csv: try CSVSummaryWriter(path: output, header: header)
            case .netCDF: try NetCDFSummaryWriter(path: output, header: header)
            }
        }
        let header = TrajectoryHeader(
            model: plan.program.id, timeUnit: plan.program.timeUnit, times: plan.times,
            quantities: plan.saved.map(\.quantity), members: plan.members, attributes: attributes)
        return switch format {
        case .csv: try CSVTrajectoryWriter(path: output, header: header)
        case .netCDF: try NetCDFTrajectoryWriter(path: output, header: header)
        }
    }

    private func notes(_ shared: Ledger, _ backend: String?) -> [String] {
        var notes = [backend].compactMap { $0 }
        notes += shared.failures.map(\.why)
        if shared.failed > shared.failures.count { notes.append("\(shared.failed) members failed in all") }
        for (constraint, count) in shared.violations.sorted(by: { $0.key < $1.key }) {
            let message = plan.program.constraints.first { $0.id == constraint }?.message ?? ""
            notes.append(
                "'\(constraint)' of the model does not hold in \(count) of \(plan.members) members"
                    + (message.isEmpty ? "" : ": \(message)"))
        }
        for (state, count) in shared.regrown.sorted(by: { $0.key < $1.key }) {
            notes.append(
                "'\(state)' fell below the absolute tolerance (\(command.atol)) and grew again in \(count) of "
                    + "\(plan.members) members: what regrows is rounding. Say below what value its last cell is gone "
                    + "(--extinct \(state)=VALUE), or tighten --atol.")
        }
        return notes
    }
}
