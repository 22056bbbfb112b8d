/// A model's equations as nodes of one graph.
struct ProgramEquations {
    /// Where things stand: the place in the program's tapes of each input of the graph.
    struct Layout {
        var states: Int
        var parameters: Int
        var delays: Int
        /// The graph's input of each state, in the program's order.
        var stateInputs: [Int]
        /// The graph's input of the first parameter; the time follows the last.
        var firstParameter: Int
    }

    struct Event {
        var model: Model.Event
        var targets: [Int] = []
        var values: [Graph.Node] = []
        var scales: [Graph.Node] = []
        var rescaled: [(species: Int, compartment: Int)] = []
        var delay: Graph.Node?
        var priority: Graph.Node?
        /// The comparison in the rates that becomes true or false here, for an event that only sensitivities need.
        var switched: (comparison: Graph.Node, becomes: Bool)?
    }

    let table: SymbolTable
    var builder: FormulaBuilder
    var states: [Program.Quantity]
    var slopes: [Graph.Node] = []
    var initial: [Graph.Node]
    var observables: [Program.Quantity]
    var observed: [Graph.Node] = []
    var triggers: [Graph.Node] = []
    var violations: [Graph.Node] = []
    /// The comparisons of which compound triggers are made: a trigger may be true for less than a step.
    var watched: [Graph.Node] = []
    var events: [Event] = []
    var sensitivities: [Program.Sensitivity] = []
    /// The graph's input of each state.
    var stateInputs: [Int]

    init(_ table: SymbolTable, observing: [(id: String, formula: Formula)]) throws(ProgramError) {
        self.table = table
        builder = try FormulaBuilder(table)
        states = table.states
        stateInputs = Array(table.states.indices)
        // Also what nothing needs must make sense.
        for reaction in table.model.reactions where reaction.rate != nil {
            _ = try builder.symbol(reaction.id, .running)
        }
        for index in 0..<table.moving { slopes.append(try builder.slope(index)) }
        initial = try builder.initialStates()
        observables = table.observables
        for observable in table.observables { observed.append(try builder.symbol(observable.id, .running)) }
        for (id, formula) in observing {
            observables.append(Program.Quantity(id: id, name: id, unit: "", value: .nan))
            observed.append(try builder.node(formula))
        }
        for event in table.model.events { try add(event) }
        watched = watchedConditions()
        for constraint in table.model.constraints {
            let condition = try builder.node(constraint.condition)
            violations.append(builder.graph.apply(.not, condition))
        }
    }

    private mutating func add(_ event: Model.Event) throws(ProgramError) {
        var result = Event(model: event)
        triggers.append(try builder.node(event.trigger ?? .number(0)))
        for assignment in event.assignments {
            result.values.append(try builder.node(assignment.formula))
            switch table.meanings[assignment.variable] {
            case .state(let index):
                result.targets.append(index)
                result.scales.append(builder.graph.constant(1))
            case .amount(let index, let compartment):
                result.targets.append(index)
                result.scales.append(try builder.symbol(compartment, .running))
            default:
                throw builder.error(
                    assignment.variable, "event '\(event.id)' sets it, but it is not a variable that can be set",
                    "Set a variable that has no assignment or algebraic rule.")
            }
        }
        result.rescaled = rescaled(by: event)
        if let delay = event.delay { result.delay = try builder.node(delay) }
        if let priority = event.priority { result.priority = try builder.node(priority) }
        events.append(result)
    }

    /// Species held as concentrations in compartments that the event sets: their amounts stay.
    private func rescaled(by event: Model.Event) -> [(species: Int, compartment: Int)] {
        let sizes = Dictionary(
            event.assignments.compactMap { assignment -> (String, Int)? in
                guard case .state(let index)? = table.meanings[assignment.variable],
                    table.model.compartments.contains(where: { $0.id == assignment.variable })
                else { return nil }
                return (assignment.variable, index)
            }, uniquingKeysWith: { first, _ in first })
        return table.model.species.compactMap { species in
            guard !species.onlySubstance, let size = sizes[species.compartment],
                case .state(let index)? = table.meanings[species.id]
            else { return nil }
            return (index, size)
        }
    }

    private func watchedConditions() -> [Graph.Node] {
        let relations: Set<Tape.Operation> = [.less, .lessOrEqual, .equal, .notEqual]
        let own = Set(triggers)
        var found = Set<Graph.Node>()
        for trigger in triggers {
            for node in builder.graph.needed(by: [trigger]) where !own.contains(node) {
                guard case .operation(let operation, _, _, _) = builder.graph.kind(node),
                    relations.contains(operation), !builder.graph.isFixed(node)
                else { continue }
                found.insert(node)
            }
        }
        return found.sorted()
    }

    /// Everything that running the model computes.
    var roots: [Graph.Node] {
        slopes + observed + triggers + violations + watched
            + builder.delays.flatMap { [$0.value, $0.before, $0.delay] }
            + events.flatMap { $0.values + $0.scales + [$0.delay, $0.priority].compactMap { $0 } }
    }

    var layout: Layout {
        Layout(
            states: states.count, parameters: table.parameters.count, delays: builder.delays.count,
            stateInputs: stateInputs, firstParameter: builder.firstParameter)
    }

    /// A parameter without a value is no trouble until something needs it.
    func checkValues() throws(ProgramError) {
        let used = builder.graph.inputs(of: roots + initial)
        // A value that is stated to be no number is stated.
        let stated = Set(
            table.model.parameters.filter { $0.value != nil }.map(\.id)
                + table.model.compartments.filter { $0.size != nil }.map(\.id))
        for (index, parameter) in table.parameters.enumerated()
        where parameter.value.isNaN && !stated.contains(parameter.id)
            && used.contains(builder.firstParameter + index)
        {
            throw builder.error(parameter.id, "it has no value", "Give it one, or an assignment.")
        }
    }

    // MARK: Derivatives

    /// The nonzero entries of ∂f/∂y by row over the moving states, and ∂f/∂t.
    mutating func jacobian() -> (rows: [[Int: Graph.Node]], time: [Graph.Node]) {
        var rows = [[Int: Graph.Node]](repeating: [:], count: slopes.count)
        for column in slopes.indices {
            var differentiator = Differentiator(withRespectTo: stateInputs[column], in: builder.graph)
            for (row, slope) in slopes.enumerated() {
                let entry = differentiator.derivative(of: slope, &builder.graph)
                if builder.graph.value(entry) != 0 { rows[row][column] = entry }
            }
        }
        var differentiator = Differentiator(withRespectTo: builder.timeInput, in: builder.graph)
        var timeSlopes: [Graph.Node] = []
        for slope in slopes { timeSlopes.append(differentiator.derivative(of: slope, &builder.graph)) }
        return (rows, timeSlopes)
    }

    /// What the time is compared with, where that depends on parameters alone.
    mutating func breakpoints() -> [Graph.Node] {
        let graph = builder.graph
        var reached = [Bool](repeating: false, count: graph.kinds.count)
        for root in roots { reached[root.index] = true }
        var found: [Graph.Node] = []
        for index in graph.kinds.indices.reversed() where reached[index] {
            guard case .operation(let operation, let a, let b, let c) = graph.kinds[index] else { continue }
            for operand in [a, b, c] { reached[operand.index] = true }
            guard [.less, .lessOrEqual, .equal, .notEqual].contains(operation) else { continue }
            for (one, other) in [(a, b), (b, a)] where graph.kind(one) == .input(builder.timeInput) {
                if graph.isFixed(other) { found.append(other) }
            }
        }
        return Array(Set(found)).sorted()
    }
}
