/// Simulated results beside published ones.
enum EndpointSection {
    static func figure(_ figures: TrialFigures) -> Figure {
        let endpoints = figures.endpoints
        let head = ["Endpoint", "Simulated (95 % CI)", "Published (95 % CI)", "n", "Scale", "Evidence", "Source"]
        return Figure(
            id: "endpoints", title: "Simulated beside published", takeaway: takeaway(endpoints),
            note:
                "The chart shows the rates; the table holds every endpoint. Hollow diamonds and the word “unverified” mark "
                + "published figures that nobody has checked against the source yet.",
            drawn: endpoints.contains { $0.unit == "1" }, table: Table(head: head, rows: endpoints.map(row), open: true)
        )
    }

    private static func row(_ endpoint: TrialFigures.Endpoint) -> [String] {
        let simulated = Words.estimate(endpoint.value, endpoint.low, endpoint.high, endpoint.unit)
        guard let other = endpoint.published else { return [endpoint.label, simulated, "–", "", "", "", ""] }
        return [
            endpoint.label, simulated, Words.estimate(other.value, other.low, other.high, endpoint.unit), "\(other.n)",
            other.scale ?? "", (other.verification == "unverified" ? "⚠ " : "") + other.verification,
            [other.source, other.note].compactMap { $0 }.joined(separator: "; "),
        ]
    }

    private static func takeaway(_ endpoints: [TrialFigures.Endpoint]) -> String {
        let compared = endpoints.filter { $0.published != nil && $0.low != nil && $0.high != nil }
        guard !compared.isEmpty else { return "No simulated result has a published one to stand beside." }
        let agreeing = compared.filter(overlaps).count
        let doubtful = compared.filter { $0.published?.verification == "unverified" }.count
        return
            "For \(agreeing) of \(Words.count(compared.count, "endpoint")) the simulated 95 % interval meets the published "
            + "result; \(doubtful) of the published figures \(doubtful == 1 ? "is" : "are") unverified."
    }

    private static func overlaps(_ endpoint: TrialFigures.Endpoint) -> Bool {
        guard let other = endpoint.published, let low = endpoint.low, let high = endpoint.high else { return false }
        return low <= (other.high ?? other.value) && (other.low ?? other.value) <= high
    }
}
