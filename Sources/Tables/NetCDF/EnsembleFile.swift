/// An ensemble in a NetCDF file, with or without a dimension of time. Members come in any order, and are written in whole
/// blocks, so that the library is called seldom and each chunk is written once.
final class EnsembleFile {
    /// Blocks that wait for members may take this many bytes together; beyond, the fullest is written as it is.
    static let largestWait = 1 << 28

    private let file: NetCDFFile
    private let variables: EnsembleVariables
    private let shape: Shape
    private let plan: BlockPlan
    /// Blocks that may wait at the same time.
    private let longestWait: Int
    private var blocks: [Int: MemberBlock] = [:]
    /// A block that was written and may be filled again.
    private var spare: MemberBlock?
    /// Members that each block still lacks.
    private var lacking: [Int]
    private var arrived: MemberSet

    /// Makes the file under a temporary name and defines what will be in it.
    init(path: String, layout: EnsembleLayout, largestWait: Int = EnsembleFile.largestWait) throws(TableError) {
        shape = try Shape(
            file: path, members: layout.members, rows: layout.times?.count ?? 1, columns: layout.quantities.count)
        let plan = BlockPlan(shape)
        self.plan = plan
        longestWait = max(1, largestWait / (plan.length * shape.values * MemoryLayout<Double>.stride))
        lacking = (0..<plan.count).map { plan.members(of: $0).count }
        arrived = MemberSet(members: layout.members)
        file = try NetCDFFile(path: path)
        let file = file
        var defined: EnsembleVariables?
        try file.step { () throws(TableError) in
            defined = try EnsembleVariables(in: file, layout: layout, membersPerChunk: plan.length)
        }
        guard let defined else { preconditionFailure("a step that did not throw has run") }
        variables = defined
    }

    /// Takes one member, and writes its block if that was the last.
    func write(member: Int, values: UnsafeBufferPointer<Double>, failure: String?) throws(TableError) {
        try file.step { () throws(TableError) in
            try shape.check(member: member, values: values.count)
            guard arrived.insert(member) else { throw shape.twice(member) }
            let index = plan.block(of: member)
            let block = if let started = blocks[index] { started } else { try open(index) }
            block.take(member, values, failure: failure)
            lacking[index] -= 1
            if lacking[index] == 0 { try flush(index, block) }
        }
    }

    /// Completes the file and gives it its name.
    func finish() throws(TableError) {
        try file.step { () throws(TableError) in
            if arrived.count < shape.members { throw shape.unfinished(arrived.count) }
        }
        try file.finish()
    }

    /// Gives up; no file is left behind.
    func discard() { file.discard() }

    /// A block to fill, after making room for it.
    private func open(_ index: Int) throws(TableError) -> MemberBlock {
        if blocks.count >= longestWait,
            let fullest = blocks.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) })
        {
            try flush(fullest.key, fullest.value)
        }
        let members = plan.members(of: index)
        let block = spare ?? MemberBlock(members, shape: shape, capacity: plan.length)
        block.reuse(for: members)
        spare = nil
        blocks[index] = block
        return block
    }

    /// Writes what a block holds.
    private func flush(_ index: Int, _ block: MemberBlock) throws(TableError) {
        for run in block.runs {
            for (quantity, variable) in variables.quantities.enumerated() {
                let values = block.start(ofQuantity: quantity, member: run.lowerBound)
                let start = variables.hasTime ? [run.lowerBound, 0] : [run.lowerBound]
                let counts = variables.hasTime ? [run.count, shape.rows] : [run.count]
                try file.put(variable, from: start, counts: counts, values)
            }
        }
        for (member, failure) in block.failures.sorted(by: { $0.key < $1.key }) {
            try file.put(variables.failure, at: member, failure)
        }
        blocks[index] = nil
        spare = block
    }
}
