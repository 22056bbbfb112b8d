import CSundials

@testable import Dynamics

/// SUNDIALS' CVODE with backward differentiation, dense Newton and tight tolerances: the judge of our solvers.
enum CVODEReference {
    /// What a run needs inside the C callback.
    private final class Problem {
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

    /// A SUNDIALS call that gave an error flag.
    struct Failure: Error {
        let call: String
        let flag: Int32
    }

    /// The states at each of the times, the first of which is the start.
    static func solve(
        _ program: Program, from state: [Double]? = nil, times: [Double], relative: Double = 1e-11,
        absolute: Double = 1e-14
    ) throws -> [[Double]] {
        let values = program.parameters.map(\.value)
        let start = state ?? program.initial.evaluate(values)
        let problem = Problem(program, values)
        var context: SUNContext?
        try check("SUNContext_Create", SUNContext_Create(nil, &context))
        defer { SUNContext_Free(&context) }
        let count = start.count
        let vector = N_VNew_Serial(sunindextype(count), context)
        defer { N_VDestroy(vector) }
        let data = N_VGetArrayPointer(vector)!
        for (index, value) in start.enumerated() { data[index] = value }
        var solver = CVodeCreate(CV_BDF, context)
        defer { CVodeFree(&solver) }
        let function: CVRhsFn = { time, state, slope, user in
            let problem = Unmanaged<Problem>.fromOpaque(user!).takeUnretainedValue()
            let count = problem.program.states.count
            let input = UnsafeBufferPointer(start: N_VGetArrayPointer(state), count: count)
            let output = N_VGetArrayPointer(slope)!
            for (index, value) in problem.slopes(time, Array(input)).enumerated() { output[index] = value }
            return 0
        }
        try check("CVodeInit", CVodeInit(solver, function, times[0], vector))
        try check("CVodeSStolerances", CVodeSStolerances(solver, relative, absolute))
        try check("CVodeSetMaxNumSteps", CVodeSetMaxNumSteps(solver, 10_000_000))
        try check("CVodeSetUserData", CVodeSetUserData(solver, Unmanaged.passUnretained(problem).toOpaque()))
        let matrix = SUNDenseMatrix(sunindextype(count), sunindextype(count), context)
        defer { SUNMatDestroy(matrix) }
        let linear = SUNLinSol_Dense(vector, matrix, context)
        defer { SUNLinSolFree(linear) }
        try check("CVodeSetLinearSolver", CVodeSetLinearSolver(solver, linear, matrix))
        var states = [start]
        try withExtendedLifetime(problem) {
            for time in times.dropFirst() {
                try check("CVodeSetStopTime", CVodeSetStopTime(solver, time))
                var reached = 0.0
                try check("CVode", CVode(solver, time, vector, &reached, CV_NORMAL))
                states.append(Array(UnsafeBufferPointer(start: data, count: count)))
            }
        }
        return states
    }

    private static func check(_ call: String, _ flag: Int32) throws {
        if flag < 0 { throw Failure(call: call, flag: flag) }
    }
}
