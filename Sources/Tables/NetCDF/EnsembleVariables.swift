import CNetCDF

/// The variables of an ensemble's NetCDF file.
struct EnsembleVariables {
    /// A variable for each quantity, in their order.
    private(set) var quantities: [NetCDFFile.Identifier] = []
    /// Why members failed: a text a member, empty where none did.
    let failure: NetCDFFile.Identifier
    /// Whether the quantities have a dimension of time.
    let hasTime: Bool

    /// Members whose numbers, or failures, are stored together.
    private static let membersPerStep = 1 << 14

    /// Defines all of them in an empty file, and writes the coordinates.
    init(in file: NetCDFFile, layout: EnsembleLayout, membersPerChunk: Int) throws(TableError) {
        for (name, text) in layout.globalAttributes { try file.attribute(name, text) }
        let memberDimension = try file.dimension("member", length: layout.members)
        let member = try file.variable("member", type: NC_INT64, dimensions: [memberDimension])
        try file.attribute("standard_name", of: member, "realization")
        try file.attribute("long_name", of: member, "member of the ensemble, from 0")
        try file.attribute("units", of: member, "1")

        var dimensions = [memberDimension]
        var chunks = [membersPerChunk]
        var time: NetCDFFile.Identifier?
        if let times = layout.times {
            dimensions.append(try file.dimension("time", length: times.count))
            chunks.append(BlockPlan.timesPerChunk(times.count))
            let variable = try file.variable("time", type: NC_DOUBLE, dimensions: [dimensions[1]])
            try file.attribute("long_name", of: variable, "time")
            // What states no unit gets none: "1" would say that it is a number.
            if !layout.timeUnit.isEmpty { try file.attribute("units", of: variable, layout.timeUnit) }
            time = variable
        }
        hasTime = time != nil

        failure = try file.variable(
            "failure", type: NC_STRING, dimensions: [memberDimension],
            chunks: [min(layout.members, Self.membersPerStep)])
        try file.attribute("long_name", of: failure, "why the member stopped early; empty if it did not")

        let names = ColumnNames.unique(
            layout.quantities.map(\.id), reserved: ["member", "time", "failure"], legal: ColumnNames.netCDF)
        for (quantity, name) in zip(layout.quantities, names) {
            let variable = try file.variable(name, type: NC_DOUBLE, dimensions: dimensions, chunks: chunks)
            try file.fill(variable, with: .nan)
            try file.limitCache(variable, bytes: chunks.reduce(MemoryLayout<Double>.stride, *))
            if layout.compressed { try file.compress(variable) }
            try file.attribute("long_name", of: variable, quantity.name.isEmpty ? quantity.id : quantity.name)
            if !quantity.unit.isEmpty { try file.attribute("units", of: variable, quantity.unit) }
            if name != quantity.id { try file.attribute("id", of: variable, quantity.id) }
            quantities.append(variable)
        }
        try file.endDefinitions()

        if let time, let times = layout.times { try file.put(time, from: [0], counts: [times.count], times) }
        for first in stride(from: 0, to: layout.members, by: Self.membersPerStep) {
            let last = min(layout.members, first + Self.membersPerStep)
            try file.put(member, from: first, (first..<last).map(Int64.init))
        }
    }
}
