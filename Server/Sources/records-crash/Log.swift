import Foundation

/// What writers said before they were killed.
struct Log {
    struct Acknowledged {
        var key: String
        var therapy: String
        var sequence: Int
        var hash: String
    }
    var acknowledged: [Acknowledged] = []
    /// Keys that were sent and never acknowledged, with their therapies.
    var open: [(key: String, therapy: String)] = []

    init(_ path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var sent: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            switch (words.first, words.count) {
            case ("SEND", 3): sent[words[1]] = words[2]
            case ("ACK", 5):
                guard let sequence = Int(words[3]), words[4].utf8.count == 64 else { continue }
                acknowledged.append(
                    Acknowledged(key: words[1], therapy: words[2], sequence: sequence, hash: words[4]))
            default: continue
            }
        }
        for acknowledgement in acknowledged { sent[acknowledgement.key] = nil }
        open = sent.map { ($0.key, $0.value) }.sorted { $0.0 < $1.0 }
    }
}
