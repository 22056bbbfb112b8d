/// Rates that jump: where a comparison in them turns at a time that depends on a parameter, the derivatives by that
/// parameter jump by (f⁻ − f⁺) τ, with τ as for events. Each such comparison is an event that sets derivatives alone.
extension ProgramEquations {
    /// Puts the events before the model's own, for which the rates have then already changed.
    mutating func addSwitches(sensitiveTo names: Set<String>) throws(ProgramError) {
        var varying = Set(0..<table.states.count)
        for name in names {
            if case .parameter(let index)? = table.meanings[name] { varying.insert(builder.firstParameter + index) }
        }
        var switches: [(comparison: Graph.Node, becomes: Bool)] = []
        for node in builder.graph.needed(by: slopes) {
            guard case .operation(let operation, let a, let b, _) = builder.graph.kind(node),
                [.less, .lessOrEqual, .floor, .ceiling, .remainder].contains(operation),
                !builder.graph.inputs(of: [a, b]).isDisjoint(with: varying)
            else { continue }
            guard operation == .less || operation == .lessOrEqual else {
                throw builder.error(
                    names.sorted()[0],
                    "sensitivities are not supported where a rate rounds what depends on states or on the parameter",
                    "Compare runs with the parameter a little larger and smaller.")
            }
            switches += [(node, true), (node, false)]
        }
        let priority = events.contains { $0.priority != nil } ? builder.graph.constant(.infinity) : nil
        let added = switches.enumerated().map { number, item in
            let model = Model.Event(
                id: "switch \(number + 1) of the rates", trigger: nil, initiallyTrue: true, persistent: true,
                usesTriggerTimeValues: false, delay: nil, priority: nil, assignments: [])
            return Event(model: model, priority: priority, switched: item)
        }
        events.insert(contentsOf: added, at: 0)
        let conditions = switches.map { item in
            item.becomes ? item.comparison : builder.graph.apply(.not, item.comparison)
        }
        triggers.insert(contentsOf: conditions, at: 0)
    }

    /// What a switch does to the derivatives by one parameter.
    mutating func addSwitchJumps(
        to index: Int, _ fields: [Graph.Node], _ symbols: [Graph.Node], _ input: Int, offset: Int
    ) {
        guard let (comparison, becomes) = events[index].switched,
            case .operation(_, let a, let b, _) = builder.graph.kind(comparison)
        else { return }
        let (yes, no) = (builder.graph.constant(1), builder.graph.constant(0))
        let before = fields.map { builder.graph.substituting([comparison: becomes ? no : yes], in: $0) }
        let after = fields.map { builder.graph.substituting([comparison: becomes ? yes : no], in: $0) }
        let root = builder.graph.apply(.subtract, b, a)
        let moved = total(root, symbols, input)
        let time = partial(root, by: builder.timeInput)
        let speed = builder.graph.apply(.add, along(root, before), time)
        let shift = builder.graph.apply(.negate, builder.graph.apply(.divide, moved, speed))
        let isCrossing = isCrossing(a, b, root, speed)
        for state in fields.indices where before[state] != after[state] {
            let change = builder.graph.apply(.subtract, before[state], after[state])
            let jump = builder.graph.apply(.multiply, change, shift)
            let whole = builder.graph.apply(.add, symbols[state], jump)
            events[index].targets.append(offset + state)
            events[index].values.append(builder.graph.apply(.select, isCrossing, whole, symbols[state]))
            events[index].scales.append(yes)
        }
    }

    /// Whether two quantities meet here. Where an event made the comparison turn, they need not be near each other, and
    /// the event's own jump says it all.
    private mutating func isCrossing(
        _ a: Graph.Node, _ b: Graph.Node, _ root: Graph.Node, _ speed: Graph.Node
    ) -> Graph.Node {
        func magnitude(_ node: Graph.Node) -> Graph.Node { builder.graph.apply(.absolute, node) }
        let now = magnitude(builder.graph.input(builder.timeInput))
        let moment = builder.graph.apply(.add, builder.graph.constant(1), now)
        let values = builder.graph.apply(.add, magnitude(a), magnitude(b))
        let change = builder.graph.apply(.multiply, magnitude(speed), moment)
        let size = builder.graph.apply(.add, values, change)
        let near = builder.graph.apply(.multiply, builder.graph.constant(1e-6), size)
        return builder.graph.apply(.lessOrEqual, magnitude(root), near)
    }
}
