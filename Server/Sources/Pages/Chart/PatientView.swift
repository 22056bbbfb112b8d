import Care

/// A patient as the rules of Care see them at a time: all that the pages are made from.
public struct PatientView: Sendable {
    /// The journal.
    public let journal: Journal
    /// The time that is looked at.
    public let at: Instant
    /// Where the patient stands.
    public let chart: Chart
    /// The product's label in force; nil where none is known.
    public let label: Label?
    /// Which label, or why there is none.
    public let labelWords: String
    /// What the blood says.
    public let scales: LaboratoryScales
    /// What the steps say.
    public let steps: StepRules
    /// All alerts so far.
    public let alerts: [Alert]
    /// What the calendar asks for.
    public let due: [DueItem]

    /// Reads a journal at a time.
    /// - Parameters:
    ///   - label: the label in force for the product ordered.
    ///   - labelWords: which that is, or why there is none.
    ///   - site: what the centre's registers say; nil unknown.
    public init(
        _ journal: Journal, at instant: Instant, label: Label?, labelWords: String, site: Site? = nil,
        chart: Chart? = nil
    ) {
        self.journal = journal
        at = instant
        let chart = chart ?? Chart(of: journal, at: instant)
        self.chart = chart
        self.label = label
        self.labelWords = labelWords
        scales = LaboratoryScales(of: journal, chart: chart, at: instant)
        steps = StepRules(chart, at: instant, label: label, site: site)
        alerts = Alerts.all(in: journal, at: instant, label: label)
        due = chart.due(at: instant, label: label)
    }

    /// Alerts that wait for somebody.
    var standing: [Alert] { alerts.filter(\.isStanding) }

    /// What the guidelines recommend.
    var counsel: Counsel { chart.counsel(at: at) { $0.take(scales) } }

    var therapy: String { chart.therapy }

    /// Where the chart is, on the server.
    var path: String { "/patients/\(Self.pathComponent(therapy))" }

    /// Who it is, as far as a journal tells.
    var person: String {
        guard let referral = chart.referral else { return "referral not recorded" }
        return "\(referral.sex.rawValue), \(Int(referral.age)) years, \(Int(referral.weight.rounded())) kg"
    }

    var stage: String { Words.sentence("\(chart.stage(at: at))") }

    var place: String {
        if chart.death != nil { return "–" }
        return switch chart.unit {
        case .ward: "ward"
        case .intensiveCare: "intensive care"
        case nil: "at home"
        }
    }

    /// Whose journal it is, for the banner and the head of the page.
    var subject: String? {
        switch journal.subject {
        case .real: nil
        case .training: "training"
        case .simulated(let study, let seed, let patient): "simulated: \(study), seed \(seed), patient \(patient)"
        }
    }

    /// Identifiers in paths keep letters, digits and what RFC 3986 leaves unreserved.
    static func pathComponent(_ text: String) -> String {
        text.utf8.reduce(into: "") { path, byte in
            let character = Character(Unicode.Scalar(byte))
            if byte < 128, character.isLetter || character.isNumber || "-._~".contains(character) {
                path.append(character)
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                path += "%" + (digits.count < 2 ? "0" : "") + digits
            }
        }
    }
}
