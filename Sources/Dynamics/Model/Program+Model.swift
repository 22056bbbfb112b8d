extension Program {
    /// Makes a model ready to run.
    ///
    /// States are what rate rules and reactions change and what events set; parameters are the constants, settable for
    /// each patient; a constant with an initial assignment follows from the parameters and cannot be set; observables
    /// are what assignment rules give. A species in a compartment that changes size is integrated as an amount.
    /// - Throws: `ProgramError` for circular definitions, unknown symbols and missing values.
    public init(_ model: Model) throws(ProgramError) {
        let table = try SymbolTable(model)
        var builder = FormulaBuilder(table)
        let slopes = try builder.derivatives()
        let initialStates = try builder.initialStates()
        var observed: [Graph.Node] = []
        for observable in table.observables { observed.append(try builder.symbol(observable.id, .running)) }
        var triggers: [Graph.Node] = []
        var assignments: [(targets: [Int], nodes: [Graph.Node])] = []
        for event in model.events {
            triggers.append(try builder.node(event.trigger))
            assignments.append(try Self.targets(of: event, table, &builder))
        }

        let count = table.states.count
        let (jacobian, timeSlopes) = Self.jacobian(
            of: slopes, states: count, time: count + table.parameters.count, &builder.graph)
        let roots =
            slopes + observed + triggers + assignments.flatMap(\.nodes) + jacobian.flatMap(\.values) + timeSlopes
        let compiler = ProgramCompiler(
            builder.graph, states: count, parameters: table.parameters.count, roots: roots)

        id = model.id
        states = table.states
        parameters = table.parameters
        observables = table.observables
        hoisted = compiler.hoistedTape()
        initial = compiler.parameterTape(initialStates)
        rightHandSide = compiler.fieldTape(slopes)
        observation = compiler.fieldTape(observed)
        self.triggers = compiler.fieldTape(triggers)
        var events: [Event] = []
        for (event, assignment) in zip(model.events, assignments) {
            events.append(
                Event(
                    id: event.id, initiallyTrue: event.initiallyTrue, targets: assignment.targets,
                    assignments: compiler.fieldTape(assignment.nodes)))
        }
        self.events = events
        (factorization, substitution) = compiler.factorization(jacobian, timeSlopes)
        dependsOnTime = timeSlopes.contains { builder.graph.value($0) != 0 }
        let defaults = self.initial.evaluate(parameters.map(\.value))
        for index in states.indices { states[index].value = defaults[index] }
    }

    private static func targets(of event: Model.Event, _ table: SymbolTable, _ builder: inout FormulaBuilder)
        throws(ProgramError) -> (targets: [Int], nodes: [Graph.Node])
    {
        var targets: [Int] = []
        var nodes: [Graph.Node] = []
        for assignment in event.assignments {
            let node = try builder.node(assignment.formula)
            switch table.meanings[assignment.variable] {
            case .state(let index):
                targets.append(index)
                nodes.append(node)
            case .amount(let index, let compartment):
                targets.append(index)
                nodes.append(builder.graph.apply(.multiply, node, try builder.symbol(compartment, .running)))
            default:
                throw ProgramError(
                    model: table.model.id, symbol: assignment.variable,
                    problem: "event '\(event.id)' sets it, but it is not a variable that can be set")
            }
        }
        return (targets, nodes)
    }

    /// The nonzero entries of ∂f/∂y by row, and ∂f/∂t.
    private static func jacobian(of slopes: [Graph.Node], states: Int, time: Int, _ graph: inout Graph) -> (
        rows: [[Int: Graph.Node]], time: [Graph.Node]
    ) {
        var rows = [[Int: Graph.Node]](repeating: [:], count: states)
        for state in 0..<states {
            var differentiator = Differentiator(withRespectTo: state, in: graph)
            for (row, slope) in slopes.enumerated() {
                let entry = differentiator.derivative(of: slope, &graph)
                if graph.value(entry) != 0 { rows[row][state] = entry }
            }
        }
        var differentiator = Differentiator(withRespectTo: time, in: graph)
        var timeSlopes: [Graph.Node] = []
        for slope in slopes { timeSlopes.append(differentiator.derivative(of: slope, &graph)) }
        return (rows, timeSlopes)
    }
}
