import Foundation
import Inference

/// The file of a calibration that is under way.
struct Checkpoint {
    let path: String

    /// The state; nil if there is no file.
    func read() throws -> CalibrationState? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        do {
            return try JSONDecoder().decode(CalibrationState.self, from: data)
        } catch {
            throw CommandError("\(path): not a checkpoint of a calibration. Remove it, or name another with --resume.")
        }
    }

    /// Writes the state, whole or not at all.
    func write(_ state: CalibrationState) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try OutputFolder.write(String(decoding: try encoder.encode(state), as: UTF8.self) + "\n", to: path)
    }

    func remove() { try? FileManager.default.removeItem(atPath: path) }
}
