/// Turns nodes of an expression graph into a tape: what the outputs need, in order, with products fused into sums
/// where nothing else uses them, and registers used again once their values are dead.
struct TapeBuilder {
    private let graph: Graph
    private let inputCount: Int
    private let outputs: [Graph.Node]
    /// How many needed nodes and outputs use each node.
    private var uses: [Int]
    private var needed: [Bool]

    /// - Parameters:
    ///   - inputs: how many inputs the tape has; inputs of the graph beyond it must not be reached.
    init(_ graph: Graph, inputs: Int, outputs: [Graph.Node]) {
        self.graph = graph
        inputCount = inputs
        self.outputs = outputs
        uses = [Int](repeating: 0, count: graph.kinds.count)
        needed = [Bool](repeating: false, count: graph.kinds.count)
    }

    /// The tape.
    mutating func build() -> Tape {
        markNeeded()
        let plan = schedule()
        return allocate(plan)
    }

    private struct Step {
        var node: Int
        var operation: Tape.Operation
        var operands: [Int]
    }

    private mutating func markNeeded() {
        for node in outputs { needed[node.index] = true }
        for index in stride(from: graph.kinds.count - 1, through: 0, by: -1) where needed[index] {
            guard case .operation(let operation, let a, let b, let c) = graph.kinds[index] else { continue }
            for operand in [a, b, c].prefix(operation.operandCount) {
                needed[operand.index] = true
                uses[operand.index] += 1
            }
        }
        for node in outputs { uses[node.index] += 1 }
    }

    /// Operations in order. A product that only one sum or difference uses becomes part of it.
    private func schedule() -> [Step] {
        var absorbed = Set<Int>()
        var steps: [Step] = []
        for index in graph.kinds.indices.reversed() where needed[index] && !absorbed.contains(index) {
            guard case .operation(let operation, let a, let b, let c) = graph.kinds[index] else { continue }
            let operands = [a.index, b.index, c.index]
            if operation == .add || operation == .subtract, let fused = fuse(operation, a, b) {
                absorbed.insert(fused.product)
                steps.append(Step(node: index, operation: fused.operation, operands: fused.operands))
            } else {
                steps.append(
                    Step(node: index, operation: operation, operands: Array(operands.prefix(operation.operandCount))))
            }
        }
        return steps.reversed()
    }

    private func fuse(_ operation: Tape.Operation, _ a: Graph.Node, _ b: Graph.Node) -> (
        operation: Tape.Operation, operands: [Int], product: Int
    )? {
        if let (x, y) = loneProduct(b) {
            return (operation == .add ? .multiplyAdd : .multiplySubtract, [x, y, a.index], b.index)
        }
        if operation == .add, let (x, y) = loneProduct(a) { return (.multiplyAdd, [x, y, b.index], a.index) }
        return nil
    }

    private func loneProduct(_ node: Graph.Node) -> (Int, Int)? {
        guard uses[node.index] == 1, case .operation(.multiply, let x, let y, _) = graph.kinds[node.index] else {
            return nil
        }
        return (x.index, y.index)
    }

    /// Registers by a linear scan over last uses.
    private func allocate(_ steps: [Step]) -> Tape {
        var register: [Int: Int32] = [:]
        var constants: [Double] = []
        func place(_ index: Int) {
            guard register[index] == nil else { return }
            switch graph.kinds[index] {
            case .input(let position):
                precondition(position < inputCount, "the tape has \(inputCount) inputs, but input \(position) is used")
                register[index] = Int32(position)
            case .constant(let bits):
                register[index] = Int32(inputCount + constants.count)
                constants.append(Double(bitPattern: bits))
            case .operation: break
            }
        }
        for step in steps { step.operands.forEach(place) }
        for node in outputs { place(node.index) }

        var lastUse: [Int: Int] = [:]
        for (position, step) in steps.enumerated() { for operand in step.operands { lastUse[operand] = position } }
        let kept = Set(outputs.map(\.index))
        var free: [Int32] = []
        var count = Int32(inputCount + constants.count)
        var instructions: [Tape.Instruction] = []
        instructions.reserveCapacity(steps.count)
        for (position, step) in steps.enumerated() {
            let registers = step.operands.map { register[$0] ?? 0 }
            // Operands that die here give their registers back before the result takes one.
            for operand in Set(step.operands).sorted() where lastUse[operand] == position && !kept.contains(operand) {
                if case .operation = graph.kinds[operand], let own = register[operand] { free.append(own) }
            }
            let target: Int32
            if let reused = free.popLast() {
                target = reused
            } else {
                target = count
                count += 1
            }
            register[step.node] = target
            let a = registers[0]
            instructions.append(
                Tape.Instruction(
                    step.operation, into: target, a, registers.count > 1 ? registers[1] : a,
                    registers.count > 2 ? registers[2] : a))
        }
        return Tape(
            inputCount: inputCount, constants: constants, registerCount: Int(count), instructions: instructions,
            outputs: outputs.map { register[$0.index] ?? 0 })
    }
}
