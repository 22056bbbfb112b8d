import Foundation
import Inference
import Synchronization

/// Progress of a calibration: a moving line of trials on a terminal, and a line that stays for each step.
final class CalibrationMeter: Sendable {
    private struct State {
        var meter: ProgressMeter?
        var done = 0
    }
    private let state = Mutex(State())
    private let started = Date()

    func update(_ event: Calibration.Event) {
        switch event {
        case .trials(let done, let total):
            let meter = state.withLock { state in
                state.done = max(state.done, done)
                let meter = state.meter ?? ProgressMeter(total: total, noun: "trials")
                state.meter = meter
                return meter
            }
            meter.update(min(done, total))
        case .step(let mark):
            let done = state.withLock { state in
                state.meter?.finish()
                return state.done
            }
            let seconds = Date().timeIntervalSince(started)
            let text = String(
                format: "%@: objective %.2f; %d trials, %.0f s\n", mark.step, mark.objective, done, seconds)
            FileHandle.standardError.write(Data(text.utf8))
        }
    }

    func finish() { state.withLock { $0.meter?.finish() } }
}
