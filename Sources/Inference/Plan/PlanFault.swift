/// What is wrong with a plan when it is held against the models and the evidence. All faults are told at once.
public struct PlanFaults: Error, Sendable, Equatable {
    /// One fault.
    public struct Fault: Sendable, Equatable {
        /// List or field of the plan, for example `parameters`.
        public var field: String
        /// Which item of the list; nil for the field itself.
        public var index: Int?
        /// Which part of the item, for example `prior`.
        public var part: String?
        /// What was found; nil for what stands there.
        public var found: String?
        /// What was expected.
        public var expected: String
        /// What to do about it.
        public var remedy: String
    }
    /// The faults, in the order of the plan.
    public var faults: [Fault]
}

extension PlanFaults: CustomStringConvertible {
    /// One fault a line.
    public var description: String {
        faults.map { fault in
            let place = fault.field + (fault.index.map { "[\($0)]" } ?? "") + (fault.part.map { ".\($0)" } ?? "")
            return "\(place): found \(fault.found ?? "what stands there"); expected \(fault.expected). \(fault.remedy)"
        }.joined(separator: "\n")
    }
}
