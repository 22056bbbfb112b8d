/// The values of neighbouring members, gathered until all have come: quantity by quantity, member by member, time by
/// time, as the file has them.
final class MemberBlock {
    private let shape: Shape
    /// Members there is room for.
    private let capacity: Int
    private let values: UnsafeMutableBufferPointer<Double>
    /// The members of the file that the block stands for.
    private(set) var members: Range<Int>
    private var filled: [Bool]
    /// Members that have come.
    private(set) var count = 0
    /// Why members failed, by number.
    private(set) var failures: [Int: String] = [:]

    /// Makes an empty block.
    init(_ members: Range<Int>, shape: Shape, capacity: Int) {
        self.members = members
        self.shape = shape
        self.capacity = capacity
        filled = Array(repeating: false, count: capacity)
        values = .allocate(capacity: capacity * shape.values)
    }

    deinit { values.deallocate() }

    /// Empties the block, for other members.
    func reuse(for members: Range<Int>) {
        self.members = members
        for index in filled.indices { filled[index] = false }
        count = 0
        failures = [:]
    }

    /// Takes a member's values, which are rows of quantities.
    func take(_ member: Int, _ source: UnsafeBufferPointer<Double>, failure: String?) {
        let place = member - members.lowerBound
        for quantity in 0..<shape.columns {
            var target = (quantity * capacity + place) * shape.rows
            for index in stride(from: quantity, to: source.count, by: shape.columns) {
                values.initializeElement(at: target, to: source[index])
                target += 1
            }
        }
        filled[place] = true
        count += 1
        failures[member] = failure
    }

    /// Members that have come, as runs of neighbours.
    var runs: [Range<Int>] {
        var runs: [Range<Int>] = []
        var place = 0
        while place < members.count {
            let first = place
            while place < members.count, filled[place] { place += 1 }
            if place > first {
                runs.append((members.lowerBound + first)..<(members.lowerBound + place))
            } else {
                place += 1
            }
        }
        return runs
    }

    /// Where the values of one quantity begin at a member.
    func start(ofQuantity quantity: Int, member: Int) -> UnsafePointer<Double> {
        let offset = (quantity * capacity + member - members.lowerBound) * shape.rows
        guard let base = values.baseAddress else { preconditionFailure("a block has room for a member at least") }
        return UnsafePointer(base + offset)
    }
}
