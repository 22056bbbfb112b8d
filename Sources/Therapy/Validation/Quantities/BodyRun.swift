import Dynamics

/// The body alone: no patient, no rules; doses are put in and something is watched.
struct BodyRun {
    /// Something done to the body on a day.
    enum Action {
        /// A parameter takes a value (an infusion starts or stops)
        case set(String, Double)
        /// A state gets more by an amount (a dose)
        case add(String, Double)
        /// A state takes a value
        case put(String, Double)
    }

    private let program: Program
    private let backend: Backend
    private var parameters: [Double]
    private var actions: [(day: Double, action: Action)] = []

    /// A body with parameters by program order.
    init(_ body: Body, parameters: [Double]) {
        program = body.program
        backend = body.backend
        self.parameters = parameters
    }

    /// A typical body: the model's own values.
    init(_ body: Body, typical base: [String: BodyParameter]) {
        self.init(body, parameters: body.program.parameters.map { base[$0.id]?.value ?? $0.value })
    }

    /// Gives a parameter another value from the start.
    mutating func set(_ name: String, _ value: Double) throws(NotSimulated) {
        parameters[try parameter(name)] = value
    }

    /// Does something on a day.
    mutating func act(_ action: Action, on day: Double) throws(NotSimulated) {
        switch action {
        case .set(let name, _): _ = try parameter(name)
        case .add(let name, _), .put(let name, _): _ = try state(name)
        }
        actions.append((day, action))
    }

    /// Lets a dose run in at a constant rate: `amount` over `days`.
    mutating func infuse(_ input: String, amount: Double, on day: Double, over days: Double) throws(NotSimulated) {
        try act(.set(input, amount / days), on: day)
        try act(.set(input, 0), on: day + days)
    }

    /// The value of a state or an assignment on each of the days, which must rise; the run starts on day `start`.
    func watch(_ name: String, on days: [Double], from start: Double = 0) throws(NotSimulated) -> [Double] {
        let observable = program.observable(name)
        let watchedState = observable == nil ? try state(name) : 0
        let stops = Set(actions.map(\.day) + days).filter { $0 >= start }.sorted()
        // Tighter than the trial: halving times are read off single values.
        let integrator = LaneIntegrator(
            program, backend: backend, method: .rodas5p, tolerances: Tolerances(relative: 1e-7, absolute: 1e-10))
        var found: [Double: Double] = [:]
        var failure: LaneFailure?
        var next = 0
        integrator.run(
            starting: { lane in
                guard lane == 0, let first = stops.first else { return .idle }
                integrator.load(lane: 0, time: start, parameters: parameters)
                return .advance(to: first)
            },
            atStop: { lane, stop in
                if case .failed(let reason) = stop {
                    failure = reason
                    return .idle
                }
                let day = stops[next]
                // What is watched on the day of a dose is watched before it.
                if days.contains(day) {
                    found[day] =
                        observable.map { integrator.observable($0, lane: lane) }
                        ?? integrator.state(watchedState, lane: lane)
                }
                for item in actions where item.day == day { apply(item.action, integrator, lane) }
                next += 1
                return next < stops.count ? .advance(to: stops[next]) : .idle
            })
        if let failure { throw NotSimulated("the body could not be integrated: \(failure)") }
        return days.map { found[$0] ?? .nan }
    }

    private func apply(_ action: Action, _ integrator: LaneIntegrator, _ lane: Int) {
        switch action {
        case .set(let name, let value):
            if let index = program.parameter(name) { integrator.setParameter(index, lane: lane, to: value) }
        case .add(let name, let amount):
            guard let index = program.state(name) else { return }
            integrator.setState(index, lane: lane, to: integrator.state(index, lane: lane) + amount)
        case .put(let name, let value):
            if let index = program.state(name) { integrator.setState(index, lane: lane, to: value) }
        }
    }

    private func parameter(_ name: String) throws(NotSimulated) -> Int {
        guard let index = program.parameter(name) else {
            throw NotSimulated("the body has no parameter '\(name)'")
        }
        return index
    }

    private func state(_ name: String) throws(NotSimulated) -> Int {
        guard let index = program.state(name) else { throw NotSimulated("the body has no state '\(name)'") }
        return index
    }
}
