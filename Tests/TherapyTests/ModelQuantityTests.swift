import Foundation
import Testing
import Therapy

/// What a check measures is what the closed form says.
@Suite struct ModelQuantityTests {
    private func expect(
        _ quantity: ModelQuantity, _ exact: Double, within share: Double = 1e-6, set: [String: Double] = [:]
    ) throws {
        let found = try Literature.found(quantity, set: set)
        #expect(abs(found - exact) <= share * abs(exact), "\(quantity.form): \(found), not \(exact)")
    }

    @Test func `a value at a time, of a state and of an assigned variable, also at the start`() throws {
        try expect(.init(of: "A", .at(3)), 8 * exp(-1.5))
        try expect(.init(of: "Y", .at(3)), 16 * exp(-1.5))
        try expect(.init(of: "A", .at(0)), 8)
    }

    @Test func `extremes and their times, within the interval and at its ends`() throws {
        try expect(.init(of: "W", .maximum(0...6)), 1)
        try expect(.init(of: "W", .timeOfMaximum(0...6)), .pi / 2)
        try expect(.init(of: "W", .minimum(0...6)), -1)
        try expect(.init(of: "W", .timeOfMinimum(0...6)), 1.5 * .pi)
        try expect(.init(of: "A", .maximum(2...5)), 8 * exp(-1))
        try expect(.init(of: "A", .timeOfMinimum(2...5)), 5)
    }

    @Test func `half-life and doubling time, and none where there is growth instead of decline`() throws {
        try expect(.init(of: "A", .halfLife(1...4)), 2 * log(2))
        try expect(.init(of: "B", .doublingTime(1...4)), 5 * log(2))
        let growing = try Literature.result(Literature.check(.init(of: "B", .halfLife(1...4))))
        #expect(growing.found == nil && growing.failure == nil && !growing.agrees)
    }

    @Test func `the area under the course`() throws {
        try expect(.init(of: "A", .area(0...4)), 16 * (1 - exp(-2)))
        try expect(.init(of: "W", .area(0...2 * .pi + 1)), 1 - cos(1))
    }

    @Test func `when a value is first crossed, downwards and upwards, and never`() throws {
        try expect(.init(of: "A", .crosses(value: 2, within: 0...100)), 4 * log(2))
        try expect(.init(of: "B", .crosses(value: 3, within: 0...100)), 5 * log(3))
        try expect(.init(of: "W", .crosses(value: 0, within: 1...10)), .pi)
        let never = try Literature.result(Literature.check(.init(of: "A", .crosses(value: 9, within: 0...100))))
        #expect(never.found == nil && never.failure == nil && !never.holds)
    }

    @Test func `a value beside another`() throws {
        try expect(.init(of: "A", .at(2), relativeTo: .init(of: "B", at: 1)), 8 * exp(-1) / exp(0.2))
    }

    @Test func `changed parameters and initial values, also one that the model assigns`() throws {
        try expect(.init(of: "A", .at(2)), 8 * exp(-0.2), set: ["k": 0.1])
        try expect(.init(of: "A", .at(2)), 3 * exp(-1), set: ["A0": 3])
        try expect(.init(of: "A", .at(2)), 5 * exp(-1), set: ["A": 5])
        try expect(.init(of: "B", .at(2)), 7 * exp(0.4), set: ["B": 7])
    }
}
