import Foundation
import Testing

@testable import Tables

/// Files of CSV that the writers make.
struct CSVWriterTests {
    private let scratch = Scratch()

    @Test func aTrajectoryFileInFull() throws {
        let ensemble = Ensemble(
            members: 3, times: [0, 0.5], quantities: [Quantity(id: "A"), Quantity(id: "B, total")], failing: [1: 1])
        let writer = try CSVTrajectoryWriter(path: scratch.file("t.csv"), header: ensemble.header)
        try ensemble.write([2, 0, 1], to: writer)
        try writer.finish()
        #expect(
            try scratch.text("t.csv") == """
                member,time,A,"B, total"
                0,0,0,9.5367431640625e-07
                0,0.5,0.0009765625,0.0009775161743164062
                1,0,1,1.0000009536743164
                2,0,2,2.0000009536743164
                2,0.5,2.0009765625,2.0009775161743164

                """)
        #expect(scratch.contents == ["t.csv"])
    }

    @Test func aSummaryFileInFull() throws {
        let header = SummaryHeader(model: "m", columns: [Quantity(id: "peak"), Quantity(id: "failure")], members: 3)
        let writer = try CSVSummaryWriter(path: scratch.file("s.csv"), header: header)
        try writer.write(1, [.nan, .infinity], "broke \"here\", at 3")
        try writer.write(2, [-0.0, -.infinity])
        try writer.write(0, [0.1 + 0.2, 1e300])
        try writer.finish()
        #expect(
            try scratch.text("s.csv") == """
                member,peak,failure_,failure
                0,0.30000000000000004,1e+300,
                1,NaN,Inf,"broke ""here"", at 3"
                2,-0.0,-Inf,

                """)
    }

    @Test func anyOrderGivesTheSameBytes() throws {
        var random = RandomNumbers(seed: 11)
        let ensemble = Ensemble.small
        var texts: Set<String> = []
        for number in 0..<20 {
            let order = (0..<ensemble.members).shuffled(using: &random)
            let trajectories = try CSVTrajectoryWriter(path: scratch.file("t\(number)"), header: ensemble.header)
            try ensemble.write(order, to: trajectories)
            try trajectories.finish()
            let summaries = try CSVSummaryWriter(path: scratch.file("s\(number)"), header: ensemble.summary)
            try ensemble.write(order.reversed(), to: summaries)
            try summaries.finish()
            texts.insert(try scratch.text("t\(number)") + "\n" + scratch.text("s\(number)"))
        }
        #expect(texts.count == 1)
    }

    /// What a summary says can be read again as parameters, to the last bit.
    @Test func numbersReadBackToTheLastBit() throws {
        var random = RandomNumbers(seed: 12)
        let values = (0..<3000).map { _ in random.number() }
        let columns = ["a", "b", "c"]
        let header = TrajectoryHeader(
            model: "m", timeUnit: "d", times: [1], quantities: columns.map { Quantity(id: $0) }, members: 1000)
        let writer = try CSVTrajectoryWriter(path: scratch.file("t.csv"), header: header)
        for member in 0..<1000 { try writer.write(member, Array(values[(3 * member)..<(3 * member + 3)])) }
        try writer.finish()
        let table = try ParameterTable(contentsOf: scratch.file("t.csv"), knownColumns: columns + ["time"])
        #expect(table.labels == (0..<1000).map { "\($0)" })
        let read = table.values.enumerated().filter { $0.offset % 4 != 0 }.map(\.element.bitPattern)
        #expect(read == values.map(\.bitPattern))
    }

    @Test func columnsKeepNamesApart() {
        let names = ColumnNames.unique(["time", "x", "x", "", "x_2", "member"], reserved: ["member", "time"])
        #expect(names == ["time_", "x", "x_3", "column", "x_2", "member_"])
        let legal = ColumnNames.unique(
            ["IL6", "a/b", "a_b", "1st", "_x", "β", "failure"], reserved: ["failure"], legal: ColumnNames.netCDF)
        #expect(legal == ["IL6", "a_b_2", "a_b", "v_1st", "v__x", "v__", "failure_"])
        let long = ColumnNames.unique(
            [String(repeating: "x", count: 999), String(repeating: "x", count: 998)], reserved: [],
            legal: ColumnNames.netCDF)
        #expect(long.allSatisfy { $0.utf8.count < 256 } && long[0] != long[1])
    }
}
