import Dispatch
import Dynamics
import Synchronization

/// Runs bodies side by side on all threads, each once: a course that was asked for before (another scenario, the same
/// dates) is not run again.
final class BodyBench {
    private struct Key: Hashable {
        let setting: Int
        let seed: UInt64
        let patient: Int
        let stage: BodyRequest.Stage
        let dates: [Double]
    }

    private let threads: Int
    private let isCancelled: @Sendable () -> Bool
    private let progress: @Sendable (Int) -> Void
    private var known: [Key: BodyAnswer] = [:]
    /// Bodies that were run, and answers that were known already.
    private(set) var runs = 0, repeats = 0

    init(
        threads: Int, progress: @escaping @Sendable (Int) -> Void, isCancelled: @escaping @Sendable () -> Bool
    ) {
        self.threads = threads
        self.progress = progress
        self.isCancelled = isCancelled
    }

    /// A request and the model that it comes from.
    struct Order {
        let request: BodyRequest
        let setting: TrialSetting
        /// Equal for settings that are the same but for their seed.
        let identity: Int
    }

    /// Answers in the order of the requests. The same whatever the threads.
    func answers(to orders: [Order]) throws(Trial.Interrupted) -> [BodyAnswer] {
        let keys = orders.map { order in
            Key(
                setting: order.identity, seed: order.setting.seed, patient: order.request.patient,
                stage: order.request.stage, dates: order.request.plan.dates)
        }
        var places: [Key: Int] = [:]
        var fresh: [Order] = []
        for (key, order) in zip(keys, orders) where known[key] == nil && places[key] == nil {
            places[key] = fresh.count
            fresh.append(order)
        }
        repeats += orders.count - fresh.count
        if !fresh.isEmpty {
            let found = try run(fresh)
            runs += found.count
            for (key, place) in places { known[key] = found[place] }
        }
        return keys.map { key in
            guard let answer = known[key] else { preconditionFailure("every order was run") }
            return answer
        }
    }

    private func run(_ orders: [Order]) throws(Trial.Interrupted) -> [BodyAnswer] {
        let next = Atomic<Int>(0)
        let slots = Mutex([BodyAnswer?](repeating: nil, count: orders.count))
        let crews = max(1, min(threads, orders.count))
        // At first each thread takes no more than its share, else the first would fill its lanes and leave none.
        let share = (orders.count + crews - 1) / crews
        let body = orders[0].setting.body
        let (isCancelled, progress, before) = (isCancelled, progress, runs)
        let done = Atomic<Int>(before)
        DispatchQueue.concurrentPerform(iterations: crews) { _ in
            let integrator = LaneIntegrator(
                body.program, backend: body.backend, method: .rodas5p, tolerances: Trial.tolerances)
            var courses = [(journey: Journey, place: Int)?](repeating: nil, count: integrator.laneCount)
            func keep(_ course: (journey: Journey, place: Int)) {
                let answer = course.journey.answer
                slots.withLock { $0[course.place] = answer }
                progress(done.add(1, ordering: .relaxed).newValue)
            }
            func start(_ lane: Int) -> LaneIntegrator.Directive {
                while !isCancelled() {
                    let place = next.add(1, ordering: .relaxed).oldValue
                    guard place < orders.count else { return .idle }
                    let order = orders[place]
                    let journey = Journey(
                        order.request.virtual, plan: order.request.plan, setting: order.setting,
                        integrator: integrator, recording: false, tracing: false)
                    journey.whereabouts = Whereabouts()
                    courses[lane] = (journey, place)
                    let directive = journey.begin(lane: lane)
                    if !journey.isOver { return directive }
                    keep((journey, place))
                }
                return .idle
            }
            integrator.run(
                starting: { lane in lane < share ? start(lane) : .idle },
                atStop: { lane, stop in
                    guard let course = courses[lane] else { return .idle }
                    let directive = course.journey.resume(stop)
                    guard course.journey.isOver else { return directive }
                    keep(course)
                    return start(lane)
                })
        }
        if isCancelled() { throw Trial.Interrupted() }
        return slots.withLock { $0 }.compactMap { $0 }
    }
}

extension Journey {
    /// What the centre needs to know of the course.
    var answer: BodyAnswer {
        let ended = now + plan.infusion
        // Dates are sums of the same days in another order: the digits beyond a second say nothing.
        return BodyAnswer(
            outcome: outcome, ended: reachedHorizon ? nil : (ended * 1e6).rounded() / 1e6,
            whereabouts: whereabouts ?? Whereabouts())
    }
}
