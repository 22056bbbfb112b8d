import Foundation
import Testing
import Therapy

/// Checks on many members: of a table, or drawn.
@Suite struct CheckMembersTests {
    private let start = ModelQuantity(of: "A", .at(0))
    private let table = [
        "t.csv": MemberTable(labels: ["X-1", "X-2", "X-3", "Z-1"], columns: ["A0"], rows: [[1], [2], [6], [100]])
    ]

    private func ofTable(_ statistic: Statistic) throws -> Double {
        try Literature.found(start, in: .rows(table: "t.csv", beginning: "X-", statistic), tables: table)
    }

    @Test func `members of a table by label, one alone or all that begin so`() throws {
        #expect(try Literature.found(start, in: .row(table: "t.csv", label: "Z-1"), tables: table) == 100)
        #expect(try ofTable(.median) == 2 && ofTable(.mean) == 3)
        #expect(try ofTable(.minimum) == 1 && ofTable(.maximum) == 6)
        #expect(abs(try ofTable(.geometricMean) - pow(12, 1 / 3)) < 1e-12)
        #expect(try ofTable(.quantile(0.25)) == 1.5)
    }

    @Test func `what a check sets is the same in all members of a table`() throws {
        let all = CheckMembers.rows(table: "t.csv", beginning: "", .maximum)
        #expect(try Literature.found(start, set: ["A0": 5], in: all, tables: table) == 5)
    }

    @Test func `shares count members in whom nothing occurs, or leave them out`() throws {
        let crossing = ModelQuantity(of: "A", .crosses(value: 3, within: 0...50))
        func share(_ statistic: Statistic) throws -> Double {
            try Literature.found(crossing, in: .rows(table: "t.csv", beginning: "", statistic), tables: table)
        }
        // 6 and 100 pass 3 on days 1.4 and 7.0; 1 and 2 never do.
        #expect(try share(.share(0...50)) == 0.5)
        #expect(try share(.shareOfOccurring(0...2)) == 0.5)
        #expect(abs(try share(.median) - log(200.0 / 3)) < 1e-4)
    }

    @Test func `members drawn are the same again, others at another seed, and spread as told`() throws {
        func spread(_ seed: UInt64, _ reading: SpreadReading, _ statistic: Statistic) throws -> Double {
            try Literature.found(
                start, in: .sampled(2_000, seed: seed, reading: reading, statistic),
                spread: ["A0": .logNormal(omega2: 0.25)])
        }
        #expect(try spread(1, .variance, .mean) == spread(1, .variance, .mean))
        #expect(try spread(1, .variance, .mean) != spread(2, .variance, .mean))
        // The same number read as a variance and as a standard deviation; the sampling error is 1.6 %.
        #expect(abs(try spread(1, .variance, .logSD) - 0.5) < 0.03)
        #expect(abs(try spread(1, .standardDeviation, .logSD) - 0.25) < 0.015)
        #expect(abs(try spread(1, .variance, .geometricMean) - 8) < 0.4)
        #expect(abs(try spread(1, .variance, .geometricCV) - (exp(0.25) - 1).squareRoot()) < 0.04)
    }

    @Test func `normal, uniform and exponential spreads; what is set moves the middle of the first alone`() throws {
        func found(
            _ spread: PublishedParameter.Spread, _ statistic: Statistic, set: [String: Double] = [:]
        ) throws -> Double {
            try Literature.found(
                start, set: set, in: .sampled(1_000, seed: 4, reading: .variance, statistic), spread: ["A0": spread])
        }
        #expect(abs(try found(.normal(share: 0.1), .mean) - 8) < 0.1)
        #expect(abs(try found(.normal(share: 0.1), .mean, set: ["A0": 4]) - 4) < 0.05)
        #expect(try found(.normal(share: 2), .minimum) == 0)
        let range: ClosedRange<Double> = 2...3
        #expect(try found(.uniform(range), .minimum) >= 2 && found(.uniform(range), .maximum) <= 3)
        #expect(abs(try found(.uniform(range), .mean) - 2.5) < 0.03)
        #expect(abs(try found(.exponential(mean: 5), .mean) - 5) < 0.5)
        #expect(try found(.exponential(mean: 5), .maximum, set: ["A0": 1]) == 1)
    }

    @Test func `giving one parameter a spread moves no draw of another`() throws {
        let quantity = ModelQuantity(of: "A", .at(0))
        let members = CheckMembers.sampled(50, seed: 1, reading: .variance, .mean)
        let alone = try Literature.found(quantity, in: members, spread: ["A0": .logNormal(omega2: 0.3)])
        let both = try Literature.found(
            quantity, in: members, spread: ["A0": .logNormal(omega2: 0.3), "k": .logNormal(omega2: 0.3)])
        #expect(alone == both)
    }
}
