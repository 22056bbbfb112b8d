import Therapy

/// What a run of a centre says: printed with `--json`, kept in `centre.json`, drawn on the page.
public struct CentreFigures: Encodable, Sendable {
    /// The plan's identifier, its title, and the command as one would type it again
    public let plan: String, title: String, command: String
    /// Seed of the first run
    public let seed: UInt64
    /// Runs of the plan
    public let runs: Int
    /// Years counted in each
    public let years: Double
    /// Patients referred, in all runs of the plan
    public let referred: Int
    /// Bodies that were run, and answers that scenarios shared
    public let bodies: Int, bodies_shared: Int
    /// Seconds that it took
    public let wall_seconds: Double
    /// The largest error of Little's law in any line of any run, as a share
    public let littles_law_worst_error: Double
    /// What the plan is judged by
    public let measures: [Measure]
    /// Steps from referral to response, and ends before infusion
    public let funnel: [Count], losses: [Count]
    /// Days of each stage, and of the way as a whole
    public let waits: [Wait]
    /// By product
    public let services: [Service]
    /// Resources
    public let stations: [Station]
    /// Hours of staff
    public let staff: [Staff]
    /// Cost by step
    public let costs: [Cost]
    /// The way to the centre
    public let access: [Measure]
    /// Scenarios, and one more of each resource if that was asked for
    public let scenarios: [Scenario]
    /// Numbers of the plan that are assumed, with their grounds
    public let assumed: [String]
}

extension CentreFigures {
    /// A number with its interval over runs.
    public struct Estimate: Encodable, Sendable {
        /// Mean over runs, and the ends of its 95 % interval
        public let value: Double?, low: Double?, high: Double?

        init(_ estimate: RunEstimate?) {
            (value, low, high) = (estimate?.value, estimate?.low, estimate?.high)
        }

        /// Of a share the interval ends at none and at all.
        init(_ estimate: RunEstimate?, unit: String) {
            let isShare = unit == "1"
            value = estimate?.value
            low = estimate?.low.map { isShare ? max(0, $0) : $0 }
            high = estimate?.high.map { isShare ? min(1, $0) : $0 }
        }
    }

    /// A named number.
    public struct Measure: Encodable, Sendable {
        /// Name, name for people, and UCUM unit ("1" for a share)
        public let id: String, label: String, unit: String
        /// Its value
        public let estimate: Estimate
    }

    /// A step of the funnel, or an end before infusion.
    public struct Count: Encodable, Sendable {
        /// What was reached, or how it ended
        public let label: String
        /// For an end: the stage in which it came
        public let during: String?
        /// Patients of all runs
        public let count: Int
        /// Share of those referred
        public let share: Estimate
    }

    /// How long something took.
    public struct Wait: Encodable, Sendable {
        /// What
        public let label: String
        /// Patients of all runs who completed it
        public let patients: Int
        /// Percentiles 10, 25, 50, 75 and 90, days
        public let percentiles: [Double]
    }

    /// A product.
    public struct Service: Encodable, Sendable {
        /// The service, and the study whose patients these are
        public let id: String, study: String
        /// Patients of all runs
        public let referred: Int
        /// The plan's measures, of these patients
        public let measures: [Measure]
        /// Days from the first collection to infusion
        public let vein_to_vein: Wait?
    }

    /// A resource, means over runs.
    public struct Station: Encodable, Sendable {
        /// Name, name for people, whose it is, and what its capacity counts
        public let resource: String, label: String, owner: String, unit: String
        /// Capacity; share used; mean number waiting; mean wait of those served
        public let capacity: Double, utilisation: Double, mean_waiting: Double, mean_wait_days: Double
        /// Longest line of any run; served, left unserved, slots that came to nothing, taken beyond the capacity
        public let longest_line: Int, served: Double, left: Double, wasted: Double, beyond: Double
    }

    /// Hours of staff.
    public struct Staff: Encodable, Sendable {
        /// Who
        public let role: String
        /// Hours a week
        public let hours_per_week: Double
        /// The same by activity
        public let by_activity: [String: Double]
    }

    /// Cost of a step, USD per infused patient.
    public struct Cost: Encodable, Sendable {
        /// Name of the step, and name for people
        public let step: String, label: String
        /// Of an infused patient; with what was spent on those who were not infused
        public let usd_per_infused: Double, usd_all_per_infused: Double
    }

    /// A scenario beside the plan.
    public struct Scenario: Encodable, Sendable {
        /// Name, title, and why it was run: `scenario` or `oneMore`
        public let id: String, title: String, role: String
        /// All measures
        public let rows: [Row]
        /// Where responses come from
        public let path: Path
    }

    /// A measure of a scenario.
    public struct Row: Encodable, Sendable {
        /// Name, name for people, and UCUM unit
        public let id: String, label: String, unit: String
        /// Of the plan, of the scenario, and the difference in the same patients
        public let plan: Estimate, scenario: Estimate, difference: Estimate
    }

    /// Where responses come from, in shares of those referred.
    public struct Path: Encodable, Sendable {
        /// Objective responses, and complete ones
        public let responses: Gain, complete_responses: Gain
        /// Infused only in the scenario; infused only in the plan
        public let gained: Estimate, lost: Estimate
        /// What ends the way of the gained in the plan
        public let rescued_from: [Measure]
        /// Tumour before lymphodepletion of those infused in both, scenario over plan, median
        public let burden_ratio: Estimate
    }

    /// Responses gained.
    public struct Gain: Encodable, Sendable {
        /// In all, through more patients infused, and in patients infused either way
        public let all: Estimate, by_more_infused: Estimate, by_disease: Estimate

        init(_ gain: CentreComparison.Gain) {
            (all, by_more_infused, by_disease) = (.init(gain.all), .init(gain.infused), .init(gain.disease))
        }
    }
}
