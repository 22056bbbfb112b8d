/// The points of each item.
extension HScore {
    /// The score, or the range that the unknown items leave open.
    public func assess() throws(ImpossibleValue) -> ScaleVerdict<Points> {
        try check()
        var count = PointCount()
        count.add("immunosuppression", isPresent: immunosuppression, points: 18)
        count.add("temperature", temperature, "°C", most: 49) { $0 > 39.4 ? 49 : $0 >= 38.4 ? 33 : 0 }
        organs(&count)
        cytopenias(&count)
        count.add("ferritin", ferritin, "ng/mL", most: 50) { $0 > 6000 ? 50 : $0 >= 2000 ? 35 : 0 }
        count.add("triglycerides", triglycerides, "mmol/L", most: 64) { $0 > 4 ? 64 : $0 >= 1.5 ? 44 : 0 }
        count.add("fibrinogen", fibrinogen, "g/L", most: 30) { $0 <= 2.5 ? 30 : 0 }
        count.add("aspartate aminotransferase", ast, "U/L", most: 19) { $0 >= 30 ? 19 : 0 }
        count.add("haemophagocytosis in marrow", isPresent: haemophagocytosis, points: 35)
        return ScaleVerdict(
            lowest: Points(counted: count.lowest), highest: Points(counted: count.highest), findings: count.findings,
            unknown: count.unknown, source: Self.source)
    }

    private func check() throws(ImpossibleValue) {
        try ImpossibleValue.check("temperature", temperature, 25...45, "Cel")
        try ImpossibleValue.check(.haemoglobin, haemoglobin)
        try ImpossibleValue.check("white cells", whiteCells, 0...1000, "10*9/L")
        try ImpossibleValue.check(.platelets, platelets)
        try ImpossibleValue.check(.ferritin, ferritin)
        // Beyond these it is mg/dL.
        try ImpossibleValue.check("triglycerides", triglycerides, 0...100, "mmol/L")
        try ImpossibleValue.check("fibrinogen", fibrinogen, 0...20, "g/L")
        try ImpossibleValue.check(notNegative: "aspartate aminotransferase", ast, "U/L")
    }

    /// Neither 0, liver or spleen 23, both 38.
    private func organs(_ count: inout PointCount) {
        let points = [0, 23, 38]
        let signs = [("liver", hepatomegaly), ("spleen", splenomegaly)]
        let enlarged = signs.filter { $0.1 == true }.count
        let open = signs.filter { $0.1 == nil }
        if !open.isEmpty {
            count.open(
                "size of \(open.map(\.0).joined(separator: " and "))", points[enlarged]...points[enlarged + open.count])
        } else {
            count.add("enlarged organs (liver, spleen)", enlarged, most: 38, words: { "\($0)" }, points: { points[$0] })
        }
    }

    /// Haemoglobin 9.2 g/dL or less, white cells 5 or less, platelets 110 10*9/L or less: up to one 0, two 24, three 34.
    private func cytopenias(_ count: inout PointCount) {
        let points = [0, 0, 24, 34]
        let lines = [
            ("haemoglobin", haemoglobin.map { $0 <= 9.2 }), ("white cells", whiteCells.map { $0 <= 5 }),
            ("platelets", platelets.map { $0 <= 110 }),
        ]
        let low = lines.filter { $0.1 == true }.map(\.0)
        let open = lines.filter { $0.1 == nil }.map(\.0)
        let words = low.isEmpty ? "none" : low.joined(separator: ", ")
        if !open.isEmpty {
            count.note("cytopenias so far: \(words)")
            count.open(
                "cytopenia of \(open.joined(separator: " and "))", points[low.count]...points[low.count + open.count])
        } else {
            count.add("cytopenias", low.count, most: 34, words: { _ in words }, points: { points[$0] })
        }
    }
}
