/// libFuzzer's entry points. One program holds both targets; its name says which one runs, so that the engine is
/// compiled once: see scripts/fuzz, which compiles this file together with Sources/Dynamics.

/// Whether the program was called by the name of the formula target.
nonisolated(unsafe) private var readsFormulas = false

/// Called once by libFuzzer before it starts.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>
) -> CInt {
    if let name = arguments.pointee?.pointee { readsFormulas = String(cString: name).hasSuffix("formula") }
    return 0
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func test(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    let text = String(decoding: bytes, as: UTF8.self)
    if readsFormulas { readFormula(text) } else { readModel(text) }
    return 0
}

/// SBML must become a program or a typed error with a message.
private func readModel(_ text: String) {
    do throws(SBMLError) {
        let model = try Model(sbml: text, file: "fuzz.xml")
        do throws(ProgramError) {
            let program = try Program(model)
            precondition(program.states.allSatisfy { !$0.id.isEmpty }, "a state has no identifier")
            run(program)
        } catch {
            precondition(!error.problem.isEmpty)
        }
    } catch {
        precondition(!error.problem.isEmpty && !error.remedy.isEmpty)
    }
}

/// A formula in infix notation must be read, or refused with a message; one that is read must run in a model.
private func readFormula(_ text: String) {
    do throws(FormulaError) {
        let formula = try Formula(infix: text)
        var model = Model()
        for name in ["x", "y", "k"] {
            model.parameters.append(Model.Parameter(id: name, name: name, unit: "", value: 1, constant: name == "k"))
        }
        model.rateRules.append(Model.Assignment(variable: "x", formula: formula))
        if let program = try? Program(model) { run(program) }
    } catch {
        precondition(!error.problem.isEmpty && !error.remedy.isEmpty)
    }
}

/// A program must run for a few steps, or fail with a reason, and be written as C.
private func run(_ program: Program) {
    guard program.operationCount < 3_000 else { return }
    if program.isCompilable { precondition(program.kernelSource.hasSuffix("\n")) }
    let integrator = LaneIntegrator(program, backend: .portable(lanes: 8))
    integrator.stepLimit = 30
    integrator.run { lane in
        guard lane < 2 else { return .idle }
        integrator.load(lane: lane, time: 0)
        return .advance(to: 1)
    } atStop: { lane, stop in
        if case .failed(let failure) = stop { precondition(!failure.description.isEmpty) }
        return .idle
    }
}
