import CSBML

/// Calls of functions: what is called must be defined, take as many arguments, and not come back to itself.
extension SBMLReader {
    /// Checks the calls in a formula of an element.
    func checkCalls(_ formula: Formula, of object: OpaquePointer, _ element: String) throws(SBMLError) {
        for operand in formula.operands { try checkCalls(operand, of: object, element) }
        guard case .call(let name, let arguments) = formula else { return }
        guard let function = model.functions[name] else {
            throw error(
                object, element, "it calls the function '\(name)', which the model does not define",
                "Define it, or correct the name.")
        }
        guard function.arguments.count == arguments.count else {
            throw error(
                object, element,
                "it calls the function '\(name)', which takes \(function.arguments.count) arguments, with \(arguments.count)",
                "Call it with as many as it takes.")
        }
    }

    /// Checks the functions themselves, when all are known.
    func checkFunctions(_ m: OpaquePointer) throws(SBMLError) {
        var finished: Set<String> = []
        for (id, function) in model.functions.sorted(by: { $0.key < $1.key }) {
            guard let item = Model_getFunctionDefinitionById(m, id) else { continue }
            try checkCalls(function.body, of: item, "functionDefinition '\(id)'")
        }
        for id in model.functions.keys.sorted() {
            // The way is kept in a list of its own: chains of functions may be long.
            var waiting = [id]
            var path: Set<String> = []
            while let next = waiting.last {
                guard !finished.contains(next) else {
                    waiting.removeLast()
                    continue
                }
                guard path.insert(next).inserted else {
                    waiting.removeLast()
                    finished.insert(next)
                    continue
                }
                let called = model.functions[next]?.body.calls ?? []
                guard let again = called.first(where: { path.contains($0) && !finished.contains($0) }) else {
                    waiting += called
                    continue
                }
                throw error(
                    Model_getFunctionDefinitionById(m, next), "functionDefinition '\(next)'",
                    again == next ? "it calls itself" : "it calls '\(again)', which calls it",
                    "Write it without recursion.")
            }
        }
    }
}

extension Formula {
    /// The functions that it calls.
    fileprivate var calls: [String] {
        var found = operands.flatMap(\.calls)
        if case .call(let name, _) = self { found.append(name) }
        return found
    }
}
