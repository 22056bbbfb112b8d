import Therapy

/// A plan held against models and evidence: what is free, what is compared, and which study sees which parameter.
public struct CalibrationProblem: Sendable {
    /// What was asked for.
    public let plan: CalibrationPlan
    /// What is read.
    public let material: Material
    /// What is fitted, in the order of the plan.
    public let parameters: [FreeParameter]
    /// What is compared, by study of the material.
    public let comparisons: [[Comparison]]
    /// Studies whose patients change with a parameter, by parameter.
    public internal(set) var touched: [[Int]]
    /// The command, as the source of what is fitted.
    public let command: String

    /// - Parameters:
    ///   - only: owners whose parameters are fitted (as the plan's `of`); nil for all. The others stay as the files
    ///     have them.
    /// - Throws: `PlanFaults` with all that is wrong.
    public init(plan: CalibrationPlan, material: Material, only: [String]? = nil, command: String) throws {
        let resolution = try PlanResolution(plan, material, only: only)
        self.plan = plan
        self.material = material
        self.command = command
        parameters = resolution.parameters.map(\.parameter)
        touched = resolution.parameters.map(\.touched)
        comparisons = resolution.comparisons
    }

    /// The point at which the fit begins, as standard scores of the priors.
    public var start: [Double] { parameters.map { $0.prior.score(of: $0.start) } }

    /// The parameters at a point.
    func fitted(at point: [Double]) -> FittedParameters {
        fitted(zip(parameters, point).map { $0.prior.value(at: $1) })
    }

    /// The parameters with these values.
    func fitted(_ values: [Double]) -> FittedParameters {
        var fitted = material.held
        fitted.source = command
        for (parameter, value) in zip(parameters, values) { parameter.write(value, to: &fitted) }
        return fitted
    }

    /// A name for all numbers that decide how the fit goes. (How many steps are taken is none of them: a fit may be
    /// resumed with more.)
    ///
    /// - Parameter inputs: digests of the files.
    public func fingerprint(inputs: [String]) -> String {
        var text = "\(plan.seed) \(plan.patients) \(plan.step) \(plan.screen) \(plan.discrepancy)"
        for parameter in parameters { text += "\n\(parameter.label) \(parameter.prior) \(parameter.start)" }
        text += "\n" + material.held.listing
        for (study, list) in zip(material.studies, comparisons) {
            text += "\n\(study.study.id)"
            for comparison in list {
                text += " \(comparison.name) \(comparison.published.value) \(comparison.deviation)"
            }
        }
        return Digest.of(([text] + inputs).joined(separator: "\n"))
    }
}

/// A name for a text: FNV-1a of 64 bits, enough to notice a change.
public enum Digest {
    /// Sixteen hexadecimal digits.
    public static func of(_ text: String) -> String {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
