/// Decides for each quantity of a model by what it is determined, and which quantity each algebraic rule determines.
struct SymbolClassifier {
    enum Kind { case moving, held, assigned, unknown, derived, parameter }

    /// Compartments, parameters, species and named stoichiometries, each with the value that the model states.
    let quantities: [Program.Quantity]
    private(set) var kinds: [String: Kind] = [:]
    /// Species that are held as amounts, because their compartment changes size, and that compartment.
    private(set) var amounts: [String: String] = [:]
    let assigned: [String: Formula]
    /// The unknown of each algebraic rule.
    private(set) var unknowns: [String] = []
    private let model: Model

    init(_ model: Model, reacting: Set<String>) throws(ProgramError) {
        self.model = model
        quantities = Self.quantities(of: model)
        assigned = SymbolTable.byVariable(model.assignmentRules)
        let rated = Set(model.rateRules.map(\.variable))
        let initial = Set(model.initialAssignments.map(\.variable))
        let byEvents = Set(model.events.flatMap { $0.assignments.map(\.variable) })
        let moved = Set(model.species.filter { !$0.boundary && !$0.constant }.map(\.id)).intersection(reacting)
        unknowns = try matchAlgebraicRules(determined: rated.union(moved).union(assigned.keys), byEvents: byEvents)
        for quantity in quantities {
            let id = quantity.id
            kinds[id] =
                if assigned[id] != nil {
                    .assigned
                } else if unknowns.contains(id) {
                    .unknown
                } else if rated.contains(id) || moved.contains(id) {
                    .moving
                } else if byEvents.contains(id) {
                    .held
                } else { initial.contains(id) ? .derived : .parameter }
        }
        deriveStarts()
        holdAmounts(rated)
    }

    /// A species that nothing changes, stated as an amount but used as a concentration or the other way round, follows
    /// from the size of its compartment unless that is a plain number.
    private mutating func deriveStarts() {
        let plain = Set(
            model.compartments.filter { kinds[$0.id] == .parameter && $0.constant && $0.size != nil }.map(\.id))
        for species in model.species where kinds[species.id] == .parameter && !plain.contains(species.compartment) {
            let isStated = species.onlySubstance ? species.initialAmount : species.initialConcentration
            if isStated == nil { kinds[species.id] = .derived }
        }
    }

    /// In a compartment that changes size it is the amount that stays when nothing happens to a species.
    private mutating func holdAmounts(_ rated: Set<String>) {
        let changing = Set(
            model.compartments.map(\.id).filter { id in
                switch kinds[id] {
                case .moving, .held, .assigned, .unknown: true
                default: false
                }
            })
        for species in model.species
        where !species.onlySubstance && changing.contains(species.compartment) {
            switch kinds[species.id] {
            case .moving where rated.contains(species.id), .assigned, .unknown: continue
            case .moving: amounts[species.id] = species.compartment
            default:
                amounts[species.id] = species.compartment
                kinds[species.id] = .held
            }
        }
    }

    private static func quantities(of model: Model) -> [Program.Quantity] {
        var result = model.compartments.map {
            Program.Quantity(id: $0.id, name: $0.name, unit: $0.unit, value: $0.size ?? .nan)
        }
        result += model.parameters.map {
            Program.Quantity(id: $0.id, name: $0.name, unit: $0.unit, value: $0.value ?? .nan)
        }
        for item in model.species {
            let volume = model.compartments.first { $0.id == item.compartment }?.size ?? .nan
            let value =
                item.onlySubstance
                ? item.initialAmount ?? item.initialConcentration.map { $0 * volume }
                : item.initialConcentration ?? item.initialAmount.map { $0 / volume }
            result.append(Program.Quantity(id: item.id, name: item.name, unit: item.unit, value: value ?? .nan))
        }
        for participant in model.reactions.flatMap(\.participants) {
            guard let id = participant.id else { continue }
            result.append(Program.Quantity(id: id, name: id, unit: "", value: participant.stoichiometry ?? .nan))
        }
        return result
    }

    // MARK: Algebraic rules

    /// A different undetermined variable for each algebraic rule that mentions it: a maximum matching, in which
    /// variables that events set are taken last (an event sets one side of an equation, the other follows).
    private func matchAlgebraicRules(determined: Set<String>, byEvents: Set<String>) throws(ProgramError) -> [String] {
        guard !model.algebraicRules.isEmpty else { return [] }
        var free = Set(model.compartments.filter { !$0.constant }.map(\.id))
        free.formUnion(model.parameters.filter { !$0.constant }.map(\.id))
        free.formUnion(model.species.filter { !$0.constant }.map(\.id))
        free.formUnion(model.reactions.flatMap(\.participants).filter { !$0.constant }.compactMap(\.id))
        free.subtract(determined)
        let order = quantities.map(\.id).filter(free.contains).sorted { a, b in
            byEvents.contains(a) != byEvents.contains(b) && byEvents.contains(b)
        }
        let mentioned = model.algebraicRules.map { rule in
            let symbols = symbols(of: rule.formula)
            return order.filter(symbols.contains)
        }
        var owner: [String: Int] = [:]
        for rule in mentioned.indices {
            var tried = Set<String>()
            guard assign(rule, mentioned, &owner, &tried) else {
                throw ProgramError(
                    model: model.id, symbol: model.algebraicRules[rule].id,
                    problem: "nothing is left for this equation to determine; every variable in it is constant or "
                        + "has a rule, a reaction or another equation",
                    remedy: "Remove the equation, or make a variable of it free.")
            }
        }
        var result = [String](repeating: "", count: mentioned.count)
        for (id, rule) in owner { result[rule] = id }
        return result
    }

    /// Kuhn's augmenting path.
    private func assign(
        _ rule: Int, _ mentioned: [[String]], _ owner: inout [String: Int], _ tried: inout Set<String>
    ) -> Bool {
        for id in mentioned[rule] where tried.insert(id).inserted {
            if let other = owner[id], !assign(other, mentioned, &owner, &tried) { continue }
            owner[id] = rule
            return true
        }
        return false
    }

    /// What a formula depends on, through assignment rules and reaction rates.
    private func symbols(of formula: Formula) -> Set<String> {
        var found = Set<String>()
        var waiting = [formula]
        while let next = waiting.popLast() {
            next.forEachSymbol { name in
                guard found.insert(name).inserted else { return }
                if let rule = assigned[name] { waiting.append(rule) }
                if let rate = model.reactions.first(where: { $0.id == name })?.rate { waiting.append(rate) }
            }
        }
        return found
    }
}
