import Foundation
import Testing

@testable import Tables

/// Files of NetCDF that the writers make, read with the C library.
struct NetCDFWriterTests {
    private let scratch = Scratch()

    private func expect(_ file: NetCDFReading, holds ensemble: Ensemble) throws {
        for (index, quantity) in ensemble.quantities.enumerated() {
            let expected = (0..<ensemble.members).flatMap { member in
                let values = ensemble.values(member)
                return stride(from: index, to: values.count, by: ensemble.quantities.count).map { values[$0] }
            }
            // NaN is written as NaN, so compare the missing apart.
            let read = try file.numbers(quantity.id)
            #expect(read.map(\.isNaN) == expected.map(\.isNaN))
            #expect(read.filter { !$0.isNaN } == expected.filter { !$0.isNaN })
        }
        #expect(try file.texts("failure") == (0..<ensemble.members).map { ensemble.failure($0) ?? "" })
        #expect(try file.numbers("member") == (0..<ensemble.members).map(Double.init))
    }

    @Test func aTrajectoryFileInFull() throws {
        let ensemble = Ensemble.small
        let writer = try NetCDFTrajectoryWriter(path: scratch.file("t.nc"), header: ensemble.header)
        try ensemble.write([6, 0, 3, 2, 5, 1, 4], to: writer)
        #expect(scratch.contents.count == 1 && scratch.contents != ["t.nc"])
        try writer.finish()
        #expect(scratch.contents == ["t.nc"])

        let file = try NetCDFReading(scratch.file("t.nc"))
        try expect(file, holds: ensemble)
        #expect(try file.dimensions("CART") == ["member=7", "time=3"])
        #expect(try file.chunks("CART") == [7, 3])
        #expect(try file.numbers("time") == [0, 0.5, 2])
        #expect(try file.attribute("units", of: "time") == "day")
        #expect(try file.attribute("units", of: "CART") == "10*6/L")
        #expect(try file.attribute("long_name", of: "CART") == "CAR T cells")
        #expect(try file.attribute("long_name", of: "IL6") == "IL6")
        #expect(try file.attribute("standard_name", of: "member") == "realization")
        #expect(try file.fillValue("CART").isNaN)
        #expect(try file.attribute("Conventions") == "CF-1.10")
        #expect(try file.attribute("title") == "Trajectories of cart")
        #expect(try file.attribute("source") == "LivingDrug, model cart")
        #expect(try file.attribute("history") == "written by LivingDrug")
        #expect(try file.attribute("seed") == "7")
        #expect(try file.attribute("relative_tolerance") == "1e-6")
    }

    @Test func aSummaryFileInFull() throws {
        let ensemble = Ensemble.small
        let writer = try NetCDFSummaryWriter(path: scratch.file("s.nc"), header: ensemble.summary, compressed: true)
        try ensemble.write((0..<7).reversed(), to: writer)
        try writer.finish()
        let file = try NetCDFReading(scratch.file("s.nc"))
        #expect(try file.dimensions("IL6") == ["member=7"])
        for (index, quantity) in ensemble.quantities.enumerated() {
            let read = try file.numbers(quantity.id)
            for member in 0..<7 {
                let expected = ensemble.firstValues(member)[index]
                #expect(read[member] == expected || (read[member].isNaN && expected.isNaN))
            }
        }
        #expect(try file.texts("failure")[2] == ensemble.failure(2))
        #expect(try file.attribute("title") == "Summaries of cart")
    }

    /// Many blocks, in any order, with room for few of them to wait.
    @Test(arguments: [false, true], [1, 200 << 20])
    func orderAndRoomDoNotMatter(compressed: Bool, largestWait: Int) throws {
        var random = RandomNumbers(seed: 13)
        let ensemble = Ensemble(
            members: 1001, times: (0..<700).map(Double.init), quantities: [Quantity(id: "x"), Quantity(id: "y")],
            failing: [0: 3, 500: 0, 1000: 699])
        let orders = [
            Array(0..<1001), Array((0..<1001).reversed()),
            // As lanes of a parallel run come: nearly in order.
            (0..<1001).sorted { ($0 ^ 5, $0) < ($1 ^ 5, $1) }, (0..<1001).shuffled(using: &random),
        ]
        for (number, order) in orders.enumerated() {
            let writer = try NetCDFTrajectoryWriter(
                path: scratch.file("\(number).nc"), header: ensemble.header, compressed: compressed,
                largestWait: largestWait)
            try ensemble.write(order, to: writer)
            try writer.finish()
            let file = try NetCDFReading(scratch.file("\(number).nc"))
            try expect(file, holds: ensemble)
            #expect(try file.chunks("x")[0] < 1001)
        }
    }

