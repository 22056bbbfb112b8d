import Care

/// Setting up virtual trials, and those that ran.
public struct TrialsPage: Sendable {
    /// Something to choose.
    public struct Choice: Sendable {
        /// Identifier.
        public var id: String
        /// In words.
        public var words: String

        /// Makes one.
        public init(id: String, words: String) {
            self.id = id
            self.words = words
        }
    }

    let trials: [TrialSummaryView]
    let studies: [Choice]
    let policies: [Choice]
    let mayRun: Bool
    let largest: Int
    let state: FormState

    /// Makes the page.
    /// - Parameters:
    ///   - policies: policies beside the study's own, which is `as-published`.
    ///   - largest: most patients that the server runs for one trial.
    public init(
        _ trials: [TrialSummaryView], studies: [Choice], policies: [Choice], mayRun: Bool, largest: Int = 100_000,
        state: FormState = .empty
    ) {
        self.trials = trials
        self.studies = studies
        self.policies = policies
        self.mayRun = mayRun
        self.largest = largest
        self.state = state
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let own = [Field.Choice(value: "as-published", words: "as published")]
        let known = policies.map { Field.Choice(value: $0.id, words: $0.words) }
        let form = FormView(
            id: "trial", action: "/trials", submit: "Run the trial",
            groups: [
                .init(fields: [
                    Field(
                        name: "study", label: "Study",
                        kind: .choice(studies.map { .init(value: $0.id, words: $0.words) }), isRequired: true),
                    Field(
                        name: "patients", label: "Virtual patients", kind: .number("numeric"),
                        hint: "1 to \(Words.grouped(largest)), in each arm.", value: "1000", isRequired: true,
                        isNarrow: true),
                    Field(
                        name: "seed", label: "Seed", kind: .number("numeric"),
                        hint: "The same seed gives the same patients.", value: "1", isRequired: true, isNarrow: true),
                    Field(
                        name: "policy", label: "How toxicity is managed", kind: .choice(own + known),
                        value: "as-published"),
                    Field(
                        name: "against", label: "Compared with",
                        kind: .choice([.init(value: "", words: "nothing")] + own + known),
                        hint: "A second arm in the same virtual patients."),
                ])
            ], state: state)
        return try Layout.page(
            "trials",
            [
                "form": mayRun ? form.fields : nil, "trials": trials.map(\.fields), "isEmpty": trials.isEmpty,
                "hasTrials": !trials.isEmpty,
            ], in: frame, wide: true)
    }

    /// What was asked for.
    public struct Request: Sendable, Equatable {
        /// Study.
        public var study: String
        /// Patients of one arm.
        public var patients: Int
        /// Seed.
        public var seed: UInt64
        /// Policies, the reference first.
        public var policies: [String]
    }

    /// Reads the form.
    /// - Parameter largest: most patients that are run.
    public static func read(_ values: [String: String], largest: Int = 100_000) throws(FormFault) -> Request {
        var form = FormReader(values, now: .init(millisecondsSince1970: 0))
        let study = form.required("study", "The study", limit: 100)
        let patients = form.count("patients", in: 1...largest, what: "the number of patients")
        if patients == nil { form.fault("patients", "The number of patients is missing; 1000 is usual.") }
        let seed = form.choice("seed") { UInt64($0) }
        if seed == nil { form.fault("seed", "The seed is a whole number, 0 or more.") }
        let policy = form.text("policy") ?? "as-published"
        let against = form.text("against")
        if against == policy { form.fault("against", "Both arms are the same; choose another, or nothing.") }
        try form.finish()
        guard let patients, let seed else { throw FormFault(form.state) }
        return Request(
            study: study, patients: patients, seed: seed, policies: [policy] + [against].compactMap(\.self))
    }
}
