/// One virtual trial: running, or what came out, with its patients.
public struct TrialRunPage: Sendable {
    /// A virtual patient in the list.
    public struct Patient: Sendable {
        /// Index in the cohort.
        public var index: Int
        /// What became of them, in words.
        public var words: String

        /// Makes one.
        public init(index: Int, words: String) {
            self.index = index
            self.words = words
        }
    }

    let trial: TrialSummaryView
    let outcome: TrialOutcome?
    let patients: [Patient]
    let hasPlotly: Bool
    let mayStop: Bool

    /// Makes the page.
    /// - Parameters:
    ///   - outcome: once it is finished.
    ///   - patients: some of them, to open.
    ///   - hasPlotly: whether the charting library is served.
    public init(
        _ trial: TrialSummaryView, outcome: TrialOutcome? = nil, patients: [Patient] = [], hasPlotly: Bool = true,
        mayStop: Bool = false
    ) {
        self.trial = trial
        self.outcome = outcome
        self.patients = patients
        self.hasPlotly = hasPlotly
        self.mayStop = mayStop
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let plots = hasPlotly ? outcome.map(TrialPlots.fields) ?? [] : []
        return try Layout.page(
            "trial",
            trial.fields.with([
                "outcome": outcome.map(fields), "plots": plots, "hasPlots": !plots.isEmpty, "path": trial.path,
                "mayStop": mayStop && trial.isRunning, "last": "\(trial.patients - 1)",
                "members": patients.map {
                    ["href": "\(trial.path)/patients/\($0.index)", "index": "\($0.index)", "words": $0.words] as Fields
                },
                "hasMembers": !patients.isEmpty,
            ]), in: frame, wide: true, scripts: plots.isEmpty ? [] : [Assets.plotly])
    }

    private func fields(_ outcome: TrialOutcome) -> Fields {
        let judged = outcome.rows.compactMap(\.isInside)
        return [
            "infused": Words.grouped(outcome.infused), "enrolled": Words.grouped(outcome.patients),
            "failures": outcome.failures > 0 ? Words.grouped(outcome.failures) : nil,
            "agreement": "\(judged.count { $0 }) of \(judged.count)",
            "rows": outcome.rows.map { row in
                [
                    "label": row.label, "simulated": row.simulated, "interval": row.interval,
                    "published": row.published, "publishedInterval": row.publishedInterval, "n": row.n,
                    "verdict": row.isInside.map { $0 ? "within" : "OUTSIDE" }, "isOutside": row.isInside == false,
                    "note": row.note,
                ] as Fields
            },
            "arms": outcome.arms, "isCompared": outcome.comparison != nil,
            "comparison": outcome.comparison.map { $0.map(TrialOutcome.compared) },
        ]
    }
}
