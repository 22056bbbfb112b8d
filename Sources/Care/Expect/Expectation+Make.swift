extension Expectation {
    /// The plan for a product, a disease and a stage.
    ///
    /// - Parameters:
    ///   - figures: every number that it may state.
    ///   - audience: the patient, or the parents of a patient under 18 years.
    ///   - chart: where the patient stands, and the time to look at; nil for the whole way.
    ///   - subject: whose journal the chart is of; one that is not of a real patient is said to be so.
    /// - Throws: `NoExpectation` if the label is not for this disease, the journal orders another product, or there is no
    ///   way ahead to be told.
    public init(
        _ figures: ExpectedFigures, for audience: Audience = .patient, chart: (Chart, at: Instant)? = nil,
        subject: SubjectKind = .real
    ) throws(NoExpectation) {
        let made = figures.label.subject
        if let indications = figures.label.indications, !indications.contains(where: { $0.disease == figures.disease })
        {
            var known: [Label.Disease] = []
            for indication in indications where !known.contains(indication.disease) { known.append(indication.disease) }
            throw .otherDisease(label: figures.label.nameAndVersion, disease: figures.disease, known: known)
        }
        if let ordered = chart?.0.productOrder?.product, !made.isNamed(ordered) {
            throw .otherProduct(asked: made.product, ordered: ordered)
        }
        var standing: Standing?
        if let chart { standing = try Standing(chart.0, at: chart.at) }
        self.init(Scribe(figures: figures, audience: audience, standing: standing, subject: subject))
    }

    private init(_ scribe: Scribe) {
        let voice = Voice(audience: scribe.audience)
        var binder = Binder(explainer: Glossary.Explainer(voice: voice))
        let current = scribe.standing?.phase
        let phases = ExpectationPhase.allCases
        title = "What to expect: \(scribe.product)"
        audience = scribe.audience
        disease = scribe.figures.disease.words.startingWithCapital
        label = scribe.label.nameAndVersion
        emergencyNumber = Scribe.emergencyNumber(in: scribe.made.jurisdiction)
        emergency = binder.bind(scribe.emergency)
        today = scribe.today.map { binder.bind($0) }
        introduction = scribe.introduction.map { binder.bind($0) }
        var bound: [ExpectationPhase: Section] = [:]
        // Reading order: what is over is shown by its title only, so no word is explained there first.
        let ahead = phases.filter { $0 >= current ?? phases[0] }
        for phase in ahead {
            bound[phase] = binder.bind(scribe.draft(of: phase), phase, phase == current ? .now : .ahead)
        }
        questions = scribe.questions.map { binder.bind($0) }
        disclaimer = scribe.disclaimer.map { binder.bind($0) }
        let (readWords, readSources) = (binder.explainer.used, binder.sources)
        for phase in phases where bound[phase] == nil {
            bound[phase] = binder.bind(scribe.draft(of: phase), phase, .behind)
        }
        sections = phases.compactMap { bound[$0] }
        glossary = readWords
        sources = readSources
        names = scribe.names
    }
}

/// Puts voice and explanations into drafts, in reading order, and gathers sources.
private struct Binder {
    var explainer: Glossary.Explainer
    var sources: [String] = []

    mutating func bind(_ text: String) -> String { explainer.explain(text) }

    mutating func bind(_ line: Expectation.Line) -> Expectation.Line {
        var line = line
        line.text = explainer.explain(line.text)
        line.certainty = line.certainty.map { explainer.explain($0) }
        if let source = line.source, let flag = line.flag {
            let entry = "\(source) (\(flag.words))"
            if !sources.contains(entry) { sources.append(entry) }
        }
        return line
    }

    mutating func bind(
        _ draft: Draft, _ phase: ExpectationPhase, _ place: Expectation.Place
    ) -> Expectation.Section {
        // The order of reading, which the pages keep.
        let happens = draft.happens.map { bind($0) }
        let feel = draft.feel.map { bind($0) }
        let calls = draft.callAtOnce.map { bind($0) }
        let you = draft.you.map { bind($0) }
        let family = draft.family.map { bind($0) }
        let watch = draft.watch.map { bind($0) }
        let numbers = draft.numbers.known.map { bind($0) }
        let unknown = (draft.numbers.unknown + draft.unknown).map { bind($0) }
        return Expectation.Section(
            phase: phase, title: phase.title, place: place, happens: happens, feel: feel, numbers: numbers,
            unknown: unknown, watch: watch, you: you, family: family, callAtOnce: calls)
    }

    mutating func bind(_ draft: Scribe.DraftQuestion) -> Expectation.Question {
        Expectation.Question(
            question: bind(draft.question), answer: draft.answer.map { bind($0) },
            unknown: draft.unknown.map { bind($0) })
    }
}
