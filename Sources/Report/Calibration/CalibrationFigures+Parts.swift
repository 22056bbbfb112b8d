extension CalibrationFigures {
    /// A fitted number.
    public struct Parameter: Codable, Sendable, Equatable {
        /// Whose number it is, as the plan writes it.
        public var owner: String
        /// The parameter.
        public var name: String
        /// `value` or `cv`.
        public var attribute: String
        /// `log` or `logit`.
        public var scale: String
        /// Where the fit began.
        public var start: Double
        /// Where it ended.
        public var fitted: Double
        /// 2.5th percentile of the prior.
        public var prior_low: Double
        /// 97.5th percentile of the prior.
        public var prior_high: Double
        /// The prior's standard deviation on the scale.
        public var prior_sd: Double
        /// The posterior's, linearised.
        public var posterior_sd: Double
        /// Posterior over prior standard deviation; near 1 the data say nothing.
        public var ratio: Double
        /// Whether the data say something about it.
        public var identifiable: Bool
        /// Owner, name and attribute.
        public var label: String

        /// Makes one.
        public init(
            owner: String, name: String, attribute: String, scale: String, start: Double, fitted: Double,
            prior_low: Double, prior_high: Double, prior_sd: Double, posterior_sd: Double, ratio: Double,
            identifiable: Bool, label: String
        ) {
            self.owner = owner
            self.name = name
            self.attribute = attribute
            self.scale = scale
            self.start = start
            self.fitted = fitted
            self.prior_low = prior_low
            self.prior_high = prior_high
            self.prior_sd = prior_sd
            self.posterior_sd = posterior_sd
            self.ratio = ratio
            self.identifiable = identifiable
            self.label = label
        }
    }
}

extension CalibrationFigures {
    /// A published endpoint with its simulated values.
    public struct Compared: Codable, Sendable, Equatable {
        /// The study.
        public var study: String
        /// Its name.
        public var endpoint: String
        /// For people.
        public var label: String
        /// UCUM unit; "1" for a share.
        public var unit: String
        /// What was published.
        public var published: Double
        /// Lower 95 % limit.
        public var low: Double
        /// Upper 95 % limit.
        public var high: Double
        /// How the limits came about.
        public var basis: String
        /// Patients analysed.
        public var n: Int
        /// How well the figure was checked.
        public var verification: String
        /// Simulated at the start; nil if nobody had the endpoint.
        public var before: Double?
        /// Simulated at the end, same virtual patients.
        public var after: Double?
        /// At the end, other virtual patients (the next seed).
        public var control: Double?
        /// Difference in standard deviations of publication, simulation and discrepancy together.
        public var residual_before: Double?
        /// At the end.
        public var residual_after: Double?
        /// With other virtual patients.
        public var residual_control: Double?

        /// Makes one.
        public init(
            study: String, endpoint: String, label: String, unit: String, published: Double, low: Double, high: Double,
            basis: String, n: Int, verification: String, before: Double?, after: Double?, control: Double?,
            residual_before: Double?, residual_after: Double?, residual_control: Double?
        ) {
            self.study = study
            self.endpoint = endpoint
            self.label = label
            self.unit = unit
            self.published = published
            self.low = low
            self.high = high
            self.basis = basis
            self.n = n
            self.verification = verification
            self.before = before
            self.after = after
            self.control = control
            self.residual_before = residual_before
            self.residual_after = residual_after
            self.residual_control = residual_control
        }
    }
}

extension CalibrationFigures {
    /// A published endpoint that was not fitted.
    public struct LeftOut: Codable, Sendable, Equatable {
        /// The study; nil for all.
        public var study: String?
        /// Its name.
        public var endpoint: String
        /// Why.
        public var because: String

        /// Makes one.
        public init(study: String?, endpoint: String, because: String) {
            self.study = study
            self.endpoint = endpoint
            self.because = because
        }
    }
}

extension CalibrationFigures {
    /// The part of a parameter in a direction.
    public struct Loading: Codable, Sendable, Equatable {
        /// The parameter.
        public var parameter: String
        /// Its part; all parts squared add up to 1.
        public var loading: Double

        /// Makes one.
        public init(parameter: String, loading: Double) {
            self.parameter = parameter
            self.loading = loading
        }
    }
}

extension CalibrationFigures {
    /// A combination of parameters.
    public struct Direction: Codable, Sendable, Equatable {
        /// Posterior over prior standard deviation along it.
        public var ratio: Double
        /// Those that matter in it.
        public var parameters: [Loading]

        /// Makes one.
        public init(ratio: Double, parameters: [Loading]) {
            self.ratio = ratio
            self.parameters = parameters
        }
    }
}

extension CalibrationFigures {
    /// Two parameters that are known together only.
    public struct Pair: Codable, Sendable, Equatable {
        /// The first.
        public var first: String
        /// The second.
        public var second: String
        /// Posterior correlation.
        public var correlation: Double

        /// Makes one.
        public init(first: String, second: String, correlation: Double) {
            self.first = first
            self.second = second
            self.correlation = correlation
        }
    }
}

extension CalibrationFigures {
    /// A step of the fit.
    public struct Mark: Codable, Sendable, Equatable {
        /// What was done.
        public var step: String
        /// Half the sum of squares after it.
        public var objective: Double

        /// Makes one.
        public init(step: String, objective: Double) {
            self.step = step
            self.objective = objective
        }
    }
}
