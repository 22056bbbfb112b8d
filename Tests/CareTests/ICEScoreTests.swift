import Care
import Testing

@Suite("ICE score")
struct ICEScoreTests {
    @Test(
        "Scores run from 0 to 10 and nothing else is one", arguments: [(-1, false), (0, true), (10, true), (11, false)])
    func range(points: Int, exists: Bool) {
        #expect((ICEScore(points) != nil) == exists)
    }

    @Test("The items add up: orientation 4, naming 3, command, writing and attention 1 each")
    func items() {
        let full = ICEScore(orientation: 4, naming: 3, command: true, writing: true, attention: true)
        #expect(full == ICEScore(10))
        let impaired = ICEScore(orientation: 3, naming: 2, command: true, writing: false, attention: false)
        #expect(impaired == ICEScore(6))
    }

    @Test("An item above its points is refused")
    func itemOutOfRange() {
        #expect(ICEScore(orientation: 5, naming: 3, command: true, writing: true, attention: true) == nil)
        #expect(ICEScore(orientation: 4, naming: 4, command: true, writing: true, attention: true) == nil)
        #expect(ICEScore(orientation: -1, naming: 3, command: true, writing: true, attention: true) == nil)
    }
}
