import Dynamics

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension ModelRun {
    /// Points of the first look at an interval, and of the closer look at the place that was found.
    private static let (points, closerPoints) = (2_001, 401)

    /// Measures a quantity in each member; nil where it does not occur.
    ///
    /// An extremum or a crossing is looked for on 2,001 points, then on 401 between the neighbours of the point found:
    /// what comes and goes within a two-thousandth of the interval may be missed.
    func measure(_ quantity: ModelQuantity) throws -> [Double?] {
        let values = try measure(quantity.form, of: quantity.of)
        guard let reference = quantity.reference else { return values }
        let below = try course(of: reference.of, at: [reference.at])
        return zip(values, below).map { value, row in value.map { $0 / row[0] } }
    }

    private func measure(_ form: ModelQuantity.Form, of id: String) throws -> [Double?] {
        switch form {
        case .at(let time): return try course(of: id, at: [time]).map { $0[0] }
        case .maximum(let span): return try extremum(of: id, in: span, sign: 1).map(\.value)
        case .minimum(let span): return try extremum(of: id, in: span, sign: -1).map(\.value)
        case .timeOfMaximum(let span): return try extremum(of: id, in: span, sign: 1).map(\.time)
        case .timeOfMinimum(let span): return try extremum(of: id, in: span, sign: -1).map(\.time)
        case .halfLife(let span): return try rates(of: id, in: span).map { $0 < 0 ? -log(2) / $0 : nil }
        case .doublingTime(let span): return try rates(of: id, in: span).map { $0 > 0 ? log(2) / $0 : nil }
        case .area(let span): return try areas(of: id, in: span)
        case .crosses(let value, let span): return try crossings(of: id, value, in: span)
        }
    }

    /// Slopes of the logarithm between the ends; none for what is not positive.
    private func rates(of id: String, in span: ClosedRange<Double>) throws -> [Double] {
        try course(of: id, at: [span.lowerBound, span.upperBound]).map {
            log($0[1] / $0[0]) / (span.upperBound - span.lowerBound)
        }
    }

    /// Simpson's rule.
    private func areas(of id: String, in span: ClosedRange<Double>) throws -> [Double] {
        let step = (span.upperBound - span.lowerBound) / Double(Self.points - 1)
        return try course(of: id, at: Self.grid(span, Self.points)).map { row in
            let odd = stride(from: 1, to: row.count - 1, by: 2).reduce(0) { $0 + row[$1] }
            let even = stride(from: 2, to: row.count - 1, by: 2).reduce(0) { $0 + row[$1] }
            return step / 3 * (row[0] + 4 * odd + 2 * even + row[row.count - 1])
        }
    }

    private func extremum(
        of id: String, in span: ClosedRange<Double>, sign: Double
    ) throws -> [(time: Double, value: Double)] {
        let times = Self.grid(span, Self.points)
        return try course(of: id, at: times).enumerated().map { member, row in
            let best = Self.largest(row, sign)
            let near = times[max(0, best - 1)]...times[min(times.count - 1, best + 1)]
            let closer = Self.grid(near, Self.closerPoints)
            let values = try alone(member).course(of: id, at: closer)[0]
            return Self.vertex(closer, values, Self.largest(values, sign))
        }
    }

    private func crossings(of id: String, _ value: Double, in span: ClosedRange<Double>) throws -> [Double?] {
        let times = Self.grid(span, Self.points)
        return try course(of: id, at: times).enumerated().map { member, row in
            guard let after = Self.firstCrossing(row, value) else { return nil }
            let closer = Self.grid(times[after - 1]...times[after], Self.closerPoints)
            let values = try alone(member).course(of: id, at: closer)[0]
            guard let place = Self.firstCrossing(values, value) else { return times[after] }
            let share = (value - values[place - 1]) / (values[place] - values[place - 1])
            return closer[place - 1] + share * (closer[place] - closer[place - 1])
        }
    }

    private static func grid(_ span: ClosedRange<Double>, _ points: Int) -> [Double] {
        (0..<points).map { index in
            index == points - 1
                ? span.upperBound
                : span.lowerBound + (span.upperBound - span.lowerBound) * Double(index) / Double(points - 1)
        }
    }

    private static func largest(_ row: [Double], _ sign: Double) -> Int {
        row.indices.max { sign * row[$0] < sign * row[$1] } ?? 0
    }

    /// The index after the first change of side; a start on the value itself is none.
    private static func firstCrossing(_ row: [Double], _ value: Double) -> Int? {
        row.indices.dropFirst().first { index in
            let (before, after) = (row[index - 1] - value, row[index] - value)
            return before < 0 && after >= 0 || before > 0 && after <= 0
        }
    }

    /// The vertex of the parabola through the best point and its neighbours.
    private static func vertex(_ times: [Double], _ row: [Double], _ best: Int) -> (time: Double, value: Double) {
        guard best > 0, best + 1 < row.count else { return (times[best], row[best]) }
        let (left, middle, right) = (row[best - 1], row[best], row[best + 1])
        let bend = left - 2 * middle + right
        guard bend != 0, bend.isFinite else { return (times[best], middle) }
        let shift = max(-1, min(1, 0.5 * (left - right) / bend))
        let step = times[best + 1] - times[best]
        return (times[best] + shift * step, middle - 0.25 * (left - right) * shift)
    }
}
