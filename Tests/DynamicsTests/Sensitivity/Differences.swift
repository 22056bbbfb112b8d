import Testing

@testable import Dynamics

/// Compares sensitivities with central finite differences of two orders of step.
struct Differences {
    let text: String
    let parameters: [String]
    let times: [Double]
    let tolerance: Double

    init(_ text: String, _ parameters: [String], times: [Double], tolerance: Double = 1e-6) {
        (self.text, self.parameters, self.times, self.tolerance) = (text, parameters, times, tolerance)
    }

    /// Every state by every parameter at every time, relative to the largest derivative of that state.
    func check(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let course = try Course(text, [], at: times, sensitivities: parameters)
        let plain = try Program(Model(sbml: text))
        for parameter in parameters {
            let index = try #require(plain.parameter(parameter))
            let value = plain.parameters[index].value
            let step = 1e-3 * Swift.max(value.magnitude, 1e-3)
            func at(_ offset: Double) throws -> Course {
                try Course(plain, at: times, parameters: [parameter: value + offset * step])
            }
            let (far, near) = ([try at(-2), try at(2)], [try at(-1), try at(1)])
            for state in plain.states.map(\.id) {
                let found = course["d(\(state))/d(\(parameter))"]
                let expected = times.indices.map { time -> Double in
                    let wide = far[1][state][time] - far[0][state][time]
                    let narrow = near[1][state][time] - near[0][state][time]
                    return (8 * narrow - wide) / (12 * step)
                }
                let scale = expected.map(\.magnitude).max() ?? 0
                // What is left of the runs' own tolerance.
                let floor = 1e-10 * (course[state].map(\.magnitude).max() ?? 0) / step
                for (time, (own, wanted)) in zip(times, zip(found, expected)) {
                    #expect(
                        (own - wanted).magnitude <= tolerance * scale + floor,
                        "d(\(state))/d(\(parameter)) at \(time): \(own), differences say \(wanted)",
                        sourceLocation: sourceLocation)
                }
                #expect(found.count == times.count, sourceLocation: sourceLocation)
            }
        }
    }
}
