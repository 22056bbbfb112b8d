/// Forward sensitivities: for each chosen parameter p and each state y, the derivative s = ∂y/∂p is a state of its own,
/// with s' = (∂f/∂y) s + ∂f/∂p, integrated and error-controlled beside the others.
///
/// At an event whose time depends on p, with root function r(y, p, t) = 0 and assignment y⁺ = g(y⁻, p, t), the event
/// moves by τ = −(∂r/∂y s + ∂r/∂p)/(∂r/∂y f⁻ + ∂r/∂t), and s⁺ = ∂g/∂y (s⁻ + f⁻ τ) + ∂g/∂t τ + ∂g/∂p − f⁺ τ
/// (E. N. Rozenvasser, Automation and Remote Control 28 (1967) 400).
extension ProgramEquations {
    mutating func addSensitivities(to names: [String]) throws(ProgramError) {
        guard !names.isEmpty else { return }
        guard builder.delays.isEmpty else {
            throw builder.error(
                names[0], "sensitivities of models with 'delay' are not supported",
                "Compare runs with the parameter a little larger and smaller.")
        }
        let own = table.states.count
        let fields = slopes + (slopes.count..<own).map { _ in builder.graph.constant(0) }
        try addSwitches(sensitiveTo: Set(names))
        var added = Added()
        for name in names {
            guard case .parameter(let parameter)? = table.meanings[name] else {
                throw builder.error(
                    name, "there is no parameter of this name to differentiate by",
                    "Name a constant of the model that no assignment gives.")
            }
            let input = builder.firstParameter + parameter
            let first = FormulaBuilder.Position.sensitivity + added.states.count
            let symbols = (0..<own).map { builder.graph.input(first + $0) }
            for state in 0..<own {
                added.of.append((state, parameter))
                added.states.append(
                    Program.Quantity(
                        id: "d(\(table.states[state].id))/d(\(name))", name: "", unit: "", value: .nan))
                added.inputs.append(first + state)
                added.slopes.append(total(fields[state], symbols, input))
                added.initial.append(partial(initial[state], by: input))
            }
            for event in events.indices {
                try addJumps(to: event, fields, symbols, input, offset: table.moving + added.states.count - own)
            }
        }
        for index in added.states.indices { added.states[index].name = added.states[index].id }
        // They stand after the moving states: what events set moves up.
        let moving = table.moving
        for event in events.indices {
            let known = events[event].model.assignments.count
            for index in 0..<known where events[event].targets[index] >= moving {
                events[event].targets[index] += added.states.count
            }
        }
        slopes += added.slopes
        states.insert(contentsOf: added.states, at: moving)
        initial.insert(contentsOf: added.initial, at: moving)
        stateInputs.insert(contentsOf: added.inputs, at: moving)
        sensitivities = added.of.enumerated().map { index, item in
            Program.Sensitivity(
                state: moving + index, of: item.state < moving ? item.state : item.state + added.states.count,
                parameter: item.parameter)
        }
    }

    private struct Added {
        var of: [(state: Int, parameter: Int)] = []
        var states: [Program.Quantity] = []
        var inputs: [Int] = []
        var slopes: [Graph.Node] = []
        var initial: [Graph.Node] = []
    }

    mutating func partial(_ node: Graph.Node, by input: Int) -> Graph.Node {
        var differentiator = Differentiator(withRespectTo: input, in: builder.graph)
        return differentiator.derivative(of: node, &builder.graph)
    }

    /// Σ ∂node/∂yᵢ vᵢ
    mutating func along(_ node: Graph.Node, _ directions: [Graph.Node]) -> Graph.Node {
        var sum = builder.graph.constant(0)
        for input in builder.graph.inputs(of: [node]).sorted() where input < directions.count {
            let entry = partial(node, by: input)
            sum = builder.graph.apply(.add, sum, builder.graph.apply(.multiply, entry, directions[input]))
        }
        return sum
    }

