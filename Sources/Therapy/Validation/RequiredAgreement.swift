/// The shares that must agree before the simulator may be said to reproduce what was published.
public struct RequiredAgreement: Codable, Sendable, Equatable {
    /// Of the endpoints of calibration studies.
    public var calibration: Double
    /// Of the endpoints of validation studies.
    public var validation: Double
    /// Of the quantities.
    public var quantities: Double

    /// Makes limits.
    public init(calibration: Double, validation: Double, quantities: Double) {
        self.calibration = calibration
        self.validation = validation
        self.quantities = quantities
    }

    /// What falls short, in words; empty if nothing does.
    public func shortfalls(calibration: Agreement, validation: Agreement, quantities: Agreement) -> [String] {
        let groups = [
            ("calibration endpoints", calibration, self.calibration),
            ("validation endpoints", validation, self.validation), ("quantities", quantities, self.quantities),
        ]
        return groups.compactMap { name, found, limit in
            guard !found.reaches(limit) else { return nil }
            let asked = "\(Self.percent(limit)) % asked for"
            guard let share = found.share else { return "\(name): nothing was compared, \(asked)" }
            return "\(name): \(found.agreeing) of \(found.compared), \(Self.percent(share)) %, \(asked)"
        }
    }

    private static func percent(_ share: Double) -> String {
        let value = (share * 1000).rounded() / 10
        return value == value.rounded() ? "\(Int(value))" : "\(value)"
    }
}
