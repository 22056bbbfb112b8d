/// Eight patients side by side: the width in which tapes and solvers work. A file of registers holds a whole number of
/// such groups a register, so no tail needs care.
typealias Lanes = SIMD8<Double>

/// A block of doubles for `rows` registers of `lanes` values each, aligned for vector loads, freed with its owner.
final class LaneBlock {
    let rows: Int
    let lanes: Int
    let base: UnsafeMutablePointer<Double>

    init(rows: Int, lanes: Int) {
        precondition(lanes > 0 && lanes % Lanes.scalarCount == 0, "lanes come in groups of \(Lanes.scalarCount)")
        self.rows = rows
        self.lanes = lanes
        let count = max(1, rows) * lanes
        let raw = UnsafeMutableRawPointer.allocate(byteCount: count * 8, alignment: 64)
        base = raw.bindMemory(to: Double.self, capacity: count)
        base.initialize(repeating: 0, count: count)
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    subscript(row: Int, lane: Int) -> Double {
        get { base[row * lanes + lane] }
        set { base[row * lanes + lane] = newValue }
    }

    /// One group of lanes of one row.
    @inline(__always)
    func group(_ row: Int, _ group: Int) -> UnsafeMutablePointer<Lanes> {
        UnsafeMutableRawPointer(base + row * lanes + group * Lanes.scalarCount).assumingMemoryBound(to: Lanes.self)
    }

    /// Writes one value to every lane of a row.
    func fill(_ row: Int, _ value: Double) {
        (base + row * lanes).update(repeating: value, count: lanes)
    }

    /// Copies whole rows from another block of the same width.
    func copyRows(_ target: Int, from other: LaneBlock, _ source: Int, count: Int) {
        guard count > 0 else { return }
        (base + target * lanes).update(from: other.base + source * lanes, count: count * lanes)
    }
}
