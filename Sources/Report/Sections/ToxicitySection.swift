/// Cytokine release syndrome and neurotoxicity by grade and day.
enum ToxicitySection {
    static func figure(_ figures: TrialFigures) -> Figure {
        let toxicity = figures.toxicity
        let grades = (0...5).map { "Grade \($0)" }
        let rows = toxicity.days.indices.flatMap { day in
            [("CRS", toxicity.crs), ("ICANS", toxicity.icans)].compactMap { name, counts -> [String]? in
                let column = column(counts, day)
                guard !column.isEmpty else { return nil }
                let cells = (0...5).map { $0 < column.count ? "\(column[$0])" : "0" }
                return [Words.number(toxicity.days[day]), name] + cells
            }
        }
        let parts = [phrase("CRS", toxicity.crs, toxicity.days), phrase("ICANS", toxicity.icans, toxicity.days)]
        let said = parts.compactMap { $0 }
        return Figure(
            id: "toxicity", title: "CRS and ICANS by grade and day",
            takeaway: said.isEmpty ? "No toxicity was recorded." : said.joined(separator: "; ") + ".",
            note:
                "Patients with each grade on each day; darker and hatched is worse. Patients without symptoms are not drawn.",
            drawn: !rows.isEmpty, table: Table(head: ["Day", "Toxicity"] + grades, rows: rows))
    }

    private static func column(_ counts: [[Int]], _ day: Int) -> [Int] {
        counts.compactMap { day < $0.count ? $0[day] : nil }
    }

    private static func phrase(_ name: String, _ counts: [[Int]], _ days: [Double]) -> String? {
        let columns = days.indices.map { column(counts, $0) }
        let sick = columns.map { $0.dropFirst().reduce(0, +) }
        guard let most = sick.max(), let day = sick.firstIndex(of: most) else { return nil }
        guard most > 0 else { return "no patient has \(name)" }
        let severe = columns[day].dropFirst(3).reduce(0, +)
        return "\(name) is most frequent on day \(Words.number(days[day])): \(most) of "
            + "\(Words.count(columns[day].reduce(0, +), "patient")), \(severe) of them grade 3 or higher"
    }
}
