/// The probability of a haemophagocytic syndrome, by the paper's table. The formula behind the table was not found, so a
/// score between two rows has the range between them.
extension HScore.Points {
    /// Rows of the table: score, and probability in per cent. At 90 and below it is under 1 %, from 250 above 99 %.
    static let rows: [(score: Int, percent: Double)] = [
        (90, 0), (100, 1), (110, 3), (120, 5), (130, 9), (140, 16), (150, 25), (160, 40), (170, 54), (180, 70),
        (190, 80), (200, 88), (210, 93), (220, 96), (230, 98), (240, 99),
    ]

    /// The probability, 0 to 1: one value at a row of the table, the range between the rows around any other score. The
    /// whole of a cohort that was sent to specialists; never validated after CAR-T cells.
    public var probability: ClosedRange<Double> {
        if rawValue <= 90 { return 0...0.01 }
        if rawValue > 240 { return 0.99...1 }
        let upper = Self.rows.firstIndex { rawValue <= $0.score } ?? Self.rows.count - 1
        let high = Self.rows[upper].percent / 100
        if rawValue == Self.rows[upper].score { return high...high }
        return Self.rows[upper - 1].percent / 100...high
    }
}
