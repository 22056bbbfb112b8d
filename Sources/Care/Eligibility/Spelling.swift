/// Finds the name that a misspelt one was meant to be.
enum Spelling {
    /// A question with the nearest name, or the advice to choose.
    static func remedy(_ name: String, among known: [String]) -> String {
        let near = known.map { (name: $0, distance: distance(name.lowercased(), $0.lowercased())) }
            .min { ($0.distance, $0.name) < ($1.distance, $1.name) }
        guard let near, near.distance <= max(2, name.count / 3) else {
            return "Correct it, or leave it out."
        }
        return "Did you mean \(near.name)?"
    }

    /// Smallest number of letters to insert, remove or replace (Levenshtein).
    private static func distance(_ a: String, _ b: String) -> Int {
        let (one, two) = (Array(a.unicodeScalars.prefix(80)), Array(b.unicodeScalars.prefix(80)))
        var row = Array(0...two.count)
        for (i, letter) in one.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, other) in two.enumerated() {
                let above = row[j + 1]
                row[j + 1] = min(above + 1, row[j] + 1, diagonal + (letter == other ? 0 : 1))
                diagonal = above
            }
        }
        return row[two.count]
    }
}
