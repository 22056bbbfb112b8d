/// Writes the lines of a plan: advice as it stands, facts with how sure they are.
struct Scribe: Sendable {
    typealias Line = Expectation.Line

    let figures: ExpectedFigures
    let audience: Expectation.Audience
    let standing: Standing?
    let subject: SubjectKind

    var label: Label { figures.label }
    var made: Label.Subject { figures.label.subject }
    /// Name of the product for people: brand with the short name.
    var product: String { "\(made.brand) (\(made.shortName))" }
    /// Where the label holds, as an adjective.
    var place: String { made.jurisdiction.rawValue }
    var risks: Set<WarnedRisk> { figures.warnings.reduce(into: []) { $0.formUnion(WarnedRisk.named(in: $1.text)) } }
    /// All products against BCMA are watched for nerve signs that come late, whether their label is known here or not.
    var hasLateNerveRisk: Bool { risks.contains(.lateNerves) || made.antigen == .bcma }

    /// Fever, as the centre's rules have it; Fahrenheit too where people use it.
    var fever: String {
        func degrees(_ value: Double) -> String {
            let tenths = Frequency.whole(value * 10)
            return "\(tenths / 10).\(tenths % 10)"
        }
        let celsius = "\(degrees(CRSAxes.fever)) °C"
        return made.jurisdiction == .us ? "\(celsius) (\(degrees(CRSAxes.fever * 9 / 5 + 32)) °F)" : celsius
    }

    /// A line that rests on the label.
    func rule(_ text: String, _ cited: some Cited) -> Line {
        let certainty =
            switch cited.flag {
            case .read: "This is in the \(place) label."
            case .secondary: "This is in the \(place) label, by a second-hand source."
            case .memory: "This is from memory of the \(place) label. Check it with your team."
            }
        return Line(text: text, certainty: certainty, source: cited.source, flag: cited.flag)
    }

    /// A line that rests on usual practice.
    func usual(_ text: String, _ fact: PracticeFact) -> Line {
        let certainty =
            switch fact.flag {
            case .read: "We read this in a guide or report."
            case .secondary: "We have this from a second-hand source."
            case .memory: "This is usual practice, from memory. Check it with your team."
            }
        return Line(text: text, certainty: certainty, source: fact.source, flag: fact.flag)
    }

    /// A line that rests on a fact of practice, if that is known.
    func usual(_ kind: PracticeFact.Kind, _ text: (PracticeFact) -> String) -> [Line] {
        figures.practice(kind).map { [usual(text($0), $0)] } ?? []
    }

    /// The numbers on some topics, one line a study; what has none is among the unknown.
    func numbers(_ topics: ExpectedTopic...) -> (known: [Line], unknown: [String]) {
        let known = topics.flatMap { topic in figures.results(on: topic).map { line($0) } }
        return (known, topics.filter { figures.results(on: $0).isEmpty }.map(\.unknown))
    }

    private func line(_ result: StudyResult) -> Line {
        let size = result.people < 50 ? ", a small study" : ""
        let start = "In \(result.study) (\(result.people) people\(size)), "
        let check =
            switch result.flag {
            case .read: "We read the source."
            case .secondary: "We have this from a second-hand source."
            case .memory: "This number is from memory and not checked."
            }
        var certainty = result.interval.map { Frequency.interval($0) + " " } ?? ""
        if result.scale == "Penn" { certainty += "This study called more cases severe than others do. " }
        return Line(
            text: start + sentence(result), certainty: certainty + check, source: result.source, flag: result.flag)
    }

    private func sentence(_ result: StudyResult) -> String {
        let days = Frequency.count(result.value, "day")
        let range = result.range.map {
            let isDay = result.topic == .crsOnset || result.topic == .icansOnset
            let (low, high) = (Frequency.number($0.lowerBound), Frequency.number($0.upperBound))
            return isDay ? " It came between day \(low) and day \(high)." : " It ranged from \(low) to \(high) days."
        }
        let countsAll = result.scale == "CTCAE"
        let nerve = countsAll ? "brain or nerve signs" : "{ICANS}"
        switch result.topic {
        case .veinToVein: return "half got their cells within \(days) of collection." + (range ?? "")
        case .crsOnset:
            return "half of those with {CRS} had it by day \(Frequency.number(result.value))." + (range ?? "")
        case .icansOnset:
            return "half of those with \(nerve) had them by day \(Frequency.number(result.value))." + (range ?? "")
        case .crsDuration: return "{CRS} was over within \(days) in half of those who had it." + (range ?? "")
        case .icansDuration: return "\(nerve) were over within \(days) in half of those who had them." + (range ?? "")
        default:
            return Frequency.people(result.value, whom: result.group.words) + " "
                + result.topic.clause(countsAllNerveSigns: countsAll) + "."
        }
    }
}
