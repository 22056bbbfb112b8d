import Queueing
import Testing

@Suite struct StationTests {
    @Test("the highest priority is served first, equals in the order of arrival")
    func priority() {
        var station = Station<String>(servers: 0, .priority)
        for (name, priority) in [("low", 1.0), ("high", 3), ("middle", 2), ("high too", 3)] {
            station.arrive(name, priority: priority, at: 0)
        }
        #expect(station.startNext(at: 0) == nil)
        #expect(station.line.customers == ["high", "high too", "middle", "low"])
    }

    @Test("who cannot wait is taken at once, and is counted as over capacity")
    func overCapacity() {
        var beds = Station<Int>(servers: 1)
        beds.arrive(1, at: 0)
        #expect(beds.startNext(at: 0) == 1)
        let fits = beds.takeAtOnce(2, at: 0)
        #expect(!fits)
        beds.arrive(3, at: 0)
        beds.finish(1, at: 5)
        // One is still over what the other left free.
        #expect(beds.startNext(at: 5) == nil)
        beds.finish(2, at: 10)
        #expect(beds.startNext(at: 10) == 3)
        #expect(beds.takenBeyond == 1)
        #expect(beds.meanBeyond(until: 10) == 0.5)
        #expect(beds.utilisation(until: 10) == 1.5)
    }

    @Test("a slot that nobody waits for is lost")
    func lostSlot() {
        var slots = SlotLine<Int>()
        #expect(slots.offer(at: 1) == nil)
        slots.arrive(7, at: 2)
        #expect(slots.offer(at: 3) == 7)
        #expect(slots.offered == 2)
        #expect(slots.utilisation == 0.5)
        #expect(slots.line.waits.mean == 1)
    }
}
