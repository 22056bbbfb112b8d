/// Known names that a mistyped one may have meant.
enum NearNames {
    /// Longer names are no slips of the pen, and would take long to compare.
    private static let longest = 200

    /// Known names close to `name`, nearest first, at most three. Case, hyphens, underscores, dots and spaces do not
    /// count; one edit in three letters may.
    static func of(_ name: String, among known: some Sequence<String>) -> [String] {
        let wanted = essence(of: name)
        guard !wanted.isEmpty, wanted.count <= longest else { return [] }
        let ranked = known.compactMap { candidate -> (name: String, edits: Int)? in
            let letters = essence(of: candidate)
            let allowed = max(1, max(wanted.count, letters.count) / 3)
            guard abs(wanted.count - letters.count) <= allowed else { return nil }
            let edits = editDistance(wanted, letters)
            return edits <= allowed ? (candidate, edits) : nil
        }
        return ranked.sorted { ($0.edits, $0.name) < ($1.edits, $1.name) }.prefix(3).map(\.name)
    }

    /// A question to end a remedy with, or nothing.
    static func question(_ name: String, among known: some Sequence<String>) -> String {
        let near = of(name, among: known)
        return near.isEmpty ? "" : "Did you mean \(near.joined(separator: " or "))? "
    }

    private static func essence(of name: String) -> [Character] {
        name.lowercased().filter { !"-_ .".contains($0) }
    }

    /// Insertions, deletions and replacements that lead from one to the other (Levenshtein's distance).
    private static func editDistance(_ first: [Character], _ second: [Character]) -> Int {
        var previous = Array(0...second.count)
        for (i, letter) in first.enumerated() {
            var current = [i + 1]
            for (j, other) in second.enumerated() {
                current.append(min(previous[j + 1] + 1, current[j] + 1, previous[j] + (letter == other ? 0 : 1)))
            }
            previous = current
        }
        return previous[second.count]
    }
}
