extension TrialFigures {
    /// Arms that ran in the same virtual patients, each beside the first.
    public struct Arms: Codable, Sendable, Equatable {
        /// The arms, the reference first.
        public var arms: [Arm]
        /// Endpoints, in the order of tables.
        public var rows: [ComparedRow]

        /// Every value by name.
        public init(arms: [Arm], rows: [ComparedRow]) {
            self.arms = arms
            self.rows = rows
        }
    }

    /// One arm.
    public struct Arm: Codable, Sendable, Equatable {
        /// The policy's short name.
        public var name: String
        /// Its title.
        public var title: String
        /// How many were infused.
        public var infused: Int

        /// Every value by name.
        public init(name: String, title: String, infused: Int) {
            self.name = name
            self.title = title
            self.infused = infused
        }
    }

    /// One endpoint in all arms. Unit `1` is a rate, drawn in percentage points.
    public struct ComparedRow: Codable, Sendable, Equatable {
        /// The short name.
        public var name: String
        /// For people.
        public var label: String
        /// The unit of every number here.
        public var unit: String
        /// The estimate in each arm.
        public var values: [Double?]
        /// Each further arm less the reference.
        public var differences: [Difference]

        /// Every value by name.
        public init(name: String, label: String, unit: String, values: [Double?], differences: [Difference]) {
            self.name = name
            self.label = label
            self.unit = unit
            self.values = values
            self.differences = differences
        }
    }

    /// A difference with its 95 % interval.
    public struct Difference: Codable, Sendable, Equatable {
        /// The difference.
        public var value: Double?
        /// The lower end of its interval.
        public var low: Double?
        /// The upper end of its interval.
        public var high: Double?
        /// Patients compared.
        public var pairs: Int
        /// Of a rate: how many had the event under the reference only.
        public var onlyReference: Int?
        /// Of a rate: how many had the event in the arm only.
        public var onlyArm: Int?

        /// Every value by name.
        public init(
            value: Double? = nil, low: Double? = nil, high: Double? = nil, pairs: Int, onlyReference: Int? = nil,
            onlyArm: Int? = nil
        ) {
            self.value = value
            self.low = low
            self.high = high
            self.pairs = pairs
            self.onlyReference = onlyReference
            self.onlyArm = onlyArm
        }

        /// Whether the interval leaves zero out.
        var excludesZero: Bool {
            guard let low, let high else { return false }
            return low > 0 || high < 0
        }
    }
}

extension TrialFigures.ComparedRow {
    /// Whether the chart shows it: a rate that differs in at least one patient.
    var isDrawn: Bool {
        unit == "1" && differences.contains { ($0.onlyReference ?? 0) + ($0.onlyArm ?? 0) > 0 }
    }
}
