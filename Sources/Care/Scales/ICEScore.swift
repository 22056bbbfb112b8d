/// Immune effector cell-associated encephalopathy score, 0 (worst) to 10 (no impairment), ASTCT 2019: orientation to
/// year, month, city and hospital 4; naming three objects 3; following a command 1; writing a sentence 1; counting
/// back from 100 by tens 1.
public struct ICEScore: RawRepresentable, Codable, Sendable, Equatable, Comparable {
    /// Points.
    public let rawValue: Int

    /// A score of 0 to 10, or nil.
    public init?(rawValue: Int) {
        guard (0...10).contains(rawValue) else { return nil }
        self.rawValue = rawValue
    }

    /// A score of 0 to 10, or nil.
    public init?(_ points: Int) { self.init(rawValue: points) }

    /// The score from its items, or nil if an item has more points than it can.
    public init?(orientation: Int, naming: Int, command: Bool, writing: Bool, attention: Bool) {
        guard (0...4).contains(orientation), (0...3).contains(naming) else { return nil }
        self.init(rawValue: orientation + naming + (command ? 1 : 0) + (writing ? 1 : 0) + (attention ? 1 : 0))
    }

    /// Order of impairment: a lower score is worse.
    public static func < (a: ICEScore, b: ICEScore) -> Bool { a.rawValue < b.rawValue }

    /// Grade of this axis alone: 7–9 is 1, 3–6 is 2, 0–2 is 3. (0 because the patient cannot be roused is grade 4, by
    /// the axis of consciousness.)
    var grade: ICANSGrade {
        switch rawValue {
        case 10: .none
        case 7...9: .grade1
        case 3...6: .grade2
        default: .grade3
        }
    }
}
