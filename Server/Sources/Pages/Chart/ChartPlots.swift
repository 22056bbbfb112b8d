import Care

/// The plots of a chart: grades, vital signs and laboratory values, with the bands by which they are graded.
enum ChartPlots {
    private static let consensus = "Bands: ASTCT 2019"
    private static let criteria = "Bands: CTCAE v5.0"

    /// Grades and vital signs.
    static func bedside(_ history: ChartHistory) -> [Plot] {
        let drugs: Set<Drug> = [.tocilizumab, .siltuximab, .dexamethasone, .methylprednisolone, .anakinra]
        let doses = history.doses.filter { drugs.contains($0.dose.drug) }
            .map { (name: "\(DrugWords.dose($0.dose)), \(Words.moment($0.at))", at: $0.at) }
        return [
            Plot(
                id: "plot-crs", title: "CRS grade", unit: "", points: history.crs, atLeast: 0...5, isStepped: true,
                doses: doses, note: doses.isEmpty ? nil : "▲ a dose of an anti-cytokine drug or a corticosteroid"),
            Plot(
                id: "plot-icans", title: "ICANS grade", unit: "", points: history.icans, atLeast: 0...5,
                isStepped: true),
            Plot(
                id: "plot-temperature", title: "Temperature", unit: "°C", points: history.temperature,
                bands: [.init(words: "fever: 38.0 or more", range: 38...50, weight: 2)], atLeast: 36...39,
                note: consensus),
            Plot(
                id: "plot-pressure", title: "Mean arterial pressure", unit: "mmHg", points: history.pressure,
                bands: [.init(words: "hypotension: below 65", range: 0...65, weight: 2)], atLeast: 55...95,
                note: "\(consensus); 65 mmHg is the usual limit of adults"),
            Plot(
                id: "plot-saturation", title: "Oxygen saturation", unit: "%", points: history.saturation,
                atLeast: 88...100, note: "CRS is graded by the oxygen that is needed, not by this value"),
            Plot(
                id: "plot-ice", title: "ICE score", unit: "of 10", points: history.ice,
                bands: [
                    .init(words: "grade 1: 7 to 9", range: 6.5...9.5, weight: 1),
                    .init(words: "grade 2: 3 to 6", range: 2.5...6.5, weight: 2),
                    .init(words: "grade 3: 0 to 2", range: 0...2.5, weight: 3),
                ], atLeast: 0...10, note: consensus),
        ].filter { !$0.points.isEmpty }
    }

    /// Laboratory values, those first that decide most.
    static func laboratory(_ history: ChartHistory) -> [Plot] {
        let first: [Analyte] = [.neutrophils, .platelets, .haemoglobin, .crp, .ferritin, .immunoglobulinG, .carT]
        let rest = Analyte.allCases.filter { !first.contains($0) }
        return (first + rest).compactMap { analyte in
            guard let points = history.laboratory[analyte], !points.isEmpty else { return nil }
            let bands = bands(analyte)
            return Plot(
                id: "plot-\(analyte.rawValue)", title: Words.sentence(LaboratoryWords.name(analyte)),
                unit: Words.unit(analyte.unit), points: points, bands: bands, scale: isWide(analyte) ? .log : .linear,
                atLeast: shown(analyte), note: note(analyte))
        }
    }

    private static func isWide(_ analyte: Analyte) -> Bool {
        [.carT, .bCells, .interleukin6, .crp, .ferritin, .interferonGamma, .ldh, .mProtein, .neutrophils, .platelets]
            .contains(analyte)
    }

    private static func note(_ analyte: Analyte) -> String? {
        switch analyte {
        case .neutrophils, .platelets, .lymphocytes, .leukocytes, .haemoglobin: criteria
        case .immunoglobulinG: "Below 4 g/L: EHA/EBMT, ASH; guidelines differ"
        case .ferritin: "10 000 ng/mL: MD Anderson 2018; from memory"
        default: nil
        }
    }

    private static func shown(_ analyte: Analyte) -> ClosedRange<Double>? {
        switch analyte {
        case .neutrophils: 0.1...5
        case .platelets: 10...300
        case .haemoglobin: 7...14
        case .immunoglobulinG: 2...8
        default: nil
        }
    }

    /// CTCAE v5.0 grades by absolute value; the lower limit of normal is the laboratory's own and not drawn.
    private static func bands(_ analyte: Analyte) -> [Plot.Band] {
        func low(_ two: Double, _ three: Double, _ four: Double) -> [Plot.Band] {
            [
                .init(words: "grade 2: below \(Words.number(two))", range: three...two, weight: 2),
                .init(words: "grade 3: below \(Words.number(three))", range: four...three, weight: 3),
                .init(words: "grade 4: below \(Words.number(four))", range: 0...four, weight: 4),
            ]
        }
        switch analyte {
        case .neutrophils: return low(1.5, 1, 0.5)
        case .platelets: return low(75, 50, 25)
        case .lymphocytes: return low(0.8, 0.5, 0.2)
        case .leukocytes: return low(3, 2, 1)
        case .haemoglobin:
            return [
                .init(words: "grade 2: below 10", range: 8...10, weight: 2),
                .init(words: "grade 3: below 8", range: 0...8, weight: 3),
            ]
        case .immunoglobulinG: return [.init(words: "below 4", range: 0...4, weight: 2)]
        case .ferritin: return [.init(words: "10 000 or more", range: 10_000...1e12, weight: 3)]
        default: return []
        }
    }
}
