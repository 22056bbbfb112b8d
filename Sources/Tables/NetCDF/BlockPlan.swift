/// How the members of an ensemble are cut into blocks, each of which is one chunk of every variable.
struct BlockPlan: Equatable {
    /// A chunk of one variable is to have at most this many bytes (one member's part of a long series aside).
    private static let largestChunk = 1 << 20
    /// All variables' chunks of one block are to have at most this many bytes (one member aside).
    private static let largestBlock = 1 << 25

    /// Members in all.
    let members: Int
    /// Members a block; the last one may have fewer.
    let length: Int

    /// Number of blocks.
    var count: Int { (members + length - 1) / length }

    /// Plans blocks of about the same length.
    init(_ shape: Shape) {
        let bytes = MemoryLayout<Double>.stride
        let byChunk = Self.largestChunk / (bytes * shape.rows)
        let byBlock = Self.largestBlock / (bytes * shape.values)
        let longest = max(1, min(byChunk, byBlock, shape.members))
        let blocks = (shape.members + longest - 1) / longest
        members = shape.members
        length = (shape.members + blocks - 1) / blocks
    }

    /// The block that a member belongs to.
    func block(of member: Int) -> Int { member / length }

    /// The members of a block.
    func members(of block: Int) -> Range<Int> { (block * length)..<min(members, (block + 1) * length) }

    /// Times a chunk: all of them, unless one member's series alone is larger than a chunk should be.
    static func timesPerChunk(_ times: Int) -> Int {
        min(times, largestChunk / MemoryLayout<Double>.stride)
    }
}
