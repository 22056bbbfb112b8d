import Testing

@testable import Care

@Suite("Deeds, and the first of each day")
struct DeedsTests {
    @Test("a window of whole days is kept by the first of each day as by all, whatever the zones", arguments: 0..<40)
    func firstsOfDays(seed: UInt64) {
        var cases = RandomCases(seed: seed)
        var deeds = Deeds()
        var milliseconds: Int64 = 1_790_000_000_000
        let zones = [0, 60, 120, -300, 840, -720]
        var zone = 60
        for number in 1...400 {
            // Hours apart, sometimes days; who travels is in another zone, and may come back to the day before.
            milliseconds += Int64.random(in: 0...(Bool.random(using: &cases) ? 3_600_000 : 90_000_000), using: &cases)
            if Int.random(in: 0..<12, using: &cases) == 0 { zone = zones.randomElement(using: &cases) ?? 0 }
            let kind: Deeds.Kind = Bool.random(using: &cases) ? .visit : .vitals
            deeds.note(kind, at: Instant(millisecondsSince1970: milliseconds, zoneOffsetMinutes: zone), entry: number)
        }
        let kinds: [Deeds.Kind] = [.visit, .vitals]
        let all = kinds.flatMap { deeds[$0] }.sorted { $0.at < $1.at }
        let firsts = kinds.flatMap { deeds.firstsOfDays($0) }.sorted { $0.at < $1.at }
        #expect(firsts.count < all.count)
        let start = Day(of: Instant(millisecondsSince1970: 1_790_000_000_000))
        for _ in 0..<200 {
            let opens = start.advanced(by: Int.random(in: -3...220, using: &cases))
            let closes = Bool.random(using: &cases) ? opens.advanced(by: Int.random(in: 0...4, using: &cases)) : nil
            let window = DueWindow(
                opens: opens, due: opens, closes: closes, zoneOffsetMinutes: zones.randomElement(using: &cases) ?? 0)
            #expect(firsts.first { window.contains($0.at) } == all.first { window.contains($0.at) })
        }
    }
}
