extension TrialFigures {
    /// What was simulated and how.
    public struct Study: Codable, Sendable, Equatable {
        /// The short name of the study.
        public var id: String
        /// Its full title.
        public var title: String
        /// The CAR-T product.
        public var product: String
        /// The disease treated.
        public var disease: String
        /// How many virtual patients were enrolled.
        public var patients: Int
        /// The seed of the random numbers.
        public var seed: UInt64
        /// The care policy in force.
        public var policy: String
        /// The command that makes this report again.
        public var command: String
        /// References, one each.
        public var sources: [String]

        /// Every value by name.
        public init(
            id: String, title: String, product: String, disease: String, patients: Int, seed: UInt64, policy: String,
            command: String, sources: [String]
        ) {
            self.id = id
            self.title = title
            self.product = product
            self.disease = disease
            self.patients = patients
            self.seed = seed
            self.policy = policy
            self.command = command
            self.sources = sources
        }
    }

    /// One stage of the cohort.
    public struct Stage: Codable, Sendable, Equatable {
        /// What was reached.
        public var name: String
        /// How many reached it.
        public var count: Int
        /// Who left before the next stage, by reason.
        public var lost: [Loss]

        /// Every value by name.
        public init(name: String, count: Int, lost: [Loss]) {
            self.name = name
            self.count = count
            self.lost = lost
        }
    }

    /// Patients lost for one reason.
    public struct Loss: Codable, Sendable, Equatable {
        /// Why they left.
        public var reason: String
        /// How many.
        public var count: Int

        /// Every value by name.
        public init(reason: String, count: Int) {
            self.reason = reason
            self.count = count
        }
    }

    /// How many parameters are published, fitted and assumed.
    public struct Origins: Codable, Sendable, Equatable {
        /// Taken from a publication.
        public var published: Int
        /// Fitted to published results.
        public var fitted: Int
        /// Assumed, without direct evidence.
        public var assumed: Int

        /// Every value by name.
        public init(published: Int, fitted: Int, assumed: Int) {
            self.published = published
            self.fitted = fitted
            self.assumed = assumed
        }
    }

    /// A parameter without direct evidence.
    public struct Assumption: Codable, Sendable, Equatable {
        /// Which parameter.
        public var name: String
        /// Its value.
        public var value: String
        /// The unit of the value.
        public var unit: String
        /// Why this value.
        public var source: String

        /// Every value by name.
        public init(name: String, value: String, unit: String, source: String) {
            self.name = name
            self.value = value
            self.unit = unit
            self.source = source
        }
    }
}
