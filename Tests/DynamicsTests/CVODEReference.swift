import CSundials
import Dynamics

/// CVODE (SUNDIALS, BDF) as the judge: one patient, the right-hand side by the plain reference evaluator.
struct CVODEReference {
    struct Failed: Error { let code: Int32 }

    private final class Field {
        let program: Program
        let parameters: [Double]
        let hoisted: [Double]
        init(_ program: Program, _ parameters: [Double]) {
            self.program = program
            self.parameters = parameters
            hoisted = program.hoisted.evaluate(parameters)
        }
        func slopes(_ time: Double, _ state: [Double]) -> [Double] {
            program.rightHandSide.evaluate(state + parameters + [time] + hoisted)
        }
    }

    /// States at `times`, after the first, from `state` at the first time.
    static func solve(
        _ program: Program, parameters: [Double], state: [Double], times: [Double], relative: Double = 1e-11,
        absolute: Double = 1e-14
    ) throws -> [[Double]] {
        let count = state.count
        var context: SUNContext?
        SUNContext_Create(nil, &context)
        let y = N_VNew_Serial(Int64(count), context)
        let matrix = SUNDenseMatrix(Int64(count), Int64(count), context)
        let solver = SUNLinSol_Dense(y, matrix, context)
        var memory = CVodeCreate(CV_BDF, context)
        defer {
            CVodeFree(&memory)
            SUNLinSolFree(solver)
            SUNMatDestroy(matrix)
            N_VDestroy(y)
            SUNContext_Free(&context)
        }
        for (index, value) in state.enumerated() { N_VGetArrayPointer(y)[index] = value }
        let field = Field(program, parameters)
        let right: CVRhsFn = { time, y, slope, data in
            guard let data, let y, let slope else { return -1 }
            let field = Unmanaged<Field>.fromOpaque(data).takeUnretainedValue()
            let count = field.program.states.count
            let values = field.slopes(time, Array(UnsafeBufferPointer(start: N_VGetArrayPointer(y), count: count)))
            for index in 0..<count { N_VGetArrayPointer(slope)[index] = values[index] }
            return 0
        }
        CVodeInit(memory, right, times[0], y)
        CVodeSStolerances(memory, relative, absolute)
        CVodeSetLinearSolver(memory, solver, matrix)
        CVodeSetMaxNumSteps(memory, 2_000_000)
        CVodeSetUserData(memory, Unmanaged.passUnretained(field).toOpaque())
        return try withExtendedLifetime(field) {
            var result: [[Double]] = []
            var reached = times[0]
            for time in times.dropFirst() {
                let code = CVode(memory, time, y, &reached, CV_NORMAL)
                guard code >= 0 else { throw Failed(code: code) }
                result.append(Array(UnsafeBufferPointer(start: N_VGetArrayPointer(y), count: count)))
            }
            return result
        }
    }
}
