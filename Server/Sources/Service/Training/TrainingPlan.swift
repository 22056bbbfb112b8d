/// Who is on the board of a training centre: a virtual patient of a study, as it stood at a moment of its course.
struct TrainingPlan: Sendable {
    /// A moment of a virtual patient's course.
    enum Moment: Sendable, Equatable {
        /// A share of the way from referral to infusion, 0 to 1
        case before(Double)
        /// Days after infusion; the patient lives and is in view then
        case day(Double)
        /// The first hours with this grade of CRS; of ICANS
        case crs(Int), icans(Int)
        /// After death; after the way to infusion ended
        case died, cancelled
    }
    let study: String
    let moment: Moment

    /// Twenty patients, at every stage.
    static let all: [TrainingPlan] = [
        .init(study: "zuma-1", moment: .before(0.02)), .init(study: "karmma", moment: .before(0.15)),
        .init(study: "eliana", moment: .before(0.3)), .init(study: "zuma-2", moment: .before(0.45)),
        .init(study: "juliet", moment: .before(0.6)), .init(study: "cartitude-1", moment: .before(0.75)),
        .init(study: "zuma-3", moment: .before(0.9)), .init(study: "zuma-1", moment: .before(0.97)),
        .init(study: "karmma", moment: .day(0.2)), .init(study: "zuma-1", moment: .crs(1)),
        .init(study: "zuma-2", moment: .crs(2)), .init(study: "zuma-3", moment: .icans(2)),
        .init(study: "cartitude-1", moment: .day(9)), .init(study: "zuma-5", moment: .day(20)),
        .init(study: "juliet", moment: .day(45)), .init(study: "eliana", moment: .day(100)),
        .init(study: "zuma-1", moment: .day(200)), .init(study: "karmma", moment: .day(400)),
        .init(study: "zuma-2", moment: .died), .init(study: "juliet", moment: .cancelled),
    ]
}
