/// Finds and carries out a program's events, lane by lane.
///
/// A trigger that rises inside a step is found by halving the step from the same start until the time is known to
/// about 10⁻¹² of itself; the step that just includes the event is then taken, and the event happens at its end.
/// Events that rise at the same time happen in the model's order; assignments of one event are simultaneous.
final class EventMonitor {
    /// What a step was found to contain.
    enum Verdict { case nothing, searching, found }

    /// Rounds of events at one time before it is called a loop.
    private static let roundLimit = 100

    private let workspace: LaneWorkspace
    private let triggers: FieldExecutor
    private let assignments: [FieldExecutor]
    /// Trigger values at the last accepted point, by event and lane.
    private var before: [[Bool]]
    /// The step sizes between which an event lies: at the first it has not happened, at the second it has.
    private var searches: [(low: Double, high: Double)?]

    init(_ workspace: LaneWorkspace) {
        self.workspace = workspace
        triggers = FieldExecutor(workspace.program.triggers, workspace)
        assignments = workspace.program.events.map { FieldExecutor($0.assignments, workspace) }
        before = workspace.program.events.map { [Bool](repeating: $0.initiallyTrue, count: workspace.lanes) }
        searches = [(low: Double, high: Double)?](repeating: nil, count: workspace.lanes)
    }

    /// Whether the program has events at all.
    var isNeeded: Bool { !workspace.program.events.isEmpty }

    /// A lane holds a new patient.
    func reset(lane: Int) {
        for event in before.indices { before[event][lane] = workspace.program.events[event].initiallyTrue }
        searches[lane] = nil
    }

    /// The step that the search for an event asks for.
    func step(_ lane: Int) -> Double? { searches[lane].map { 0.5 * ($0.low + $0.high) } }

    /// Gives a search up: its step was rejected, or the event was found.
    func forgetSearch(_ lane: Int) { searches[lane] = nil }

    /// The search that goes on in a lane.
    func search(of lane: Int) -> (low: Double, high: Double)? { searches[lane] }

    /// Looks at the proposed states of these lanes.
    func examine(lanes: [Int]) -> [Verdict] {
        evaluate(atProposal: true)
        return lanes.map { lane in
            let rises = before.indices.contains { !before[$0][lane] && value($0, lane) }
            let h = workspace.clock[1, lane]
            guard var search = searches[lane] else {
                guard rises else { return .nothing }
                searches[lane] = (0, h)
                return .searching
            }
            if rises { search.high = h } else { search.low = h }
            searches[lane] = search
            let resolution = 1e-12 * max(1e-3, workspace.clock[0, lane].magnitude)
            let narrow = search.high - search.low <= max(resolution, 1e-13 * search.high)
            guard narrow, rises else {
                // The last attempt must be the one that includes the event.
                if narrow { searches[lane] = (search.high, search.high) }
                return .searching
            }
            return .found
        }
    }

    /// Carries out what has risen in these lanes at their present state, until nothing rises any more. Events that
    /// rise together take their values before any of them is carried out, as SBML has it by default
    /// (`useValuesFromTriggerTime`).
    /// - Returns: lanes in which events never came to rest.
    func fire(lanes: [Int]) -> [Int] {
        var restless = lanes
        for _ in 0..<Self.roundLimit {
            guard !restless.isEmpty else { return [] }
            evaluate(atProposal: false)
            var changes: [(target: Int, lane: Int, value: Double)] = []
            var moved = Set<Int>()
            for event in before.indices {
                let risen = restless.filter { !before[event][$0] && value(event, $0) }
                for lane in restless { before[event][lane] = value(event, lane) }
                guard !risen.isEmpty else { continue }
                moved.formUnion(risen)
                changes += assignedValues(of: event, lanes: risen)
            }
            for change in changes { workspace.state[change.target, change.lane] = change.value }
            restless = restless.filter(moved.contains)
        }
        return restless
    }

    /// Keeps the triggers at the accepted states of these lanes, which passed no event.
    func remember(lanes: [Int]) {
        guard !lanes.isEmpty else { return }
        evaluate(atProposal: false)
        for lane in lanes {
            for event in before.indices where !value(event, lane) { before[event][lane] = false }
        }
    }

    /// What an event sets in these lanes, by their present state.
    private func assignedValues(of event: Int, lanes: [Int]) -> [(target: Int, lane: Int, value: Double)] {
        let field = assignments[event]
        field.loadParameters()
        field.loadState()
        field.executor.run(groups: Set(lanes.map { $0 / Lanes.scalarCount }).sorted())
        return workspace.program.events[event].targets.enumerated().flatMap { index, target in
            lanes.map { (target, $0, field.executor.file[field.executor.output(index), $0]) }
        }
    }

    private func evaluate(atProposal: Bool) {
        triggers.loadParameters()
        triggers.loadState()
        if atProposal {
            let file = triggers.executor.file
            file.copyRows(0, from: workspace.proposal, 0, count: workspace.stateCount)
            for lane in 0..<workspace.lanes {
                file[triggers.timeRow, lane] = workspace.clock[0, lane] + workspace.clock[1, lane]
            }
        }
        triggers.executor.run(groups: Array(0..<(workspace.lanes / Lanes.scalarCount)))
    }

    private func value(_ event: Int, _ lane: Int) -> Bool {
        triggers.executor.file[triggers.executor.output(event), lane] != 0
    }
}
