import Care
import Dispatch
import Dynamics
import Synchronization

/// A virtual trial: patients of a study, each through all five steps and the follow-up.
///
/// Patient *i* of a seed is the same patient on any number of threads and in a cohort of any size: every random number
/// is a function of seed, patient and purpose, and no patient's integration depends on its neighbours'.
public struct Trial: Sendable {
    /// Work that was asked to stop.
    public struct Interrupted: Error {}

    /// Study, product, body and rules.
    public let setting: TrialSetting
    /// How exactly the body is integrated.
    public static let tolerances = Tolerances(relative: 1e-4, absolute: 1e-7)
    /// A trial of this setting.
    public init(_ setting: TrialSetting) { self.setting = setting }

    /// Outcomes of all patients, and the traces of the first of them for the report.
    public struct Result: Sendable {
        /// One a patient, by index.
        public let outcomes: [Outcome]
        /// Traces of the first patients.
        public let traces: [PatientTrace]
    }

    /// Runs patients `0 ..< patients`.
    /// - Parameters:
    ///   - threads: how many run at once.
    ///   - tracing: of how many patients traces are kept.
    ///   - progress: told how many are done, from any thread.
    ///   - isCancelled: asked between patients; when it says yes the run stops with `Interrupted`.
    public func run(
        patients: Int, threads: Int, tracing: Int = 0, progress: @escaping @Sendable (Int) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws(Interrupted) -> Result {
        let next = Atomic<Int>(0)
        let done = Atomic<Int>(0)
        let slots = Mutex([(Outcome, PatientTrace?)?](repeating: nil, count: patients))
        DispatchQueue.concurrentPerform(iterations: max(1, min(threads, patients))) { _ in
            let integrator = makeIntegrator()
            var journeys = [Journey?](repeating: nil, count: integrator.laneCount)
            func start(_ lane: Int) -> LaneIntegrator.Directive {
                while !isCancelled() {
                    let index = next.add(1, ordering: .relaxed).oldValue
                    guard index < patients else { return .idle }
                    let journey = Journey(
                        index: index, setting: setting, integrator: integrator, recording: false,
                        tracing: index < tracing)
                    journeys[lane] = journey
                    let directive = journey.begin(lane: lane)
                    if !journey.isOver { return directive }
                    keep(journey)
                }
                return .idle
            }
            func keep(_ journey: Journey) {
                slots.withLock { $0[journey.patient.index] = (journey.outcome, journey.trace) }
                progress(done.add(1, ordering: .relaxed).newValue)
            }
            integrator.run(
                starting: start,
                atStop: { lane, stop in
                    guard let journey = journeys[lane] else { return .idle }
                    let directive = journey.resume(stop)
                    guard journey.isOver else { return directive }
                    keep(journey)
                    return start(lane)
                })
        }
        if isCancelled() { throw Interrupted() }
        let finished = slots.withLock { $0 }.compactMap { $0 }
        return Result(outcomes: finished.map(\.0), traces: finished.compactMap(\.1))
    }

    /// One patient in full: the same patient as in `run`, with the whole journal.
    public func patient(_ index: Int) -> (journal: Journal, outcome: Outcome) {
        let integrator = makeIntegrator()
        let journey = Journey(index: index, setting: setting, integrator: integrator, recording: true, tracing: false)
        integrator.run(
            starting: { $0 == 0 ? journey.begin(lane: 0) : .idle }, atStop: { _, stop in journey.resume(stop) })
        let journal =
            journey.journal
            ?? Journal(therapy: setting.chainOfIdentity(of: index), subject: setting.subject(of: index))
        return (journal, journey.outcome)
    }

    private func makeIntegrator() -> LaneIntegrator {
        LaneIntegrator(
            setting.body.program, backend: setting.body.backend, method: .rodas5p, tolerances: Self.tolerances)
    }
}
