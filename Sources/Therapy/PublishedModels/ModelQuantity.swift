/// A number that a run of a model gives: something that varies, and what is taken of its course.
public struct ModelQuantity: Sendable, Equatable {
    /// What is taken of the course. Times are in the model's unit of time.
    public enum Form: Sendable, Equatable {
        /// The value at a time.
        case at(Double)
        /// The largest value within an interval.
        case maximum(ClosedRange<Double>)
        /// The smallest value within an interval.
        case minimum(ClosedRange<Double>)
        /// When the largest value is reached.
        case timeOfMaximum(ClosedRange<Double>)
        /// When the smallest value is reached.
        case timeOfMinimum(ClosedRange<Double>)
        /// The half-life of an exponential through the values at both ends.
        case halfLife(ClosedRange<Double>)
        /// The doubling time of an exponential through the values at both ends.
        case doublingTime(ClosedRange<Double>)
        /// The area under the course.
        case area(ClosedRange<Double>)
        /// When the course first passes a value, from either side, within an interval; none if it never does.
        case crosses(value: Double, within: ClosedRange<Double>)
    }

    /// The value that the number is divided by.
    public struct Reference: Sendable, Equatable {
        /// State or observable.
        public var of: String
        /// Time.
        public var at: Double

        /// Makes a reference.
        public init(of: String, at: Double) {
            self.of = of
            self.at = at
        }
    }

    /// State or observable of the model.
    public var of: String
    /// What is taken of its course.
    public var form: Form
    /// What the number is divided by; nil for nothing.
    public var reference: Reference?

    /// Makes a quantity.
    public init(of: String, _ form: Form, relativeTo reference: Reference? = nil) {
        self.of = of
        self.form = form
        self.reference = reference
    }
}
