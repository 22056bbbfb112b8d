@testable import Dynamics

extension Model {
    /// A system of ordinary differential equations with its formulas as text. States without a rate change by events
    /// alone.
    init(
        _ id: String, constants: [String: Double] = [:], rates: [(name: String, start: Double, rate: String)],
        held: [String: Double] = [:], observables: [String: String] = [:], events: [Event] = []
    ) throws {
        self.init(
            id, parameters: constants.sorted { $0.key < $1.key }.map { ($0.key, $0.value) },
            states: try rates.map { ($0.name, $0.start, try Formula(infix: $0.rate)) },
            observables: try observables.map { ($0.key, try Formula(infix: $0.value)) })
        for (name, value) in held.sorted(by: { $0.key < $1.key }) {
            parameters.append(Parameter(id: name, name: name, unit: "", value: value, constant: false))
        }
        self.events = events
    }
}

extension Model.Event {
    /// An event with its formulas as text.
    static func when(
        _ trigger: String, _ assignments: [String: String], initiallyTrue: Bool = true, persistent: Bool = true,
        usesTriggerTimeValues: Bool = true, delay: String? = nil, priority: String? = nil
    ) throws -> Model.Event {
        Model.Event(
            id: "event", trigger: try Formula(infix: trigger), initiallyTrue: initiallyTrue, persistent: persistent,
            usesTriggerTimeValues: usesTriggerTimeValues, delay: try delay.map { try Formula(infix: $0) },
            priority: try priority.map { try Formula(infix: $0) },
            assignments: try assignments.sorted { $0.key < $1.key }
                .map { Model.Assignment(variable: $0.key, formula: try Formula(infix: $0.value)) })
    }
}

extension Program {
    /// One state's values in rows of all states.
    func values(_ id: String, _ rows: [[Double]]) -> [Double] {
        state(id).map { index in rows.map { $0[index] } } ?? []
    }
}
