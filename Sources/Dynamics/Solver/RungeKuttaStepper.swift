/// Attempts steps of an explicit Runge-Kutta pair.
final class RungeKuttaStepper: LaneStepper {
    private let tableau: RungeKuttaTableau
    private let field: FieldExecutor
    private let slopes: [LaneBlock]

    init(_ tableau: RungeKuttaTableau, _ workspace: LaneWorkspace) {
        self.tableau = tableau
        field = FieldExecutor(workspace.program.rightHandSide, workspace)
        slopes = tableau.a.map { _ in LaneBlock(rows: workspace.stateCount, lanes: workspace.lanes) }
    }

    var controlOrder: Double { tableau.controlOrder }

    func attempt(_ w: LaneWorkspace) {
        field.loadParameters()
        let file = field.executor.file
        let last = tableau.a.count - 1
        for stage in tableau.a.indices {
            let weights = tableau.a[stage]
            for g in w.groups {
                let h = w.clock.group(1, g).pointee
                file.group(field.timeRow, g).pointee = w.clock.group(0, g).pointee + tableau.c[stage] * h
                for row in 0..<w.stateCount {
                    var sum = Lanes()
                    for (index, weight) in weights.enumerated() { sum += weight * slopes[index].group(row, g).pointee }
                    let point = w.state.group(row, g).pointee + h * sum
                    file.group(row, g).pointee = point
                    if stage == last { w.proposal.group(row, g).pointee = point }
                }
            }
            field.run()
            for row in 0..<w.stateCount {
                slopes[stage].copyRows(row, from: file, field.executor.output(row), count: 1)
            }
        }
        for g in w.groups {
            let h = w.clock.group(1, g).pointee
            for row in 0..<w.stateCount {
                var sum = Lanes()
                for (index, weight) in tableau.error.enumerated() {
                    sum += weight * slopes[index].group(row, g).pointee
                }
                w.error.group(row, g).pointee = h * sum
            }
        }
    }
}
