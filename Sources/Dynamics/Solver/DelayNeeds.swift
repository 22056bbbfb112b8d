/// Which delayed values a program's delays need: those that its lengths read at the same time, and those that its values
/// read in the past. Only these are followed further back; following all of them would double the work with each step.
struct DelayNeeds {
    /// By delay: what its length reads.
    let ofLength: [[Int]]
    /// By delay, then by delay again for times before the start: what its value reads.
    let ofValue: [[Int]]

    init(_ program: Program) {
        let first = program.states.count + program.parameters.count + 1 + program.hoisted.outputs.count
        ofLength = program.delays.inputsRead(from: first)
        ofValue = program.delayedValues.inputsRead(from: first)
    }
}

extension Tape {
    /// For each output, the inputs from `first` on that it depends on, rising, counted from `first`.
    func inputsRead(from first: Int) -> [[Int]] {
        var read = [Set<Int>](repeating: [], count: registerCount)
        for input in first..<max(first, inputCount) { read[input] = [input - first] }
        for i in instructions {
            read[Int(i.destination)] = read[Int(i.a)].union(read[Int(i.b)]).union(read[Int(i.c)])
        }
        return outputs.map { read[Int($0)].sorted() }
    }
}
