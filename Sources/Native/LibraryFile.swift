import Foundation

/// A shared library as a file.
enum LibraryFile {
    /// Whether the file is as long as its own header says: in the ELF format the table of sections comes last.
    /// A file of another format is taken as it is.
    static func isWhole(_ url: URL) -> Bool {
        guard let data = try? Data(contentsOf: url, options: .alwaysMapped), data.count >= 64 else { return false }
        guard data.starts(with: [0x7F, 0x45, 0x4C, 0x46, 2, 1]) else { return !data.starts(with: [0, 0, 0, 0]) }
        func number(_ offset: Int, _ bytes: Int) -> UInt64 {
            (0..<bytes).reduce(0) { $0 | UInt64(data[data.startIndex + offset + $1]) << UInt64(8 * $1) }
        }
        let (table, entry, count) = (number(0x28, 8), number(0x3A, 2), number(0x3C, 2))
        return table > 0 && table < UInt64(data.count) && table + entry * count <= UInt64(data.count)
    }
}
