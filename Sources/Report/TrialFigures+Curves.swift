extension TrialFigures {
    /// Percentiles of one quantity over the days since infusion.
    public struct Band: Codable, Sendable, Equatable {
        /// The short name; B cells and IgG (by name or label) get a figure of their own.
        public var name: String
        /// For people.
        public var label: String
        /// The unit of the percentiles.
        public var unit: String
        /// Whether to draw on a logarithmic axis.
        public var logScale: Bool
        /// Days since infusion, ascending.
        public var days: [Double]
        /// The 5th percentile on each day.
        public var p5: [Double]
        /// The 25th.
        public var p25: [Double]
        /// The median.
        public var p50: [Double]
        /// The 75th.
        public var p75: [Double]
        /// The 95th.
        public var p95: [Double]

        /// Every value by name.
        public init(
            name: String, label: String, unit: String, logScale: Bool, days: [Double], p5: [Double], p25: [Double],
            p50: [Double], p75: [Double], p95: [Double]
        ) {
            self.name = name
            self.label = label
            self.unit = unit
            self.logScale = logScale
            self.days = days
            self.p5 = p5
            self.p25 = p25
            self.p50 = p50
            self.p75 = p75
            self.p95 = p95
        }
    }

    /// How many patients have each grade on each day.
    public struct Toxicity: Codable, Sendable, Equatable {
        /// Days since infusion, ascending.
        public var days: [Double]
        /// Patients with cytokine release syndrome: grade 0 to 5, then day.
        public var crs: [[Int]]
        /// Patients with neurotoxicity (ICANS): grade 0 to 5, then day.
        public var icans: [[Int]]

        /// Every value by name.
        public init(days: [Double], crs: [[Int]], icans: [[Int]]) {
            self.days = days
            self.crs = crs
            self.icans = icans
        }
    }

    /// A Kaplan-Meier curve with its 95 % interval, over months.
    public struct Curve: Codable, Sendable, Equatable {
        /// What is estimated.
        public var name: String
        /// Months, ascending, each the start of a step.
        public var time: [Double]
        /// The share without the event from there on.
        public var s: [Double]
        /// The lower end of the interval.
        public var low: [Double]
        /// The upper end of the interval.
        public var high: [Double]
        /// The numbers under the curve.
        public var atRisk: [AtRisk]

        /// Every value by name.
        public init(name: String, time: [Double], s: [Double], low: [Double], high: [Double], atRisk: [AtRisk]) {
            self.name = name
            self.time = time
            self.s = s
            self.low = low
            self.high = high
            self.atRisk = atRisk
        }
    }

    /// How many are still followed.
    public struct AtRisk: Codable, Sendable, Equatable {
        /// When.
        public var month: Double
        /// How many.
        public var n: Int

        /// Every value by name.
        public init(month: Double, n: Int) {
            self.month = month
            self.n = n
        }
    }
}
