import Foundation
import Synchronization
import Testing
import Therapy

@testable import Inference

@Suite("A calibration")
struct CalibrationTests {
    private struct Stopped: Error {}

    private func outcome(
        threads: Int = 2, from state: CalibrationState? = nil, save: (CalibrationState) throws -> Void = { _ in }
    ) throws -> CalibrationOutcome {
        try Calibration(SmallCalibration.problem(), inputs: ["a"], threads: threads).run(from: state, save: save)
    }

    private func expectSame(_ one: CalibrationOutcome, _ other: CalibrationOutcome) {
        #expect(one.values == other.values)
        #expect(one.state == other.state)
        #expect(one.posterior == other.posterior)
        #expect(one.objectives == other.objectives)
        #expect(one.before == other.before && one.after == other.after && one.control == other.control)
    }

    @Test("a calibration comes to the same numbers on any number of threads")
    func threads() throws {
        let alone = try outcome(threads: 1)
        expectSame(alone, try outcome(threads: 3))
        #expect(alone.objectives[1] < alone.objectives[0])
        #expect(alone.values != SmallCalibration.start(alone.problem))
    }

    @Test("a calibration stopped after any step and resumed ends at the same numbers to the last digit")
    func resume() throws {
        var states: [Data] = []
        let whole = try outcome(save: { states.append(try JSONEncoder().encode($0)) })
        // Screen, start of the descent, two steps.
        #expect(states.count == 4)
        for text in states {
            let state = try JSONDecoder().decode(CalibrationState.self, from: text)
            expectSame(whole, try outcome(from: state))
        }
    }

    @Test("a state is refused whose objective this program does not find again: another version made it")
    func otherArithmetic() throws {
        var states: [CalibrationState] = []
        _ = try outcome(save: { states.append($0) })
        var state = try #require(states.last)
        let saved = try #require(state.descent?.objective)
        state.descent?.objective = saved.nextUp
        let error = #expect(throws: Calibration.OtherArithmetic.self) { try outcome(from: state) }
        #expect(error?.found == saved && error?.saved == saved.nextUp)
    }

    @Test("a calibration stops when it is told to, between two trials")
    func cancelled() throws {
        let calls = Mutex(0)
        let problem = try SmallCalibration.problem()
        let calibration = Calibration(
            problem, inputs: [], threads: 2,
            isCancelled: {
                calls.withLock {
                    $0 += 1
                    return $0 > 300
                }
            })
        #expect(throws: Trial.Interrupted.self) { try calibration.run() }
    }

    @Test("the state of another calibration is refused: other seed, other plan or other files")
    func other() throws {
        let calibration = Calibration(try SmallCalibration.problem(), inputs: ["a"], threads: 1)
        let plans = [
            SmallCalibration.plan.replacing("seed: 7", with: "seed: 8"),
            SmallCalibration.plan.replacing("high: 200000", with: "high: 200001"),
            SmallCalibration.plan.replacing("patients: 40", with: "patients: 41"),
        ]
        var strangers = try plans.map { Calibration(try SmallCalibration.problem($0), inputs: ["a"], threads: 1) }
        strangers.append(Calibration(try SmallCalibration.problem(), inputs: ["b"], threads: 1))
        for stranger in strangers {
            let state = CalibrationState(fingerprint: stranger.problem.fingerprint(inputs: ["a"]), point: [])
            let own = CalibrationState(fingerprint: stranger.problem.fingerprint(inputs: ["b"]), point: [])
            #expect(!calibration.accepts(own))
            if stranger.problem.plan != calibration.problem.plan { #expect(!calibration.accepts(state)) }
            #expect(throws: Calibration.OtherCalibration.self) { try calibration.run(from: own) }
        }
        // How many steps are taken is no other calibration: a fit may be resumed with more.
        let longer = try SmallCalibration.problem(
            SmallCalibration.plan.replacing("iterations: 2", with: "iterations: 9"))
        #expect(longer.fingerprint(inputs: ["a"]) == calibration.problem.fingerprint(inputs: ["a"]))
    }

    @Test("the Jacobian by blocks is the Jacobian of all parameters and all studies, to the last digit")
    func blocks() throws {
        let text = SmallCalibration.plan.replacing("patients: 40", with: "patients: 16")
        var problem = try SmallCalibration.problem(text, studies: ["zuma-1", "eliana"])
        // Product and disease of ZUMA-1 touch only ZUMA-1; p6 is overruled by the disease of ELIANA.
        #expect(problem.material.studies.map(\.study.id) == ["eliana", "zuma-1"])
        #expect(problem.touched[0] == [1] && problem.touched[1] == [1] && problem.touched[2].contains(1))
        func linearization() throws -> Linearization {
            let crew = TrialCrew(problem: problem, seed: 7, threads: 2, progress: {}, isCancelled: { false })
            return try CalibrationObjective(problem: problem, crew: crew).linearization(at: problem.start)
        }
        let blocks = try linearization()
        problem.touched = problem.parameters.map { _ in [0, 1] }
        #expect(blocks == (try linearization()))
        // Prior rows: the unit matrix.
        let priors = blocks.jacobian.rows - 3
        #expect(
            blocks.jacobian[priors, 0] == 1 && blocks.jacobian[priors, 1] == 0 && blocks.jacobian[priors + 2, 2] == 1)
        #expect(Array(blocks.residuals.suffix(3)) == problem.start)
    }

    @Test("what was fitted is what a trial runs with, rounded to four digits")
    func overlay() throws {
        let found = try outcome()
        let setting = try found.problem.material.setting(0, fitted: found.fitted, seed: 7)
        for (parameter, value) in zip(found.problem.parameters, found.values) {
            let entry = try #require(setting.parameters.entries.first { $0.id == parameter.name })
            #expect((parameter.attribute == .value ? entry.value.value : entry.value.cv) == value)
            #expect(entry.value.origin == .fitted && entry.value.source == "livingdrug calibrate")
        }
        let endpoints = Endpoints(
            try Trial(setting).run(patients: 40, threads: 1).outcomes, study: setting.study)
        let values = found.problem.comparisons[0].map { endpoints.values[$0.name.rawValue]?.value }
        #expect(values == found.after[0])
    }

    @Test("every start is screened as well, so a screen never makes its product worse")
    func screen() throws {
        let problem = try SmallCalibration.problem()
        let block = try #require(ScreenBlock.all(problem).first)
        #expect(block.parameters == [0, 1] && block.studies == [0])
        let points = block.candidates(from: problem.start, draws: 20, seed: 1)
        #expect(points.count == 21 && points[0] == problem.start)
        #expect(points.allSatisfy { $0[2] == problem.start[2] }, "the body is not screened")
        #expect(points.allSatisfy { $0[0].magnitude <= 1.96 && $0[1].magnitude <= 1.96 })
        // A Latin hypercube: the draws that are not pulled back are spread over the strata.
        let full = points.dropFirst().enumerated().filter { $0.offset % 3 == 0 }.map { $0.element[0] }
        let strata = Set(full.map { Int(($0 / 1.96 + 1) / 2 * 20) })
        #expect(strata.count == full.count)
    }
}

extension SmallCalibration {
    static func start(_ problem: CalibrationProblem) -> [Double] { problem.parameters.map(\.start) }
}
