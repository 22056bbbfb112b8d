import Care

/// A virtual trial as lists show it.
public struct TrialSummaryView: Sendable {
    /// Where a run stands.
    public enum State: Sendable, Equatable {
        /// Waits for a free place
        case queued
        /// Patients done so far, of all arms
        case running(done: Int)
        /// Finished, and how long it took, seconds
        case finished(seconds: Double)
        /// Stopped by somebody
        case stopped
        /// Did not work, and why
        case failed(String)
    }

    /// Identifier, in paths.
    public var id: String
    /// Study: identifier and title.
    public var study: String
    /// Title of the study.
    public var title: String
    /// Virtual patients of one arm.
    public var patients: Int
    /// Seed of the cohort.
    public var seed: UInt64
    /// Policies, one an arm, the reference first.
    public var policies: [String]
    /// Who asked for it.
    public var by: String
    /// When.
    public var at: Instant
    /// Where it stands.
    public var state: State

    /// Makes one.
    public init(
        id: String, study: String, title: String, patients: Int, seed: UInt64, policies: [String], by: String,
        at: Instant, state: State
    ) {
        self.id = id
        self.study = study
        self.title = title
        self.patients = patients
        self.seed = seed
        self.policies = policies
        self.by = by
        self.at = at
        self.state = state
    }

    var path: String { "/trials/\(PatientView.pathComponent(id))" }
    var total: Int { patients * max(policies.count, 1) }
    var isRunning: Bool {
        switch state {
        case .queued, .running: true
        default: false
        }
    }

    var words: String {
        switch state {
        case .queued: "waits for a free place"
        case .running(let done): "\(Words.grouped(done)) of \(Words.grouped(total)) patients"
        case .finished(let seconds): "done in \(Words.span(seconds: seconds))"
        case .stopped: "stopped"
        case .failed(let why): "failed: \(why)"
        }
    }

    var fields: Fields {
        var done = 0
        if case .running(let value) = state { done = value }
        return [
            "trialId": id, "href": path, "study": study, "trialTitle": title,
            "patients": Words.grouped(patients), "seed": "\(seed)", "policies": policies.joined(separator: " against "),
            "by": by, "at": Words.time(at), "state": words, "isRunning": isRunning, "done": "\(done)",
            "total": "\(total)",
        ]
    }
}

extension Words {
    /// Seconds, or minutes where there are many.
    static func span(seconds: Double) -> String {
        seconds < 90 ? "\(short(seconds)) s" : "\(Int((seconds / 60).rounded())) min"
    }
}
