import Report

/// Figures for the tests.
enum Samples {
    /// A trial in which nobody was enrolled.
    static let empty = TrialFigures(
        study: study("Empty trial"), funnel: [], endpoints: [], bands: [],
        toxicity: TrialFigures.Toxicity(days: [], crs: [], icans: []), swimmer: [], survival: [], steps: [],
        origins: TrialFigures.Origins(published: 0, fitted: 0, assumed: 0), assumed: [])

    /// A study with this title.
    static func study(_ title: String) -> TrialFigures.Study {
        TrialFigures.Study(
            id: "demo", title: title, product: "Axicabtagene ciloleucel", disease: "Large B-cell lymphoma",
            patients: 120, seed: 7, policy: "asco-2021", command: "livingdrug run demo --patients 120 --seed 7",
            sources: ["Neelapu SS et al. N Engl J Med 2017;377:2531"])
    }
}
