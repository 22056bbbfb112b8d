import Glibc

/// Cuts a CSV file into its records without holding more of it than a window.
///
/// A record ends with a line feed outside quotes (RFC 4180), or with the file. A byte order mark is skipped.
final class RecordReader {
    /// One record, without its line end. The bytes are valid until the next one is asked for.
    struct Record {
        /// Its bytes.
        var bytes: UnsafeBufferPointer<UInt8>
        /// The line on which it begins, from 1.
        var line: Int
        /// Whether there is any quote in it.
        var hasQuotes: Bool
    }

    /// A record longer than this is no record, but another sort of file.
    private static let longestRecord = 1 << 26
    private let path: String
    private let descriptor: Int32
    /// The file's size in bytes; 0 for a pipe.
    let size: Int
    /// Bytes of the records returned so far.
    private(set) var consumed = 0
    private var window: UnsafeMutableBufferPointer<UInt8>
    /// The unread part of the window.
    private var (start, end) = (0, 0)
    private var atEnd = false
    private var line = 1

    /// Opens a file.
    init(path: String, window size: Int = 1 << 20) throws(TableError) {
        self.path = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError.reading(path, errno) }
        var status = stat()
        self.size = fstat(descriptor, &status) == 0 ? Int(status.st_size) : 0
        window = .allocate(capacity: size)
    }

    deinit {
        window.deallocate()
        close(descriptor)
    }

    /// The next record, or nil at the end of the file.
    func next() throws(TableError) -> Record? {
        if consumed == 0 { try skipByteOrderMark() }
        var scanned = 0
        var (quotes, hasQuotes, lineFeeds) = (0, false, 0)
        while true {
            if let length = distance(to: UInt8(ascii: "\n"), from: start + scanned) {
                let found = countQuotes(from: start + scanned, count: length)
                quotes += found
                hasQuotes = hasQuotes || found > 0
                lineFeeds += 1
                scanned += length + 1
                if quotes.isMultiple(of: 2) {
                    return take(scanned, terminator: 1, hasQuotes: hasQuotes, lineFeeds: lineFeeds)
                }
            } else if atEnd {
                let rest = end - start
                guard rest > 0 else { return nil }
                hasQuotes = hasQuotes || countQuotes(from: start + scanned, count: rest - scanned) > 0
                return take(rest, terminator: 0, hasQuotes: hasQuotes, lineFeeds: lineFeeds + 1)
            } else {
                let unquoted = end - start - scanned
                let found = countQuotes(from: start + scanned, count: unquoted)
                quotes += found
                hasQuotes = hasQuotes || found > 0
                scanned += unquoted
                try refill()
            }
        }
    }

    /// The record of `length` bytes at the window's start.
    private func take(_ length: Int, terminator: Int, hasQuotes: Bool, lineFeeds: Int) -> Record {
        var count = length - terminator
        if count > 0, window[start + count - 1] == UInt8(ascii: "\r") { count -= 1 }
        let bytes = UnsafeBufferPointer(rebasing: window[start..<(start + count)])
        defer { line += lineFeeds }
        start += length
        consumed += length
        return Record(bytes: bytes, line: line, hasQuotes: hasQuotes)
    }

    /// Bytes from a place in the window to the next `byte`, or nil if there is none.
    private func distance(to byte: UInt8, from place: Int) -> Int? {
        guard place < end, let base = window.baseAddress,
            let found = memchr(base + place, Int32(byte), end - place)
        else { return nil }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base + place)
    }

    private func countQuotes(from place: Int, count: Int) -> Int {
        guard count > 0, let base = window.baseAddress, memchr(base + place, Int32(UInt8(ascii: "\"")), count) != nil
        else { return 0 }
        return window[place..<(place + count)].count { $0 == UInt8(ascii: "\"") }
    }

    private func skipByteOrderMark() throws(TableError) {
        while end - start < 3, !atEnd { try refill() }
        let beginning = window[start..<min(end, start + 3)]
        if beginning.elementsEqual([0xEF, 0xBB, 0xBF]) {
            start += 3
            consumed += 3
        } else if beginning.starts(with: [0xFF, 0xFE]) || beginning.starts(with: [0xFE, 0xFF]) {
            throw TableError(
                .garbage, file: path, line: 1, found: "text in UTF-16", expected: "text in UTF-8",
                remedy: "Save the file as CSV in UTF-8.")
        }
    }

    /// Reads more of the file behind what the window holds; the window grows if one record fills it.
    private func refill() throws(TableError) {
        if start > 0, let base = window.baseAddress {
            memmove(base, base + start, end - start)
            (start, end) = (0, end - start)
        }
        if end == window.count { try grow() }
        guard let base = window.baseAddress else { return }
        while true {
            let count = read(descriptor, base + end, window.count - end)
            if count < 0 {
                if errno == EINTR { continue }
                throw SystemError.reading(path, errno)
            }
            if count == 0 { atEnd = true }
            end += count
            return
        }
    }

    private func grow() throws(TableError) {
        guard window.count < Self.longestRecord else {
            throw TableError(
                .badQuotes, file: path, line: line, found: "a row of more than \(Self.longestRecord >> 20) MiB",
                expected: "a row that ends",
                remedy: "Close the quote that was opened on this line, or check that this is a CSV file.")
        }
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * window.count)
        _ = larger.update(fromContentsOf: window[..<end])
        window.deallocate()
        window = larger
    }
}
