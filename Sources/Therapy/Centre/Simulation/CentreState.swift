import Queueing

/// What is going to happen in a centre.
enum CentreHappening: Sendable {
    case referral(service: Int, number: Int)
    case readyForConsult(Int)
    case consultSlot(site: Int, number: Int)
    case payerAnswers(Int)
    case factorySlot(service: Int, line: Int, number: Int)
    case collectionSlot(site: Int, number: Int)
    case collection(Int)
    case verdict(Int)
    case arrival(Int)
    case readyForBed(Int)
    case bedReview(site: Int)
    case lymphodepletion(Int)
    case move(Int, Whereabouts.Place)
    case dropOut(Int, generation: Int, CentreFate)
    case warmUpEnds
    case windowEnds
}

/// What one site has, and who is where.
struct SiteState: Sendable {
    var consults: SlotLine<Int>
    var collections: SlotLine<Int>
    /// Runs of patients who need a second day: slots that are taken already.
    var furtherDays = 0
    /// Those whose product is there and who wait for a bed.
    var bedLine: WaitingLine<Int>
    var beds: Station<Int>
    var intensiveCare: Station<Int>
    /// Beds promised: from which day.
    var promises: [Int: Double] = [:]
    /// When those in a bed should leave it.
    var leaving: [Int: Double] = [:]
    /// First stays so far: what the centre has learned to expect.
    var stays = Tally()
    var reviewDue = false
    var visits = VisitLoad()

    init(_ kind: CentreKind, _ discipline: QueueDiscipline) {
        consults = SlotLine()
        collections = SlotLine(discipline)
        bedLine = WaitingLine(discipline)
        beds = Station(servers: Int(kind.beds.value))
        intensiveCare = Station(servers: Int(kind.intensiveCareBeds.value))
    }

    mutating func restart(at time: Double) {
        consults.restart(at: time)
        collections.restart(at: time)
        bedLine.restart(at: time)
        beds.restart(at: time)
        intensiveCare.restart(at: time)
    }

    /// Beds that nobody is in, should be in or was promised on a day.
    func bedsLeft(on day: Double, now: Double) -> Int {
        // Who should have left already will leave tomorrow, for all that is known.
        let occupied = leaving.values.count { max($0, now + 1) > day }
        return beds.servers - occupied - promises.count
    }
}

/// Visits by week. Nobody waits for one: they are counted against what there is room for.
struct VisitLoad: Sendable, Equatable {
    private var weeks: [Int: Int] = [:]

    mutating func add(on day: Double) { weeks[Int(day / 7), default: 0] += 1 }

    /// Visits of each whole week of a window.
    func visits(from start: Double, to end: Double) -> [Int] {
        let first = Int((start / 7).rounded(.up))
        return (first..<max(first, Int(end / 7))).map { weeks[$0] ?? 0 }
    }
}