    @Test func namesThatAreNotLegalAreMended() throws {
        let ids = ["time", "failure", "a/b", "1x", "Größe (µm)", "_FillValue", "dup", "dup", ""]
        let header = TrajectoryHeader(
            model: "m/ü", timeUnit: "", times: [1], quantities: ids.map { Quantity(id: $0, unit: "µg") }, members: 1,
            attributes: ["": "x", "_NCProperties": "y", "Conventions": "z", "a b/c": "", "title": "T"])
        let writer = try NetCDFTrajectoryWriter(path: scratch.file("t.nc"), header: header)
        try writer.write(0, ids.indices.map(Double.init))
        try writer.finish()
        let file = try NetCDFReading(scratch.file("t.nc"))
        let names = ["time_", "failure_", "a_b", "v_1x", "Gr__e___m_", "v__FillValue", "dup", "dup_2", "column"]
        for (index, name) in names.enumerated() {
            #expect(try file.numbers(name) == [Double(index)])
            #expect(try file.attribute("units", of: name) == "µg")
            if name != ids[index] { #expect(try file.attribute("id", of: name) == ids[index]) }
        }
        #expect(throws: TableError.self) { try file.attribute("units", of: "time") }
        #expect(try file.attribute("title") == "T")
        #expect(try file.attribute("model") == "m/ü")
        #expect(try file.attribute("Conventions") == "CF-1.10")
        #expect(try file.attribute("Conventions_") == "z")
        #expect(try file.attribute("v__NCProperties") == "y")
    }

    @Test func blocksAreOfBoundedSizeAndCoverAll() throws {
        for (members, rows, columns) in [
            (1, 1, 1), (10, 3, 2), (1_000_000, 1, 30), (1_000_000, 365, 60), (3, 500_000, 9),
        ] {
            let shape = try Shape(file: "f", members: members, rows: rows, columns: columns)
            let plan = BlockPlan(shape)
            let covered = (0..<plan.count).map { plan.members(of: $0) }
            #expect(covered.first?.lowerBound == 0 && covered.last?.upperBound == members)
            #expect(zip(covered, covered.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound && !$1.isEmpty })
            #expect(plan.block(of: members - 1) == plan.count - 1)
            #expect(plan.length == 1 || plan.length * rows * columns * 8 <= 1 << 25)
            #expect(BlockPlan.timesPerChunk(rows) * plan.length * 8 <= 1 << 20)
        }
    }

    /// A series longer than a chunk is cut.
    @Test func longSeries() throws {
        let ensemble = Ensemble(members: 2, times: (0..<150_000).map(Double.init), quantities: [Quantity(id: "x")])
        let writer = try NetCDFTrajectoryWriter(path: scratch.file("t.nc"), header: ensemble.header)
        try ensemble.write([1, 0], to: writer)
        try writer.finish()
        let file = try NetCDFReading(scratch.file("t.nc"))
        #expect(try file.chunks("x") == [1, 131_072])
        try expect(file, holds: ensemble)
    }

    /// The library is not safe for threads; writers of different files may be used from different ones all the same.
    @Test func writersOnSeveralThreads() async throws {
        let ensemble = Ensemble.small
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<8 {
                let path = scratch.file("\(number).nc")
                group.addTask {
                    do {
                        let writer = try NetCDFTrajectoryWriter(path: path, header: ensemble.header)
                        try ensemble.write((0..<7).reversed(), to: writer)
                        try writer.finish()
                    } catch { Issue.record(error) }
                }
            }
        }
        for number in 0..<8 { try expect(NetCDFReading(scratch.file("\(number).nc")), holds: ensemble) }
    }
}
