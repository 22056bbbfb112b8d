import Pages
import Synchronization

/// Lines of the board that were computed, by journal, version and minute: what is overdue changes with time alone.
final class BoardLines: Sendable {
    private struct Line {
        var head: String
        var minute: Int64
        var patient: BoardPatient
    }
    private let lines = Mutex<[String: Line]>([:])

    func line(_ therapy: String, head: String, minute: Int64) -> BoardPatient? {
        lines.withLock { lines in
            guard let line = lines[therapy], line.head == head, line.minute == minute else { return nil }
            return line.patient
        }
    }

    func keep(_ patient: BoardPatient, _ therapy: String, head: String, minute: Int64) {
        lines.withLock { $0[therapy] = Line(head: head, minute: minute, patient: patient) }
    }
}
