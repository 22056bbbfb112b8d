import Care

/// What stands in the way.
extension ChartPage {
    /// Stops, then warnings, each with what would clear it; each once.
    var stopLines: [String] {
        let all = steps.stops
        let forbidding = all.filter(\.forbids)
        let warnings = all.filter { !$0.forbids }
        return section("Forbidden now", forbidding.map(line))
            + section("Look at", warnings.map(line), silentIfEmpty: true)
            + section(
                "Overridden",
                steps.overridden.map { overridden in
                    "\(overridden.stop.id): \(overridden.by.reason), with "
                        + "\(overridden.by.secondSignature.name) (\(overridden.by.secondSignature.role.rawValue))"
                        + (overridden.entry.map { ", entry \($0)" } ?? "")
                }, silentIfEmpty: true)
    }

    private func line(_ stop: Stop) -> String {
        let against =
            stop.actions.isEmpty ? "" : " [no \(stop.actions.map(\.rawValue).joined(separator: ", "))]"
        let reasons = stop.reasons.map(\.description).joined(separator: "; ")
        let way = stop.override == nil ? "" : " An override is possible."
        return "\(stop.id)\(against): \(reasons). To clear it: \(stop.clearedBy).\(way)"
    }
}
