import Glibc

/// Appends to a CSV file (RFC 4180, lines ending in LF) through a buffer, until the file is whole.
final class CSVFile {
    /// The file, as it was named.
    var path: String { replacement.path }
    /// The bytes that separate fields and lines.
    enum Separator: UInt8 {
        case comma = 0x2C
        case lineFeed = 0x0A
    }

    private let replacement: ReplacementFile
    private var descriptor: Int32
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    private var used = 0
    private var lifetime = Lifetime.open

    /// Makes the file under a temporary name.
    init(path: String) throws(TableError) {
        replacement = try ReplacementFile(path: path)
        descriptor = open(replacement.temporaryPath, O_WRONLY | O_CLOEXEC)
        buffer = .allocate(capacity: 1 << 18)
        if descriptor < 0 { throw SystemError.writing(path, errno) }
    }

    deinit {
        discard()
        buffer.deallocate()
    }

    /// Runs one step of writing; an error removes the file.
    func step(_ body: () throws(TableError) -> Void) throws(TableError) {
        try Lifetime.step(&lifetime, file: path, cleanUp: remove, body)
    }

    /// Writes what is in the buffer and gives the file its name.
    func finish() throws(TableError) {
        try step { () throws(TableError) in
            try flush()
            let closed = close(descriptor)
            descriptor = -1
            if closed != 0 { throw SystemError.writing(path, errno) }
            try replacement.commit()
        }
        lifetime = .finished
    }

    /// Removes the file, unless it is finished.
    func discard() {
        guard case .open = lifetime else { return }
        lifetime = .discarded
        remove()
    }

    /// Appends one byte.
    @inline(__always)
    func append(_ byte: Separator) throws(TableError) {
        if used == buffer.count { try flush() }
        buffer[used] = byte.rawValue
        used += 1
    }

    /// Appends text as it is.
    func append(raw text: String) throws(TableError) {
        var text = text
        var rest = 0
        while true {
            let left = text.withUTF8 { bytes in
                let count = min(bytes.count - rest, buffer.count - used)
                _ = UnsafeMutableBufferPointer(rebasing: buffer[used...]).update(
                    fromContentsOf: bytes[rest..<(rest + count)])
                used += count
                rest += count
                return bytes.count - rest
            }
            if left == 0 { return }
            try flush()
        }
    }

    /// Appends text as a field, in quotes where it needs them.
    func append(field text: String) throws(TableError) {
        let needsQuotes =
            text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
            || text.utf8.first == 0x20 || text.utf8.last == 0x20
        guard needsQuotes else { return try append(raw: text) }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.unicodeScalars.append(scalar) }
            quoted.unicodeScalars.append(scalar)
        }
        try append(raw: quoted + "\"")
    }

    /// Appends a number as ``text(of:)``.
    func append(_ value: Double) throws(TableError) { try append(raw: Self.text(of: value)) }

    /// The shortest digits that read back as the same number, or `NaN`, `Inf`, `-Inf`.
    static func text(of value: Double) -> String {
        if let whole = Int32(exactly: value), whole != 0 || value.sign == .plus { return String(whole) }
        if value.isFinite { return value.description }
        return value.isNaN ? "NaN" : value < 0 ? "-Inf" : "Inf"
    }

    private func flush() throws(TableError) {
        var written = 0
        while written < used {
            let count = write(descriptor, buffer.baseAddress.map { $0 + written }, used - written)
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError.writing(path, errno)
            }
            written += count
        }
        used = 0
    }

    private func remove() {
        if descriptor >= 0 { close(descriptor) }
        descriptor = -1
        replacement.discard()
    }
}
