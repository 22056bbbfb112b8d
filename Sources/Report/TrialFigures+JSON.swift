import Foundation

extension TrialFigures {
    /// The figures as JSON with sorted keys; what is not finite becomes a word (`NaN`, `Infinity`, `-Infinity`).
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        encoder.nonConformingFloatEncodingStrategy = .convertToString(
            positiveInfinity: "Infinity", negativeInfinity: "-Infinity", nan: "NaN")
        guard let data = try? encoder.encode(self) else { preconditionFailure("plain values always encode") }
        return String(decoding: data, as: UTF8.self)
    }
}
