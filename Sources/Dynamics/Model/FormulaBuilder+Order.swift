/// The order in which symbols are built: what one needs comes first.
extension FormulaBuilder {
    /// A symbol in a context.
    struct Reference: Hashable {
        var name: String
        var context: Context
    }

    /// Builds a symbol and, before it, all that it needs. The way is kept in a list of its own rather than on the
    /// stack.
    mutating func prepare(_ wanted: Reference) throws(ProgramError) {
        var waiting = [wanted]
        var path: [String] = []
        var entered: Set<Reference> = []
        while let next = waiting.last {
            guard !isKnown(next) else {
                waiting.removeLast()
                continue
            }
            guard entered.insert(next).inserted else {
                waiting.removeLast()
                path.removeLast()
                try build(next)
                continue
            }
            path.append(next.name)
            for needed in references(of: next).reversed() where !isKnown(needed) {
                guard !entered.contains(needed) else {
                    throw circle(path[(path.firstIndex(of: needed.name) ?? 0)...] + [needed.name])
                }
                waiting.append(needed)
            }
        }
    }

    private func isKnown(_ reference: Reference) -> Bool { known[reference.context]?[reference.name] != nil }

    /// The symbols that a symbol is made of.
    private func references(of reference: Reference) -> [Reference] {
        let (name, context) = (reference.name, reference.context)
        switch (table.meanings[name], context) {
        case (nil, _), (.parameter, _), (.unknown, _), (.state, .running): return []
        case (.assigned(let formula), _), (.rate(let formula), _): return references(in: formula, context)
        case (.amount(_, let compartment), .running): return [Reference(name: compartment, context: .running)]
        case (.derived, .before), (.state, .before), (.amount, .before):
            return table.initial[name].map { references(in: $0, .before) } ?? []
        case (.derived, _), (.state, .initial), (.amount, .initial):
            if let formula = table.initial[name] { return references(in: formula, .initial) }
            guard let species = table.species[name] else { return [] }
            let needsSize = (species.initialAmount == nil) == species.onlySubstance
            return needsSize ? [Reference(name: species.compartment, context: .initial)] : []
        }
    }

    private func references(in formula: Formula, _ context: Context) -> [Reference] {
        var found: [Reference] = []
        func take(_ formula: Formula) {
            switch formula {
            case .symbol(let name): found.append(Reference(name: name, context: context))
            // Of what is delayed the start needs only the past.
            case .delayed(_, let delay) where context == .initial: take(delay)
            default: for operand in formula.operands { take(operand) }
            }
        }
        take(formula)
        return found
    }
}
