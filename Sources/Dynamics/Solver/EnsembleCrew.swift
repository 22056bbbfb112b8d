/// One thread's integrator and the members that it has in its lanes.
final class EnsembleCrew {
    private let ensemble: Ensemble
    private let integrator: LaneIntegrator
    private let start: Double
    private let end: Double
    private let rows: Int
    private let width: Int
    private var members: [Int]
    private var parameters: [[Double]]
    private let buffers: [UnsafeMutableBufferPointer<Double>]
    /// Times at which members of a model with a past stop: its observables cannot be had from saved states.
    private let stops: [Double]
    private var observables: [[Double]]

    init(
        _ ensemble: Ensemble, _ settings: Ensemble.Settings, _ backend: Backend, start: Double, end: Double,
        _ times: [Double]
    ) {
        self.ensemble = ensemble
        self.start = start
        self.end = end
        rows = times.count
        width = settings.saved?.count ?? ensemble.program.states.count
        integrator = LaneIntegrator(
            ensemble.program, backend: backend, method: settings.method, tolerances: settings.tolerances,
            saving: times, saved: settings.saved,
            stopsAtRows: settings.stopsAtRows)
        stops = ensemble.program.delayCount > 0 ? times : []
        observables = [[Double]](repeating: [], count: backend.lanes)
        members = [Int](repeating: 0, count: backend.lanes)
        parameters = [[Double]](repeating: [], count: backend.lanes)
        let (rows, width) = (rows, width)
        buffers = (0..<backend.lanes).map { _ in
            let buffer = UnsafeMutableBufferPointer<Double>.allocate(capacity: max(1, rows * width))
            buffer.initialize(repeating: .nan)
            return buffer
        }
    }

    deinit { for buffer in buffers { buffer.deallocate() } }

    var statistics: LaneIntegrator.Statistics { integrator.statistics }

    func run(
        next: () -> (member: Int, parameters: [Double]?)?, receive: (Ensemble.Result) throws -> Void
    ) throws {
        func load(_ lane: Int) -> LaneIntegrator.Directive {
            guard let (member, own) = next() else { return .idle }
            members[lane] = member
            parameters[lane] = own ?? ensemble.program.parameters.map(\.value)
            integrator.load(lane: lane, time: start, parameters: own, seed: UInt64(member))
            integrator.setOutput(lane: lane, to: buffers[lane].baseAddress)
            for (state, threshold) in ensemble.extinctions {
                integrator.setExtinction(state: state, lane: lane, below: threshold)
            }
            observables[lane] = []
            return .advance(to: stops.first ?? end)
        }
        let count = ensemble.program.observables.count
        try integrator.run(starting: load) { lane, stop in
            var failure: LaneFailure?
            if case .failed(let why) = stop { failure = why }
            if !stops.isEmpty, failure == nil {
                observables[lane] += (0..<count).map { integrator.observable($0, lane: lane) }
                let seen = integrator.savedRows(lane: lane)
                if seen < stops.count { return .advance(to: stops[seen]) }
            }
            try receive(
                Ensemble.Result(
                    member: members[lane], rows: integrator.savedRows(lane: lane),
                    states: UnsafeBufferPointer(
                        rebasing: buffers[lane].prefix(integrator.savedRows(lane: lane) * width)),
                    observables: stops.isEmpty ? nil : observables[lane], parameters: parameters[lane],
                    failure: failure, violations: integrator.violations(lane: lane)))
            return load(lane)
        }
    }
}
