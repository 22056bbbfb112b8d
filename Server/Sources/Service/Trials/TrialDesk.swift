import Care
import Foundation
import Synchronization
import Therapy

/// Where virtual trials run: one at a time, on a thread of low priority with one core left for those who look after
/// patients; the others wait in a line that is short enough to be told that it is full.
final class TrialDesk: Sendable {
    let shop: TrialShop
    let largest: Int
    private let waiting: Int
    private let clock: ServiceClock
    private let lane = WorkLanes(label: "livingdrug.trials", lanes: 1, priority: .utility)
    private let patients = WorkLanes(label: "livingdrug.virtual-patients", lanes: 1, priority: .utility)
    private let runs = Mutex<[TrialRun]>([])
    /// Runs that are remembered; the oldest that is over is forgotten first.
    private static let remembered = 50

    init(shop: TrialShop, waiting: Int, largest: Int, clock: ServiceClock) {
        self.shop = shop
        self.waiting = waiting
        self.largest = largest
        self.clock = clock
    }

    /// How many threads a run gets: all but one.
    static var threads: Int { max(1, ProcessInfo.processInfo.activeProcessorCount - 1) }

    /// Puts a trial in line.
    /// - Throws: `Problem` if the order cannot be, or the line is full.
    func start(_ order: TrialOrder, for account: Int) throws -> TrialRun {
        for arm in order.policies.indices { _ = try shop.setting(order, arm: arm) }
        let run = TrialRun(
            id: UUID().uuidString.lowercased(), order: order, account: account, orderedAt: clock.now())
        try runs.withLock { runs in
            guard runs.filter({ !$0.isOver }).count < waiting + 1 else {
                var problem = Problem(
                    .tooMany, "\(waiting + 1) trials run or wait", remedy: "Wait for one, or cancel one.")
                problem.retryAfter = 10
                throw problem
            }
            runs.append(run)
            while runs.count > Self.remembered, let old = runs.firstIndex(where: \.isOver) { runs.remove(at: old) }
        }
        lane.submit { [shop, clock] in run.work(shop, threads: Self.threads, clock: clock) }
        return run
    }

    /// A run.
    func run(_ id: String) throws -> TrialRun {
        guard let run = runs.withLock({ $0.first { $0.id == id } }) else { throw Problem.notFound("trial") }
        return run
    }

    /// All that are remembered, the newest first.
    var all: [TrialRun] { runs.withLock { $0.reversed() } }

    /// One virtual patient of a run, in full.
    func journal(of run: TrialRun, patient index: Int) async throws -> Journal {
        guard (0..<run.order.patients).contains(index) else { throw Problem.notFound("virtual patient") }
        guard patients.load < 16 else {
            throw Problem(.unavailable, "many virtual patients are being opened", remedy: "Try again.")
        }
        let setting = try run.result?.setting ?? shop.setting(run.order)
        return try await patients.run { Trial(setting).patient(index).journal }
    }

    /// Asks all runs to stop: the server goes down.
    func close() { for run in all where !run.isOver { run.cancel(at: clock.now()) } }
}
