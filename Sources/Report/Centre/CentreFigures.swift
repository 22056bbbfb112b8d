import Therapy

/// What a run of a centre says: printed with `--json`, kept in `centre.json`, drawn on the page.
public struct CentreFigures: Encodable, Sendable {
    /// A number with its interval over runs.
    public struct Estimate: Encodable, Sendable {
        public let value: Double?, low: Double?, high: Double?

        init(_ estimate: RunEstimate?) {
            (value, low, high) = (estimate?.value, estimate?.low, estimate?.high)
        }
    }

    /// A named number.
    public struct Measure: Encodable, Sendable {
        public let id: String, label: String, unit: String
        public let estimate: Estimate
    }

    /// A step of the funnel, or an end before infusion.
    public struct Count: Encodable, Sendable {
        public let label: String
        public let during: String?
        public let count: Int
        public let share: Estimate
    }

    /// How long something took, days: percentiles 10, 25, 50, 75, 90.
    public struct Wait: Encodable, Sendable {
        public let label: String
        public let patients: Int
        public let percentiles: [Double]
    }

    /// A product.
    public struct Service: Encodable, Sendable {
        public let id: String, study: String
        public let referred: Int
        public let measures: [Measure]
        public let vein_to_vein: Wait?
    }

    /// A resource, means over runs.
    public struct Station: Encodable, Sendable {
        public let resource: String, label: String, owner: String, unit: String
        public let capacity: Double, utilisation: Double, mean_waiting: Double, mean_wait_days: Double
        public let longest_line: Int, served: Double, left: Double, wasted: Double, beyond: Double
    }

    /// Hours of staff a week.
    public struct Staff: Encodable, Sendable {
        public let role: String
        public let hours_per_week: Double
        public let by_activity: [String: Double]
    }

    /// Cost of a step, USD per infused patient: of that patient, and with what was spent on those who were not infused.
    public struct Cost: Encodable, Sendable {
        public let step: String, label: String
        public let usd_per_infused: Double, usd_all_per_infused: Double
    }

    /// A scenario beside the plan.
    public struct Scenario: Encodable, Sendable {
        public let id: String, title: String, role: String
        public let rows: [Row]
        public let path: Path
    }

    /// A measure of a scenario.
    public struct Row: Encodable, Sendable {
        public let id: String, label: String, unit: String
        public let plan: Estimate, scenario: Estimate, difference: Estimate
    }

    /// Where responses come from, in shares of those referred.
    public struct Path: Encodable, Sendable {
        public let responses: Gain, complete_responses: Gain
        public let gained: Estimate, lost: Estimate
        public let rescued_from: [Measure]
        /// Tumour before lymphodepletion of those infused in both, scenario over plan, median.
        public let burden_ratio: Estimate
    }

    /// Responses gained, in all, through more patients infused, and in patients infused either way.
    public struct Gain: Encodable, Sendable {
        public let all: Estimate, by_more_infused: Estimate, by_disease: Estimate

        init(_ gain: CentreComparison.Gain) {
            (all, by_more_infused, by_disease) = (.init(gain.all), .init(gain.infused), .init(gain.disease))
        }
    }

    public let plan: String, title: String, command: String
    public let seed: UInt64
    public let runs: Int
    public let years: Double
    public let referred: Int
    public let bodies: Int, bodies_shared: Int
    public let wall_seconds: Double
    /// The largest error of Little's law in any line of any run, as a share.
    public let littles_law_worst_error: Double
    public let measures: [Measure]
    public let funnel: [Count], losses: [Count]
    public let waits: [Wait]
    public let services: [Service]
    public let stations: [Station]
    public let staff: [Staff]
    public let costs: [Cost]
    public let access: [Measure]
    public let scenarios: [Scenario]
    public let assumed: [String]
}
