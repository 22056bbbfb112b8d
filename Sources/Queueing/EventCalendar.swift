/// What is going to happen and when: the heart of a discrete-event simulation.
///
/// Events come out in order of time; those of the same time in the order in which they were scheduled, so that a run is
/// the same whatever the heap did inside.
public struct EventCalendar<Event: Sendable>: Sendable {
    /// A ticket by which a scheduled event can be called off.
    public struct Ticket: Sendable, Hashable {
        fileprivate let order: Int
    }

    private struct Entry: Sendable {
        let time: Double
        let order: Int
        let event: Event

        func comes(before other: Entry) -> Bool {
            time != other.time ? time < other.time : order < other.order
        }
    }

    private var heap: [Entry] = []
    private var calledOff: Set<Int> = []
    private var scheduled = 0

    /// Time of the event that came out last; 0 before the first.
    public private(set) var now = 0.0

    /// An empty calendar.
    public init() {}

    /// Whether nothing is left to happen.
    public var isEmpty: Bool { heap.count == calledOff.count }

    /// Schedules an event. One for a time that has passed happens now: time never runs backwards.
    @discardableResult
    public mutating func schedule(_ event: Event, at time: Double) -> Ticket {
        precondition(!time.isNaN, "an event needs a time")
        let entry = Entry(time: max(time, now), order: scheduled, event: event)
        scheduled += 1
        heap.append(entry)
        rise(from: heap.count - 1)
        return Ticket(order: entry.order)
    }

    /// Calls an event off that has not happened yet.
    public mutating func callOff(_ ticket: Ticket) {
        guard heap.contains(where: { $0.order == ticket.order }) else { return }
        calledOff.insert(ticket.order)
    }

    /// When the next event is due; nil if there is none.
    public mutating func nextTime() -> Double? {
        dropCalledOff()
        return heap.first?.time
    }

    /// Takes the next event and moves the clock to it; nil if there is none.
    public mutating func next() -> (time: Double, event: Event)? {
        dropCalledOff()
        guard let entry = takeFirst() else { return nil }
        now = entry.time
        return (entry.time, entry.event)
    }

    private mutating func dropCalledOff() {
        while let first = heap.first, calledOff.contains(first.order) {
            calledOff.remove(first.order)
            _ = takeFirst()
        }
    }

    private mutating func takeFirst() -> Entry? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        if !heap.isEmpty {
            heap[0] = last
            sink(from: 0)
        }
        return first
    }

    private mutating func rise(from start: Int) {
        var child = start
        while child > 0 {
            let parent = (child - 1) / 2
            guard heap[child].comes(before: heap[parent]) else { return }
            heap.swapAt(child, parent)
            child = parent
        }
    }

    private mutating func sink(from start: Int) {
        var parent = start
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < heap.count && heap[child].comes(before: heap[least]) {
                least = child
            }
            guard least != parent else { return }
            heap.swapAt(parent, least)
            parent = least
        }
    }
}
