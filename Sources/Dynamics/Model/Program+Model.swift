extension Program {
    /// Makes a model ready to run.
    ///
    /// States are what rate rules and reactions change and what events set; parameters are the constants, settable for
    /// each patient; a constant with an initial assignment follows from the parameters and cannot be set; observables
    /// are what assignment rules and algebraic rules give. A species in a compartment that changes size is held as an
    /// amount.
    /// - Parameters:
    ///   - observing: further observables: a name and what to compute.
    ///   - sensitivities: parameters by which every moving state is differentiated; the derivatives are states of
    ///     their own, named `d(state)/d(parameter)`, integrated beside the others.
    /// - Throws: `ProgramError` for circular definitions, unknown symbols and missing values.
    public init(
        _ model: Model, observing: [(id: String, formula: Formula)] = [], sensitivities: [String] = []
    ) throws(ProgramError) {
        let table = try SymbolTable(model)
        var equations = try ProgramEquations(table, observing: observing)
        try equations.addSensitivities(to: sensitivities)
        try equations.checkValues()

        let builder = equations.builder
        let (jacobian, timeSlopes) = equations.jacobian()
        let breakpoints = equations.breakpoints()
        let compiler = ProgramCompiler(
            equations.builder.graph, layout: equations.layout,
            roots: equations.roots + jacobian.flatMap(\.values) + timeSlopes)

        id = model.id
        timeUnit = model.timeUnit
        states = equations.states
        moving = equations.slopes.count
        parameters = table.parameters
        observables = equations.observables
        hoisted = compiler.hoistedTape()
        initial = compiler.parameterTape(equations.initial)
        rightHandSide = compiler.fieldTape(equations.slopes)
        observation = compiler.fieldTape(equations.observed)
        triggers = compiler.fieldTape(equations.triggers + equations.violations + equations.watched)
        events = equations.events.map { event in
            Event(
                id: event.model.id, initiallyTrue: event.model.initiallyTrue, persistent: event.model.persistent,
                usesTriggerTimeValues: event.model.usesTriggerTimeValues, targets: event.targets,
                assignments: compiler.fieldTape(event.values), scales: compiler.fieldTape(event.scales),
                rescaled: event.rescaled,
                delay: event.delay.map { compiler.fieldTape([$0]) },
                priority: event.priority.map { compiler.fieldTape([$0]) })
        }
        constraints = model.constraints.map { Constraint(id: $0.id, message: $0.message) }
        self.breakpoints = compiler.parameterTape(breakpoints)
        delays = compiler.fieldTape(builder.delays.map(\.delay))
        delayedValues = compiler.fieldTape(builder.delays.map(\.value) + builder.delays.map(\.before))
        (factorization, substitution) = compiler.factorization(
            jacobian, timeSlopes, field: equations.slopes)
        dependsOnTime = timeSlopes.contains { equations.builder.graph.value($0) != 0 }
        self.sensitivities = equations.sensitivities
        warnings = model.warnings
        let defaults = self.initial.evaluate(parameters.map(\.value))
        for index in states.indices { states[index].value = defaults[index] }
    }
}
