/// What a patient and a family may expect: a plan in plain language, phase by phase.
///
/// It informs and decides nothing. Its numbers are those of `ExpectedFigures`; what has no figure is said to be not known.
public struct Expectation: Encodable, Sendable, Equatable {
    /// For whom it is written.
    public enum Audience: String, Codable, Sendable, CaseIterable {
        /// The patient; the parents of a patient under 18 years
        case patient, parents
    }

    /// One line of the plan. A line that states a fact of a source says how sure it is.
    public struct Line: Encodable, Sendable, Equatable {
        /// The line.
        public var text: String
        /// How sure it is, in words; nil for advice that rests on no figure.
        public var certainty: String?
        /// Where it stands; nil as above.
        public var source: String?
        /// How well the source was checked; nil as above.
        public var flag: SourceStanding?
    }

    /// Whether a phase is over, runs, or is to come.
    public enum Place: String, Codable, Sendable, CaseIterable { case behind, now, ahead }

    /// A phase of the way.
    public struct Section: Encodable, Sendable, Equatable {
        /// Which.
        public var phase: ExpectationPhase
        /// Its title.
        public var title: String
        /// Whether it is over; without a chart all is ahead.
        public var place: Place
        /// What happens
        public var happens: [Line]
        /// What you may feel
        public var feel: [Line]
        /// The numbers of studies
        public var numbers: [Line]
        /// What is not known, as ends of the sentence "We do not know"
        public var unknown: [String]
        /// What the team watches
        public var watch: [Line]
        /// What you do
        public var you: [Line]
        /// The family's part
        public var family: [Line]
        /// When to call at once
        public var callAtOnce: [String]
    }

    /// A question that people ask, with its answer.
    public struct Question: Encodable, Sendable, Equatable {
        /// The question.
        public var question: String
        /// The answer.
        public var answer: [Line]
        /// What is not known, as in a section
        public var unknown: [String]
    }

    /// Title.
    public var title: String
    /// For whom it is written.
    public var audience: Audience
    /// Disease, in words.
    public var disease: String
    /// The label's version that it rests on.
    public var label: String
    /// Where things stand today; empty without a chart.
    public var today: [String]
    /// How to read it.
    public var introduction: [String]
    /// The phases, in order.
    public var sections: [Section]
    /// Questions that people ask; some of them hard ones.
    public var questions: [Question]
    /// Each special word that was used, with its meaning.
    public var glossary: [Glossary.Entry]
    /// The disclaimer.
    public var disclaimer: [String]
    /// What to do in an emergency.
    public var emergency: String
    /// The number to call in an emergency.
    public var emergencyNumber: String
    /// Every source that the plan rests on, with how well it was checked.
    public var sources: [String]
    /// Names that the reading level leaves out: special words that are explained, products, drugs and studies.
    public var names: [String]
}

extension Expectation.Line {
    /// A line that rests on no figure.
    init(_ text: String) { self.init(text: text) }
}
