@testable import Care

/// Labels for tests of the steps: cut down to what the steps read, with the published numbers where a test states them.
enum StepLabels {
    private static func label(
        _ product: String, _ short: String, _ antigen: ProductDefinition.Antigen, disease: Label.Disease,
        in jurisdiction: Jurisdiction = .us
    ) -> (subject: Label.Subject, version: Label.Version) {
        var version = Label.Version(
            version: "2026-01-01", effectiveFrom: Day("2026-01-01")!, status: .approved, changed: "", source: "label",
            flag: .read)
        version.indications = [
            Label.Indication(id: "i", disease: disease, text: "", source: "label", flag: .read)
        ]
        version.washouts = []
        version.collection = Label.Collection(
            material: .fresh, minimumCD3: 0.5, minimumNucleated: 2, minimumLymphocytes: 0.2, expiryHours: 48,
            source: "label, collection", flag: .secondary)
        version.lymphodepletion = [
            Label.Lymphodepletion(
                drugs: [
                    .init(drug: .cyclophosphamide, amount: 300, unit: "mg/m2", doses: 3, days: [-5, -4, -3]),
                    .init(drug: .fludarabine, amount: 30, unit: "mg/m2", doses: 3, days: [-5, -4, -3]),
                ],
                window: .init(earliest: 2, latest: 4, from: .end), repetition: .init(afterDays: 14),
                source: "label, lymphodepletion", flag: .read)
        ]
        version.thaw = Label.Thaw(
            minutes: 150, from: .thawed, until: .infusionComplete, source: "label, thaw", flag: .read)
        version.infusion = Label.Infusion(
            leukodepletingFilterForbidden: true, longestMinutes: 60, confirmBeforeLymphodepletion: true,
            source: "label, infusion", flag: .read)
        version.tocilizumab = Label.TocilizumabOnSite(doses: 2, source: "label, tocilizumab", flag: .read)
        version.release = [
            test(.viability) { ($0.atLeast, $0.unit) = (0.8, "1") },
            test(.carPositive) { ($0.atLeast, $0.unit) = (0.1, "1") },
            test(.vectorCopyNumber) {
                ($0.atMost, $0.unit, $0.denominator) = (5, "{copies}/{cell}", .transducedCell)
            },
            test(.mycoplasma) { $0.result = "negative" },
            test(.sterility) { ($0.result, $0.mayFollow) = ("negative", true) },
        ]
        version.transport = Label.Transport(atMost: -150, unit: "Cel", source: "label, storage", flag: .memory)
        version.monitoring = Label.Monitoring(dailyDays: 7, weeks: 2, source: "label, monitoring", flag: .read)
        version.followUp = Label.FollowUp(years: 15, lifelongMalignancyWatch: true, source: "FDA 2020", flag: .read)
        version.aftercare = []
        let subject = Label.Subject(
            product: product, shortName: short, brand: short.uppercased(), manufacturer: "Maker",
            jurisdiction: jurisdiction, antigen: antigen, costimulation: .fourOneBB)
        return (subject, version)
    }

    static func test(
        _ test: Label.ReleaseTest.Test, _ change: (inout Label.ReleaseTest) -> Void = { _ in }
    ) -> Label.ReleaseTest {
        var made = Label.ReleaseTest(test: test, source: "specification", flag: .secondary)
        change(&made)
        return made
    }

    static func dose(_ bands: [Label.Dose.Band]) -> Label.Dose {
        Label.Dose(bands: bands, source: "label, dose", flag: .read)
    }

    /// Ciltacabtagene autoleucel: 0.5 to 1.0×10⁶/kg, at most 1×10⁸; 2.5 h; 2 to 4 days after lymphodepletion.
    static func cilta(
        in jurisdiction: Jurisdiction = .us, _ change: (inout Label.Version) -> Void = { _ in }
    ) -> Label {
        var made = label("ciltacabtagene-autoleucel", "cilta-cel", .bcma, disease: .multipleMyeloma, in: jurisdiction)
        made.version.doses = [
            dose([.init(perKilogram: .init(minimum: 0.5, target: 0.75, maximum: 1), cap: 100)])
        ]
        change(&made.version)
        return Label(subject: made.subject, version: made.version)
    }

    /// Axicabtagene ciloleucel: 2×10⁶/kg, at most 2×10⁸.
    static let axi: Label = {
        var made = label("axicabtagene-ciloleucel", "axi-cel", .cd19, disease: .largeBCellLymphoma)
        made.version.doses = [dose([.init(perKilogram: .init(target: 2, maximum: 2), cap: 200)])]
        return Label(subject: made.subject, version: made.version)
    }()

    /// Tisagenlecleucel in leukaemia: by weight to 50 kg, flat above; 2 to 14 days after lymphodepletion, again after 28
    /// days if white cells are above 1; left out at 1 or less.
    static let tisa: Label = {
        var made = label("tisagenlecleucel", "tisa-cel", .cd19, disease: .bAcuteLymphoblasticLeukaemia)
        made.version.doses = [
            dose([
                .init(upTo: 50, perKilogram: .init(minimum: 0.2, maximum: 5)),
                .init(above: 50, flat: .init(minimum: 10, maximum: 250)),
            ])
        ]
        made.version.lymphodepletion?[0].window = .init(earliest: 2, latest: 14, from: .end)
        made.version.lymphodepletion?[0].repetition = .init(afterDays: 28, whiteCellsAbove: 1)
        made.version.lymphodepletion?[0].omission = .init(whiteCellsAtMost: 1, withinDays: 7)
        return Label(subject: made.subject, version: made.version)
    }()

    /// Lisocabtagene maraleucel: CD8 first, then CD4.
    static let liso: Label = {
        var made = label("lisocabtagene-maraleucel", "liso-cel", .cd19, disease: .largeBCellLymphoma)
        var liso = dose([.init(flat: .init(minimum: 90, target: 100, maximum: 110))])
        liso.components = [.init(name: "CD8", share: 0.5), .init(name: "CD4", share: 0.5)]
        made.version.doses = [liso]
        return Label(subject: made.subject, version: made.version)
    }()

    /// Obecabtagene autoleucel: 410×10⁶ in blue, orange and red bags, day 1 and day 10 ± 2.
    static let obe: Label = {
        var made = label("obecabtagene-autoleucel", "obe-cel", .cd19, disease: .bAcuteLymphoblasticLeukaemia)
        var obe = dose([.init(flat: .init(target: 410, maximum: 410))])
        obe.bags = [
            .init(cells: 10, colour: "blue"), .init(cells: 100, colour: "orange"), .init(cells: 300, colour: "red"),
        ]
        obe.split = Label.Dose.Split(
            secondDay: 10, toleranceDays: 2, marrowWithinDays: 7,
            rules: [
                .init(blastsUpTo: 20, first: [100], second: [10, 300]),
                .init(blastsAbove: 20, first: [10], second: [100, 300]),
            ], postpone: .init(crs: 2, icans: 1, latestDay: 21), stop: .init(crs: 3, icans: 2))
        made.version.doses = [obe]
        return Label(subject: made.subject, version: made.version)
    }()
}
