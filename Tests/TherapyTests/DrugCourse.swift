import Dynamics
import Testing
import Therapy

/// The body at rest, without cells and next to no tumour, given drugs; what is asked for is sampled.
struct DrugCourse {
    /// Something done at a time: an amount into a state, or a rate of an infusion.
    enum Act {
        case add(String, Double)
        case set(String, Double)
    }

    let program: Program
    var parameters: [String: Double] = [:]
    private var acts: [(day: Double, act: Act)] = []

    init(_ parameters: [String: Double] = [:]) throws {
        program = try Shipped.body().program
        self.parameters = parameters
    }

    /// A dose into a state, mg.
    mutating func give(_ milligrams: Double, to state: String, day: Double) {
        acts.append((day, .add(state, milligrams)))
    }

    /// A dose run in at a steady rate over hours, mg.
    mutating func infuse(_ milligrams: Double, by input: String, day: Double, hours: Double) {
        acts.append((day, .set(input, milligrams / hours * 24)))
        acts.append((day + hours / 24, .set(input, 0)))
    }

    /// Values of states and assigned variables on these days, in this order. A dose is seen from the moment after it.
    func sample(_ names: [String], on days: [Double]) throws -> [String: [Double]] {
        var values = program.parameters.map(\.value)
        for (name, value) in parameters.merging(["T0": 1e-6], uniquingKeysWith: { own, _ in own }) {
            values[try #require(program.parameter(name))] = value
        }
        let state = program.initial.evaluate(values)
        let integrator = LaneIntegrator(
            program, method: .rodas5p, tolerances: Tolerances(relative: 1e-9, absolute: 1e-12))
        let stops = Set(days + acts.map(\.day)).sorted()
        let quantities = try names.map { name -> (name: String, isState: Bool, index: Int) in
            if let index = program.state(name) { return (name, true, index) }
            return (name, false, try #require(program.observable(name), "no '\(name)'"))
        }
        let doses = try acts.map { planned -> (day: Double, isState: Bool, index: Int, amount: Double) in
            switch planned.act {
            case .add(let name, let amount): (planned.day, true, try #require(program.state(name)), amount)
            case .set(let name, let rate): (planned.day, false, try #require(program.parameter(name)), rate)
            }
        }
        var samples: [String: [Double]] = [:]
        var next = 0
        integrator.run(
            starting: { lane in
                guard lane == 0 else { return .idle }
                integrator.load(lane: 0, time: -1, parameters: values, state: state)
                return .advance(to: stops[0])
            },
            atStop: { lane, stop in
                guard stop == .reached else { return .idle }
                let day = stops[next]
                for dose in doses where dose.day == day {
                    if dose.isState {
                        let now = integrator.state(dose.index, lane: lane)
                        integrator.setState(dose.index, lane: lane, to: now + dose.amount)
                    } else {
                        integrator.setParameter(dose.index, lane: lane, to: dose.amount)
                    }
                }
                if days.contains(day) {
                    for quantity in quantities {
                        samples[quantity.name, default: []].append(
                            quantity.isState
                                ? integrator.state(quantity.index, lane: lane)
                                : integrator.observable(quantity.index, lane: lane))
                    }
                }
                next += 1
                return next < stops.count ? .advance(to: stops[next]) : .idle
            })
        for name in names { try #require(samples[name]?.count == Set(days).count, "the run failed before its end") }
        return samples
    }

    /// Area under a quantity by Simpson's rule over even steps, value·days.
    func area(_ name: String, to end: Double, steps: Int) throws -> Double {
        let count = 2 * steps
        let values = try sample([name], on: (0...count).map { max(1e-9, end * Double($0) / Double(count)) })[name] ?? []
        let weights = (0...count).map { $0 == 0 || $0 == count ? 1.0 : $0.isMultiple(of: 2) ? 2 : 4 }
        return zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } * end / Double(count) / 3
    }
}
