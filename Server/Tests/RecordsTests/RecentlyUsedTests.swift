import Testing

@testable import Records

@Suite struct RecentlyUsedTests {
    @Test("what nobody asked for longest goes first, and never what was just kept")
    func oldest() {
        var kept = RecentlyUsed<Int, String>(limit: 80)
        for key in 0..<8 { kept.keep("value \(key)", key, weight: 10) }
        #expect(kept.weight == 80)
        _ = kept.value(0)
        kept.keep("value 8", 8, weight: 10)
        // Down to seven eighths: 1 and 2 were used before all others.
        #expect(kept.weight == 70)
        #expect((0...8).map { kept.value($0) != nil } == [true, false, false, true, true, true, true, true, true])
    }

    @Test("a value kept anew weighs what it weighs now; one heavier than all is kept alone")
    func weight() {
        var kept = RecentlyUsed<String, Int>(limit: 100)
        kept.keep(1, "a", weight: 30)
        kept.keep(2, "a", weight: 50)
        #expect(kept.weight == 50 && kept.value("a") == 2)
        kept.keep(3, "b", weight: 500)
        #expect(kept.value("a") == nil && kept.value("b") == 3 && kept.weight == 500)
        kept.keep(4, "b", weight: 10)
        #expect(kept.weight == 10)
    }
}
