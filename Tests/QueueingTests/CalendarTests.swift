import Queueing
import Testing

@Suite struct CalendarTests {
    @Test("events come in order of time, those of one time in the order of scheduling")
    func order() {
        var calendar = EventCalendar<String>()
        for (event, time) in [("c", 2.0), ("a", 1), ("d", 2), ("b", 1), ("e", 7)] {
            calendar.schedule(event, at: time)
        }
        var seen = ""
        while let next = calendar.next() { seen += next.event }
        #expect(seen == "abcde")
        #expect(calendar.now == 7)
    }

    @Test("an event that was called off does not happen; one for the past happens now")
    func callOff() {
        var calendar = EventCalendar<String>()
        let ticket = calendar.schedule("never", at: 1)
        calendar.schedule("first", at: 2)
        calendar.callOff(ticket)
        #expect(calendar.next()?.event == "first")
        calendar.schedule("late", at: 0.5)
        #expect(calendar.next()?.time == 2)
        #expect(calendar.isEmpty)
    }

    @Test("the same seed gives the same waits, another seed others")
    func reproducible() {
        let queue = TandemQueue(arrivalRate: 0.8, stages: [.init(servers: 1, service: .exponential(mean: 1))])
        let first = queue.run(customers: 2000, warmUp: 0, seed: 4)
        #expect(first == queue.run(customers: 2000, warmUp: 0, seed: 4))
        #expect(first != queue.run(customers: 2000, warmUp: 0, seed: 5))
    }

    @Test("slots come as many as promised, never on a weekend, never backwards")
    func slots() {
        let calendar = SlotCalendar(slots: 3, inDays: 7)
        let times = (0..<300).map(calendar.time)
        #expect(zip(times, times.dropFirst()).allSatisfy { $0 <= $1 })
        #expect(times.allSatisfy { $0.truncatingRemainder(dividingBy: 7) < 5 })
        #expect(times.count { $0 < 7 * 50 } == 150 || times.count { $0 < 7 * 50 } == 149)
    }
}
