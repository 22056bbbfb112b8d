/// A phase as it is written, before the reader's voice and the explanations are put in.
struct Draft: Sendable {
    typealias Line = Expectation.Line

    var happens: [Line] = []
    var feel: [Line] = []
    var numbers: (known: [Line], unknown: [String]) = ([], [])
    /// What is not known besides numbers of studies.
    var unknown: [String] = []
    var watch: [Line] = []
    var you: [Line] = []
    var family: [Line] = []
    var callAtOnce: [String] = []
}

extension Scribe {
    /// Lines that rest on no figure.
    func lines(_ texts: String...) -> [Line] { texts.map { Line($0) } }

    /// The draft of a phase.
    func draft(of phase: ExpectationPhase) -> Draft {
        switch phase {
        case .beforeCollection: beforeCollection
        case .collection: collection
        case .waiting: waiting
        case .lymphodepletion: lymphodepletion
        case .infusionDay: infusionDay
        case .firstWeek: firstWeek
        case .weeks2to4: weeks2to4
        case .months2to3: months2to3
        case .months4to12: months4to12
        case .years2to15: years2to15
        }
    }
}
