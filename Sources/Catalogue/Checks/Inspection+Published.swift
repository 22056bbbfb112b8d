import Therapy

extension Inspection {
    /// Published results: each with its n, unit and source, and a spread that goes with the value.
    mutating func check(_ published: [PublishedEndpoint], _ path: FieldPath) {
        for (index, result) in published.enumerated() {
            let place = path + index
            require(
                result.endpoint, isOneOf: EndpointName.allCases.map(\.rawValue), place + "endpoint", "an endpoint")
            require(
                !published[..<index].contains { $0.endpoint == result.endpoint }, place + "endpoint",
                "each endpoint once", "Keep the figure to compare with; put the other into its `note`.")
            if let name = EndpointName(rawValue: result.endpoint) { check(result, as: name, place) }
            require(
                (result.low ?? result.value) <= result.value, place + "low", "no more than `value`", "Swap the limits.")
            require(
                (result.high ?? result.value) >= result.value, place + "high", "no less than `value`",
                "Swap the limits.")
            require(
                (result.low == nil) == (result.high == nil), place, "`low` and `high` together",
                found: "one of them", "Write both limits of the interval.")
            require(result.n > 0, place + "n", "more than 0", "Write the number of patients analysed.")
            checkAnalysisSet(result.analysisSet, place + "analysisSet")
            requireText(result.source, place + "source")
        }
    }

    /// Words that say whom a study counts: a misspelt one would be compared with the wrong patients.
    private mutating func checkAnalysisSet(_ words: String, _ path: FieldPath) {
        let known = AnalysisSet.knownBeginnings
        let first = words.split { !$0.isLetter }.first.map(String.init) ?? ""
        let near = NearMatches.of(first, among: known)
        require(
            AnalysisSet(words: words) != nil, path,
            "who counts, in words that begin with one of: \(known.sorted().joined(separator: ", "))",
            found: "'\(words)'",
            near.isEmpty
                ? "Begin with one of them; what the simulation does not tell apart begins with `infused`."
                : "Did you mean \(near.joined(separator: " or "))?")
    }

    private mutating func check(_ result: PublishedEndpoint, as name: EndpointName, _ place: FieldPath) {
        require(unit: result.unit, name.unit, place + "unit")
        for case (let field, let figure?) in [("value", result.value), ("low", result.low), ("high", result.high)] {
            require(
                name.unit == "1" ? (0...1).contains(figure) : figure >= 0, place + field,
                name.unit == "1" ? "a fraction from 0 to 1" : "0 or more", "Write 83 % as 0.83.")
        }
        for case (let field, let pair?) in [("quartiles", result.quartiles), ("range", result.range)] {
            require(
                pair.count == 2 && pair[0] <= result.value && result.value <= pair[1], place + field,
                "two values about `value`", "Write [lower, upper].")
            require(name.unit != "1", place + field, "no spread for a share", "Leave it out: n gives the interval.")
        }
        require((result.geometricCV ?? 1) > 0, place + "geometricCV", "more than 0", "Write 155 % as 1.55.")
    }
}
