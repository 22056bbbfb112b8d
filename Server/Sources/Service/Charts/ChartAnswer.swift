import Care
import Records

/// A chart for programs.
struct ChartAnswer: Encodable, Sendable {
    struct Grade: Encodable, Sendable {
        var grade: Int
        var reasons: [String]
        var unknown: [String]
    }
    struct StepAnswer: Encodable, Sendable {
        var step: String
        var state: String
        var next: String?
    }
    struct Patient: Encodable, Sendable {
        var age: Double
        var sex: String
        var weight: Double
        var disease: String
    }
    var therapy: String
    var subject: SubjectKind
    var version: Int
    var head: String
    var at: Instant
    var label: String?
    var stage: String
    var day: Double?
    var place: String
    var patient: Patient?
    var crs: Grade
    var icans: Grade
    var alerts: [Alert]
    var activeOrders: [Order]
    var counsel: Counsel
    var stops: [StopAnswer]
    var steps: [StepAnswer]
    var next: StepAnswer?
    var due: [DueItem]
    var bestResponse: Response?
    var corrections: [StruckEntry]
    var doubts: [Doubt]
    var notice = Counsel.disclaimer

    init(_ reading: ChartReading) {
        let chart = reading.chart
        (therapy, subject, at) = (chart.therapy, reading.journal.subject, reading.at)
        (version, head) = (reading.version, reading.head)
        label = reading.label?.nameAndVersion
        stage = "\(chart.stage(at: at))"
        day = chart.day(at: at)
        place = chart.unit.map(\.rawValue) ?? "home"
        patient = chart.referral.map {
            Patient(age: $0.age, sex: $0.sex.rawValue, weight: $0.weight, disease: $0.disease)
        }
        let (crs, icans) = (chart.crs, chart.icans)
        self.crs = Grade(grade: crs.grade.rawValue, reasons: crs.reasons.map(\.description), unknown: crs.unknown)
        self.icans = Grade(
            grade: icans.grade.rawValue, reasons: icans.reasons.map(\.description), unknown: icans.unknown)
        let calendar = reading.calendar
        alerts = reading.alerts(calendar)
        activeOrders = chart.activeOrders.map(\.order)
        counsel = reading.counsel
        stops = reading.rules.stops.map(StopAnswer.init)
        let progress = reading.rules.progress
        steps = progress.map(StepAnswer.init)
        next = StepRules.next(in: progress).map(StepAnswer.init)
        due = reading.due(calendar)
        bestResponse = chart.bestResponse
        corrections = reading.journal.corrections
        doubts = reading.doubts
    }
}

extension ChartAnswer.StepAnswer {
    init(_ progress: StepProgress) {
        let state =
            switch progress.state {
            case .notBegun: "not begun"
            case .inProgress: "in progress"
            case .done: "done"
            case .skipped(let why): "skipped: \(why)"
            }
        self.init(step: progress.step.title, state: state, next: progress.next)
    }
}
