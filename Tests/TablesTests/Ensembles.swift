import Foundation

@testable import Tables

/// Ensembles made up for the tests of writers: every value tells where it belongs.
struct Ensemble {
    var members: Int
    var times: [Double]
    var quantities: [Quantity]
    /// Members that fail, with the number of times they reach.
    var failing: [Int: Int] = [:]

    var header: TrajectoryHeader {
        TrajectoryHeader(
            model: "cart", timeUnit: "day", times: times, quantities: quantities, members: members,
            attributes: ["seed": "7", "relative tolerance": "1e-6"])
    }

    var summary: SummaryHeader {
        SummaryHeader(model: "cart", columns: quantities, members: members, attributes: ["seed": "7"])
    }

    /// A member's values, rows of quantities.
    func values(_ member: Int) -> [Double] {
        var values: [Double] = []
        for row in times.indices {
            let reached = row < failing[member] ?? times.count
            for quantity in quantities.indices {
                let value = Double(member) + Double(row) / 1024 + Double(quantity) / 1_048_576
                values.append(reached ? value : .nan)
            }
        }
        return values
    }

    /// The value of one quantity of a member at its first time.
    func firstValues(_ member: Int) -> [Double] { Array(values(member).prefix(quantities.count)) }

    /// Why a member failed, or nil.
    func failure(_ member: Int) -> String? { failing[member].map { "too many steps, \"at\" time \($0),\nµ" } }

    /// Gives members to a writer of trajectories.
    func write(_ order: some Sequence<Int>, to writer: some TrajectoryWriter) throws(TableError) {
        for member in order { try writer.write(member, values(member), failure(member)) }
    }

    /// Gives members to a writer of summaries.
    func write(_ order: some Sequence<Int>, to writer: some SummaryWriter) throws(TableError) {
        for member in order { try writer.write(member, firstValues(member), failure(member)) }
    }

    /// 7 members, 3 times, 2 quantities; two members fail.
    static let small = Ensemble(
        members: 7, times: [0, 0.5, 2],
        quantities: [
            Quantity(id: "CART", name: "CAR T cells", unit: "10*6/L"), Quantity(id: "IL6", unit: "pg/mL"),
        ], failing: [2: 1, 5: 0])
}

extension MemberWriter {
    func write(_ member: Int, _ values: [Double], _ failure: String? = nil) throws(TableError) {
        try values.withUnsafeBufferPointer { values throws(TableError) in
            try write(member: member, values: values, failure: failure)
        }
    }
}

/// The four kinds of writers, to be tried alike.
enum WriterKind: String, CaseIterable, Sendable {
    case csvTrajectory = "t.csv"
    case netCDFTrajectory = "t.nc"
    case csvSummary = "s.csv"
    case netCDFSummary = "s.nc"

    /// Makes a writer.
    func make(_ path: String, _ ensemble: Ensemble) throws(TableError) -> any MemberWriter {
        switch self {
        case .csvTrajectory: try CSVTrajectoryWriter(path: path, header: ensemble.header)
        case .netCDFTrajectory: try NetCDFTrajectoryWriter(path: path, header: ensemble.header)
        case .csvSummary: try CSVSummaryWriter(path: path, header: ensemble.summary)
        case .netCDFSummary: try NetCDFSummaryWriter(path: path, header: ensemble.summary)
        }
    }

    /// The values of a member as this kind wants them.
    func values(_ ensemble: Ensemble, _ member: Int) -> [Double] {
        switch self {
        case .csvTrajectory, .netCDFTrajectory: ensemble.values(member)
        case .csvSummary, .netCDFSummary: ensemble.firstValues(member)
        }
    }
}
