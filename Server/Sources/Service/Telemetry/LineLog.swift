import Care
import Foundation
public import Logging
import Records

/// Logs as lines of JSON on standard error: time, level, message, and what belongs to it. Each line is one write, so that
/// those of two threads never mix.
public struct LineLog: LogHandler {
    /// Who logs.
    public let label: String
    /// What belongs to every line.
    public var metadata: Logger.Metadata = [:]
    /// What is less is not logged.
    public var logLevel = Logger.Level.info

    /// A log of this name.
    public init(label: String) { self.label = label }

    /// One thing that belongs to every line.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes a line.
    public func log(event: LogEvent) {
        let line = line(event, at: Instant.systemClock())
        line.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = write(STDERR_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                // Nobody is left to be told where standard error cannot be written to.
                guard written > 0 || errno == EINTR else { return }
                rest = rest.dropFirst(max(0, written))
            }
        }
    }

    /// A line, its members in the order of their names.
    func line(_ event: LogEvent, at now: Instant) -> [UInt8] {
        var fields = event.metadata.map { metadata.merging($0) { _, new in new } } ?? metadata
        fields["time"] = .string(now.iso8601)
        fields["level"] = .string(event.level.rawValue)
        fields["message"] = .string("\(event.message)")
        fields["logger"] = .string(label)
        var text = JSONText(capacity: 512)
        text.object { text in
            for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
                text.member(named: name, "\(value)")
            }
        }
        return text.bytes + [10]
    }
}
