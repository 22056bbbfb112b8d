import Dynamics

/// Something that befalls a patient once, at a hazard that changes over time.
///
/// It happens when the hazard lived through reaches the patient's own threshold, an exponential draw with mean one.
/// Over any stretch that has the probability 1 − exp(−hazard × days), as it must; and of two courses of one patient the
/// one with less hazard is struck later or not at all, however often the patient is looked at.
struct HazardClock {
    private let threshold: Double
    private var lived = 0.0

    init(_ stream: RandomStream) {
        var stream = stream
        threshold = stream.exponential(mean: 1)
    }

    /// Lives through `days` at a hazard per day; whether it happened on the way.
    mutating func strikes(hazard: Double, days: Double) -> Bool {
        lived += hazard * max(0, days)
        return lived >= threshold
    }
}

/// Infections, which may come again.
///
/// Time is cut into the stretches of the calendar (days, weeks, four weeks). Each stretch has thresholds of its own, so
/// that an infection that one policy brings about on day 5 moves none on day 300: where the hazards agree again, so do
/// the infections.
struct InfectionClock {
    /// How an infection turns out.
    enum Severity { case moderate, severe, fatal }

    private let source: RandomSource
    private let patient: Int
    private let hazards: CourseNumbers.Hazards
    private var stretch = -1
    private var stream: RandomStream
    private var threshold = Double.infinity
    private var lived = 0.0

    init(source: RandomSource, patient: Int, hazards: CourseNumbers.Hazards) {
        self.source = source
        self.patient = patient
        self.hazards = hazards
        stream = source.stream(.infection, patient: patient, occasion: 0)
    }

    /// Infections between two days after infusion at a hazard per day, in order.
    mutating func infections(hazard: Double, from start: Double, to end: Double) -> [Severity] {
        var found: [Severity] = []
        var day = start
        while day < end {
            let stretch = Calendar.stretch(of: day)
            if stretch.index != self.stretch { begin(stretch.index) }
            let until = min(end, stretch.end)
            lived += hazard * (until - day)
            while lived >= threshold {
                found.append(Self.severity(on: day, hazards: hazards, stream: &stream))
                threshold += stream.exponential(mean: 1)
            }
            day = until
        }
        return found
    }

    private mutating func begin(_ index: Int) {
        stretch = index
        stream = source.stream(.infection, patient: patient, occasion: index)
        lived = 0
        threshold = stream.exponential(mean: 1)
    }

    /// How an infection of a day turns out.
    static func severity(on day: Double, hazards: CourseNumbers.Hazards, stream: inout RandomStream) -> Severity {
        // Both are drawn whatever comes out, so that the next draw of the stretch stays where it is.
        let severe = stream.bernoulli(hazards.severeShare(day: day))
        let fatal = stream.bernoulli(hazards.severeFatality)
        return severe ? (fatal ? .fatal : .severe) : .moderate
    }
}

extension Calendar {
    /// The stretch of the calendar in which a day after infusion lies, counted from 0, and where it ends.
    static func stretch(of day: Double) -> (index: Int, end: Double) {
        if day < dailyUntil {
            let index = max(0, Int(day))
            return (index, Double(index + 1))
        }
        if day < weeklyUntil {
            let week = Int((day - dailyUntil) / 7)
            return (Int(dailyUntil) + week, dailyUntil + Double(week + 1) * 7)
        }
        let month = Int((day - weeklyUntil) / 28)
        return (Int(dailyUntil) + Int((weeklyUntil - dailyUntil) / 7) + month, weeklyUntil + Double(month + 1) * 28)
    }
}
