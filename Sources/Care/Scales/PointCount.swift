/// Adds up the points of a score whose items may be unknown: an unknown item may have any of its points.
struct PointCount {
    private(set) var lowest = 0
    private(set) var highest = 0
    private(set) var findings: [ScaleFinding] = []
    private(set) var unknown: [String] = []

    /// One item: its points if the value is known, else from none to `most`.
    mutating func add<Value>(
        _ item: String, _ value: Value?, most: Int, words: (Value) -> String, points: (Value) -> Int
    ) {
        guard let value else { return open(item, 0...most) }
        let points = points(value)
        lowest += points
        highest += points
        findings.append(ScaleFinding("\(item) \(words(value)): \(points.counted("point"))"))
    }

    /// One item that is measured.
    mutating func add(_ item: String, _ value: Double?, _ unit: String, most: Int, points: (Double) -> Int) {
        add(item, value, most: most, words: { "\($0.plain) \(unit)" }, points: points)
    }

    /// One item that is there or not.
    mutating func add(_ item: String, isPresent value: Bool?, points: Int) {
        add(item, value, most: points, words: { $0 ? "present" : "absent" }, points: { $0 ? points : 0 })
    }

    /// An item that is known in part.
    mutating func open(_ item: String, _ points: ClosedRange<Int>) {
        lowest += points.lowerBound
        highest += points.upperBound
        unknown.append(item)
    }

    /// A finding that was counted elsewhere.
    mutating func note(_ finding: String) { findings.append(ScaleFinding(finding)) }
}

extension Double {
    /// The number as a chart shows it: to three decimals, without needless zeros.
    var plain: String {
        guard magnitude < 1e15 else { return "\(self)" }
        let thousandths = Int64((self * 1000).rounded())
        if thousandths % 1000 == 0 { return "\(thousandths / 1000)" }
        return "\(Double(thousandths) / 1000)"
    }
}

extension Int {
    /// The number with a noun in the right number.
    func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
