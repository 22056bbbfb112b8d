import Report

/// Made-up courses with every kind of segment and mark.
enum SampleLanes {
    static let all: [TrialFigures.Lane] = (1...18).map(lane)

    private static func lane(_ index: Int) -> TrialFigures.Lane {
        let wait = Double(20 + index * 7 % 15)
        let stay = Double(9 + index * 5 % 11)
        let end = index % 4 == 0 ? Double(40 + index) : 90
        var segments: [TrialFigures.Segment] = [
            .init(kind: "waiting", from: -wait, to: -5), .init(kind: "hospital", from: -5, to: stay),
            .init(kind: "home", from: stay, to: end),
        ]
        var marks: [TrialFigures.Mark] = [.init(kind: "infusion", day: 0)]
        if index % 3 == 0 {
            segments.append(.init(kind: "intensiveCare", from: 5, to: 8))
            marks += [.init(kind: "tocilizumab", day: 4), .init(kind: "corticosteroid", day: 6)]
        }
        if index % 5 != 0 { marks.append(.init(kind: "response", day: 28)) }
        if index % 6 == 0 { marks.append(.init(kind: "progression", day: 36)) }
        if index % 4 == 0 {
            marks.append(.init(kind: "death", day: end))
            segments.append(.init(kind: "ended", from: end, to: 90))
        }
        return .init(patient: "P\(index)", segments: segments, marks: marks)
    }
}