    /// Σ ∂node/∂yᵢ sᵢ + ∂node/∂p
    mutating func total(_ node: Graph.Node, _ symbols: [Graph.Node], _ input: Int) -> Graph.Node {
        let direct = partial(node, by: input)
        return builder.graph.apply(.add, along(node, symbols), direct)
    }

    /// What an event does to the derivatives.
    /// - Parameter offset: the program's index of this parameter's first derivative.
    private mutating func addJumps(
        to index: Int, _ fields: [Graph.Node], _ symbols: [Graph.Node], _ input: Int, offset: Int
    ) throws(ProgramError) {
        let event = events[index]
        guard event.switched == nil else {
            addSwitchJumps(to: index, fields, symbols, input, offset: offset)
            return
        }
        let known = event.model.assignments.count
        let shift = try shift(of: event, fields, symbols, input)
        // Values taken when both are triggered would not know what the first of them did to the derivatives.
        let isShared = events.indices.contains {
            $0 != index && triggers[$0] == triggers[index] && events[$0].switched == nil
        }
        guard !isShared || builder.graph.value(shift) == 0 || !event.model.usesTriggerTimeValues else {
            throw refused(event, "another event has the same trigger, and both use the values of that time")
        }
        // What the states become: symbols of species held as amounts are concentrations.
        var after: [Graph.Node: Graph.Node] = [:]
        for index in 0..<known {
            after[builder.graph.input(event.targets[index])] = builder.graph.apply(
                .multiply, event.values[index], event.scales[index])
        }
        for state in fields.indices {
            let symbol = builder.graph.input(state)
            guard after[symbol] != nil || builder.graph.value(shift) != 0 else { continue }
            let value = after[symbol] ?? symbol
            var node = total(value, symbols, input)
            if builder.graph.value(shift) != 0 {
                let time = partial(value, by: builder.timeInput)
                let before = builder.graph.apply(.add, along(value, fields), time)
                let slope = builder.graph.substituting(after, in: fields[state])
                let change = builder.graph.apply(.subtract, before, slope)
                node = builder.graph.apply(.add, node, builder.graph.apply(.multiply, change, shift))
            }
            events[index].targets.append(offset + state)
            events[index].values.append(node)
            events[index].scales.append(builder.graph.constant(1))
        }
    }

    private func refused(_ event: Event, _ why: String) -> ProgramError {
        builder.error(
            event.model.id, "sensitivities through this event are not supported: \(why)",
            "Compare runs with the parameter a little larger and smaller.")
    }

    /// dt/dp of the event's time.
    private mutating func shift(
        of event: Event, _ fields: [Graph.Node], _ symbols: [Graph.Node], _ input: Int
    ) throws(ProgramError) -> Graph.Node {
        guard event.rescaled.isEmpty else {
            throw refused(event, "it sets the size of a compartment with a species whose concentration has a rate rule")
        }
        guard event.delay == nil || event.scales.allSatisfy({ builder.graph.value($0) == 1 }) else {
            throw refused(event, "it has a delay and sets a species in a compartment that changes size")
        }
        let trigger = try builder.node(event.model.trigger ?? .number(0))
        let varies = builder.graph.inputs(of: [trigger] + [event.delay].compactMap { $0 })
            .contains { $0 < symbols.count || $0 == input }
        guard varies else { return builder.graph.constant(0) }
        guard event.delay == nil else { throw refused(event, "it has a delay and its time depends on the parameter") }
        guard case .operation(let operation, let a, let b, _) = builder.graph.kind(trigger),
            operation == .less || operation == .lessOrEqual
        else { throw refused(event, "its trigger is more than one comparison") }
        let root = builder.graph.apply(.subtract, b, a)
        let moved = total(root, symbols, input)
        let time = partial(root, by: builder.timeInput)
        let speed = builder.graph.apply(.add, along(root, fields), time)
        let quotient = builder.graph.apply(.divide, moved, speed)
        return builder.graph.apply(.negate, quotient)
    }
}
