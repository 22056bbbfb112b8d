import Catalogue
import Testing

/// A small deterministic generator (SplitMix64), so that a failing case can be run again.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("Whatever is in a file, reading it gives a value or faults with lines")
struct MutationTests {
    @Test("Truncated files", arguments: 0..<60)
    func truncated(seed: UInt64) throws {
        var random = SplitMix(state: seed)
        let text = try shippedText("Evidence/studies/zuma-1.yaml")
        let cut = String(text.unicodeScalars.prefix(Int.random(in: 0..<text.unicodeScalars.count, using: &random)))
        try readsOrTellsLines(cut)
    }

    @Test("Files with random edits", arguments: 0..<120)
    func edited(seed: UInt64) throws {
        var random = SplitMix(state: seed &* 7919)
        var scalars = Array(try shippedText("Evidence/studies/zuma-1.yaml").unicodeScalars)
        let inserts: [Unicode.Scalar] = [
            "{", "}", "[", "]", ":", "-", "\n", " ", "\"", "&", "*", "!", "0", "é", "\t", "\u{0}", "\u{7F}",
        ]
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0..<scalars.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: scalars.remove(at: place)
            case 1: scalars.insert(inserts.randomElement(using: &random) ?? " ", at: place)
            default: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &random))
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        try readsOrTellsLines(String(text))
    }

    @Test("Files that lack one line", arguments: 0..<60)
    func lineless(seed: UInt64) throws {
        var random = SplitMix(state: seed &* 104_729)
        var lines = try shippedText("Evidence/studies/zuma-1.yaml").split(
            separator: "\n", omittingEmptySubsequences: false)
        lines.remove(at: Int.random(in: 0..<lines.count, using: &random))
        try readsOrTellsLines(lines.joined(separator: "\n"))
    }

    private func readsOrTellsLines(_ text: String) throws {
        let file = "Evidence/studies/zuma-1.yaml"
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
        for fault in try problems({ try Shelf.study(from: text, file: file, products: products, diseases: diseases) }) {
            #expect((1...max(1, lines)).contains(fault.line), "\(fault)")
            #expect(!fault.found.isEmpty && !fault.expected.isEmpty && !fault.remedy.isEmpty, "\(fault)")
        }
    }
}
