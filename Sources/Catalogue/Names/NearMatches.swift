/// Known names that a mistyped one may have meant.
public enum NearMatches {
    /// Known names close to `name`, nearest first, at most three.
    ///
    /// Case, hyphens, underscores and spaces do not count; one edit in three letters may. A name that begins with the
    /// one that was asked for (`cartitude` for `cartitude-1`) is near as well.
    public static func of(_ name: String, among known: some Sequence<String>) -> [String] {
        let wanted = essence(of: name)
        guard !wanted.isEmpty else { return [] }
        let ranked = known.compactMap { candidate -> (name: String, edits: Int)? in
            let letters = essence(of: candidate)
            let edits = editDistance(wanted, letters)
            if edits <= max(1, max(wanted.count, letters.count) / 3) { return (candidate, edits) }
            if wanted.count >= 3, letters.starts(with: wanted) { return (candidate, edits) }
            return nil
        }
        return ranked.sorted { ($0.edits, $0.name) < ($1.edits, $1.name) }.prefix(3).map(\.name)
    }

    /// Letters that count, in lower case.
    private static func essence(of name: String) -> [Character] {
        name.lowercased().filter { !"-_ .".contains($0) }
    }

    /// The number of insertions, deletions, replacements and swaps of neighbours that lead from one to the other
    /// (restricted Damerau-Levenshtein distance).
    static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
        if first.isEmpty || second.isEmpty { return max(first.count, second.count) }
        var beforePrevious = [Int](repeating: 0, count: second.count + 1)
        var previous = Array(0...second.count)
        for i in 1...first.count {
            var current = [i] + [Int](repeating: 0, count: second.count)
            for j in 1...second.count {
                let replacement = previous[j - 1] + (first[i - 1] == second[j - 1] ? 0 : 1)
                current[j] = min(previous[j] + 1, current[j - 1] + 1, replacement)
                if i > 1, j > 1, first[i - 1] == second[j - 2], first[i - 2] == second[j - 1] {
                    current[j] = min(current[j], beforePrevious[j - 2] + 1)
                }
            }
            (beforePrevious, previous) = (previous, current)
        }
        return previous[second.count]
    }
}
