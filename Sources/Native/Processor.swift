import Foundation

/// What processor this is. Code compiled for one must not be taken from a shared cache by another.
enum Processor {
    static let name: String = {
        guard let text = try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8) else { return "unknown" }
        let lines = text.split(separator: "\n")
        let wanted = ["model name", "flags", "Features"]
        return wanted.compactMap { key in lines.first { $0.hasPrefix(key) }.map(String.init) }.joined(separator: "\n")
    }()
}
