/// Attempts steps of a Rosenbrock method. The Jacobian and its sparse LU factors come from one tape, the solutions of
/// the stages from another; neither pivots, which the diagonal 1/(γh) makes safe at the steps that control allows.
final class RosenbrockStepper: LaneStepper {
    private let tableau: RosenbrockTableau
    private let field: FieldExecutor
    private let factorization: FieldExecutor
    private let substitution: TapeExecutor
    /// The increments u of each stage.
    private let increments: [LaneBlock]
    /// The point of the last two stages.
    private let point: LaneBlock

    init(_ tableau: RosenbrockTableau, _ workspace: LaneWorkspace) {
        self.tableau = tableau
        field = FieldExecutor(workspace.program.rightHandSide, workspace)
        factorization = FieldExecutor(workspace.program.factorization, workspace)
        substitution = TapeExecutor(workspace.program.substitution, lanes: workspace.lanes)
        increments = tableau.c.map { _ in LaneBlock(rows: workspace.stateCount, lanes: workspace.lanes) }
        point = LaneBlock(rows: workspace.stateCount, lanes: workspace.lanes)
    }

    var controlOrder: Double { tableau.controlOrder }

    func attempt(_ w: LaneWorkspace) {
        factorize(w)
        field.loadParameters()
        let file = field.executor.file
        let factors = w.program.factorCount
        for stage in tableau.c.indices {
            setPoint(of: stage, w)
            field.run()
            for g in w.groups {
                let h = w.clock.group(1, g).pointee
                let inverse = 1 / h
                for row in 0..<w.stateCount {
                    var right = file.group(field.executor.output(row), g).pointee
                    var sum = Lanes()
                    for (index, weight) in tableau.c[stage].enumerated() {
                        sum += weight * increments[index].group(row, g).pointee
                    }
                    right += inverse * sum
                    if w.program.dependsOnTime, tableau.timeFactor[stage] != 0 {
                        let slope = factorization.executor
                        right +=
                            tableau.timeFactor[stage] * h
                            * slope.file.group(slope.output(factors + row), g).pointee
                    }
                    substitution.file.group(factors + row, g).pointee = right
                }
            }
            substitution.run(groups: w.groups)
            for row in 0..<w.stateCount {
                increments[stage].copyRows(row, from: substitution.file, substitution.output(row), count: 1)
            }
        }
        let last = increments[increments.count - 1]
        for g in w.groups {
            for row in 0..<w.stateCount {
                let u = last.group(row, g).pointee
                w.proposal.group(row, g).pointee = point.group(row, g).pointee + u
                w.error.group(row, g).pointee = u
            }
        }
    }

    private func factorize(_ w: LaneWorkspace) {
        factorization.loadParameters()
        factorization.loadState()
        for g in w.groups {
            factorization.executor.file.group(factorization.extraRow, g).pointee =
                1 / (tableau.gamma * w.clock.group(1, g).pointee)
        }
        factorization.run()
        for index in 0..<w.program.factorCount {
            substitution.file.copyRows(
                index, from: factorization.executor.file, factorization.executor.output(index), count: 1)
        }
    }

    /// The point at which a stage looks at the field.
    private func setPoint(of stage: Int, _ w: LaneWorkspace) {
        let file = field.executor.file
        for g in w.groups {
            let h = w.clock.group(1, g).pointee
            file.group(field.timeRow, g).pointee = w.clock.group(0, g).pointee + tableau.alpha[stage] * h
            for row in 0..<w.stateCount {
                var value: Lanes
                if stage < tableau.a.count {
                    value = w.state.group(row, g).pointee
                    for (index, weight) in tableau.a[stage].enumerated() {
                        value += weight * increments[index].group(row, g).pointee
                    }
                } else {
                    value = point.group(row, g).pointee + increments[stage - 1].group(row, g).pointee
                }
                file.group(row, g).pointee = value
                if stage >= tableau.a.count - 1 { point.group(row, g).pointee = value }
            }
        }
    }
}
