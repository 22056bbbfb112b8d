import Foundation
import Testing

@testable import Dynamics

/// A ball falls from a height and keeps a part of its speed at each bounce.
@Suite struct BouncingBallTests {
    private let gravity = 9.81
    private let restitution = 0.8
    private let height = 10.0

    private func program(_ trigger: String) throws -> Program {
        try Program(
            Model(
                "ball", constants: ["g": gravity, "e": restitution], rates: [("h", height, "v"), ("v", 0, "-g")],
                held: ["bounces": 0, "last": 0],
                events: [.when(trigger, ["v": "-e * v", "bounces": "bounces + 1", "last": "time"])]))
    }

    /// Closed form: the first after √(2h/g), each flight 2v/g long with its own v.
    private func bounces(_ count: Int) -> [Double] {
        let fall = (2 * height / gravity).squareRoot()
        var speed = fall * gravity
        var times = [fall]
        for _ in 1..<count {
            speed *= restitution
            times.append(times[times.count - 1] + 2 * speed / gravity)
        }
        return times
    }

    @Test(arguments: Method.allCases, ["h <= 0", "h <= 0 && v < 0"])
    func `each of twenty bounces is within 1e-8 of its closed form`(method: Method, trigger: String) throws {
        let exact = bounces(20)
        let program = try program(trigger)
        let rows = try save(program, method, at: around(exact))
        let counts = program.values("bounces", rows)
        #expect(counts == counted(from: 0, to: 20))
        let last = program.values("last", rows)
        for (bounce, time) in exact.enumerated() { #expect(abs(last[2 * bounce + 1] - time) < 1e-8) }
    }

    @Test(arguments: Method.allCases)
    func `heights between bounces are parabolas`(method: Method) throws {
        let program = try program("h <= 0")
        let exact = bounces(9)
        let tops = (0..<8).map { (exact[$0] + exact[$0 + 1]) / 2 }
        let heights = program.values("h", try save(program, method, at: tops))
        for (bounce, found) in heights.enumerated() {
            let top = height * pow(restitution, Double(2 * (bounce + 1)))
            #expect(abs(found - top) < 1e-8, "after bounce \(bounce + 1)")
        }
    }

    /// Bounces crowd at 12.85: the ball must not pass through the ground before that.
    @Test func `fifty bounces and the ball is still above the ground`() throws {
        let program = try program("h <= 0 && v < 0")
        let end = bounces(51)
        let rows = try save(program, at: [(end[49] + end[50]) / 2])
        #expect(program.values("bounces", rows) == [50])
        #expect(try #require(program.values("h", rows).first) > 0)
    }
}
