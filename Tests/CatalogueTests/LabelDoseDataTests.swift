import Care
import Catalogue
import Testing

@Suite("Label data: doses")
struct LabelDoseDataTests {
    /// A dose as the label states it, 10*6 cells.
    struct DoseCase: Sendable, CustomTestStringConvertible {
        let (name, place, indication, kilograms): (String, Jurisdiction, String, Double)
        let (minimum, maximum): (Double?, Double)
        var testDescription: String { "\(name) \(place.rawValue) \(indication) at \(kilograms) kg" }
        init(_ n: String, _ p: Jurisdiction, _ i: String, _ kg: Double, _ low: Double?, _ high: Double) {
            (name, place, indication, kilograms, minimum, maximum) = (n, p, i, kg, low, high)
        }
    }

    @Test(
        "Dose by weight, cap and range",
        arguments: [
            DoseCase("axi-cel", .us, "lbcl-2-lines", 80, nil, 160),
            DoseCase("axi-cel", .us, "fl-2-lines", 100, nil, 200),
            DoseCase("axi-cel", .us, "lbcl-first-line-failure", 120, nil, 200),
            DoseCase("axi-cel", .eu, "fl-3-lines", 80, 80, 160),
            DoseCase("axi-cel", .eu, "lbcl-2-lines", 120, 120, 200),
            DoseCase("brexu-cel", .us, "mcl", 120, nil, 200), DoseCase("brexu-cel", .us, "b-all-adult", 80, nil, 80),
            DoseCase("brexu-cel", .us, "b-all-adult", 120, nil, 100),
            DoseCase("brexu-cel", .eu, "b-all-26", 120, 60, 100),
            // Up to and including 50 kg by the kilogram, above it flat.
            DoseCase("tisa-cel", .us, "b-all-young", 20, 4, 100), DoseCase("tisa-cel", .us, "b-all-young", 50, 10, 250),
            DoseCase("tisa-cel", .us, "b-all-young", 50.1, 10, 250),
            DoseCase("tisa-cel", .eu, "b-all-young", 90, 10, 250),
            DoseCase("tisa-cel", .us, "lbcl-2-lines", 90, 60, 600),
            DoseCase("tisa-cel", .us, "fl-2-lines", 40, 60, 600),
            DoseCase("liso-cel", .us, "lbcl-2-lines", 80, 50, 110),
            DoseCase("liso-cel", .us, "mzl-2-lines", 80, 90, 110),
            DoseCase("liso-cel", .us, "lbcl-first-line-failure", 80, 90, 110),
            DoseCase("liso-cel", .eu, "fl-2-lines", 80, 44, 120), DoseCase("ide-cel", .us, "mm-2-lines", 80, 300, 510),
            DoseCase("ide-cel", .eu, "mm-2-lines", 80, 260, 500), DoseCase("cilta-cel", .us, "mm-1-line", 80, 40, 80),
            DoseCase("cilta-cel", .us, "mm-1-line", 110, 55, 100),
            DoseCase("cilta-cel", .eu, "mm-1-line", 100, 50, 100),
            DoseCase("cilta-cel", .eu, "mm-1-line", 130, 50, 100),
            DoseCase("obe-cel", .us, "b-all-adult", 80, nil, 410),
            DoseCase("relma-cel", .cn, "lbcl-2-lines", 80, nil, 150),
            DoseCase("eque-cel", .cn, "mm-3-lines", 60, nil, 60),
            DoseCase("zevor-cel", .cn, "mm-3-lines", 60, nil, 150),
            DoseCase("inati-cel", .cn, "b-all-adult", 60, nil, 50),
        ])
    func doses(_ row: DoseCase) throws {
        let limits = try shippedLabel(row.name, row.place).dose(for: row.indication).limits(weight: row.kilograms)
        #expect(limits.minimum.map { abs($0 - (row.minimum ?? -1)) < 1e-9 } ?? (row.minimum == nil))
        #expect(abs(limits.maximum - row.maximum) < 1e-9)
    }

    @Test("The dose by weight of tisa-cel ends at 50 kg: 40 kg may have 200, 60 kg 250 and not 300 million")
    func tisagenlecleucelBoundary() throws {
        let dose = try shippedLabel("tisa-cel", .us).dose(for: "b-all-young")
        #expect(dose.bands[0].upTo == 50 && dose.bands[0].perKilogram?.maximum == 5)
        #expect(dose.bands[1].above == 50 && dose.bands[1].flat?.maximum == 250)
        #expect(try dose.limits(weight: 40).maximum == 200 && dose.limits(weight: 60).maximum == 250)
        #expect(throws: DoseError.weight(nil)) { try dose.limits(weight: nil) }
    }

    @Test("Ide-cel: 300 to 460 million before 2024-04-04, 300 to 510 from then on (US)")
    func idecabtageneDose() throws {
        func largest(_ day: String, _ id: String) throws -> Double {
            try shippedLabel("ide-cel", .us, on: day).dose(for: id).limits(weight: nil).maximum
        }
        #expect(try largest("2024-04-03", "mm-4-lines") == 460 && largest("2024-04-04", "mm-2-lines") == 510)
    }

    @Test("Liso-cel is given CD8 before CD4, in equal shares, for each indication", arguments: [Jurisdiction.us, .eu])
    func lisocabtageneOrder(_ place: Jurisdiction) throws {
        for version in try #require(
            LabelShelf.book.get().histories.first {
                $0.subject.shortName == "liso-cel" && $0.subject.jurisdiction == place
            }
        ).versions {
            for dose in try #require(version.doses) {
                #expect(dose.components?.map(\.name) == ["CD8", "CD4"] && dose.components?.map(\.share) == [0.5, 0.5])
            }
        }
        #expect(try shippedLabel("axi-cel", place).dose(for: "lbcl-2-lines").components == nil)
    }

    @Test(
        "Obe-cel: bags of 10, 100 and 300 million on day 1 and day 10 (±2), by blasts of up to or over 20 %",
        arguments: [Jurisdiction.us, .eu])
    func obecabtageneSplit(_ place: Jurisdiction) throws {
        let label = try shippedLabel("obe-cel", place)
        let dose = try label.dose(for: #require(label.indications).first?.id ?? "")
        #expect(dose.bags?.map(\.cells) == [10, 100, 300] && dose.bags?.map(\.colour) == ["blue", "orange", "red"])
        let (few, many) = try (dose.splitRule(marrowBlasts: 20), dose.splitRule(marrowBlasts: 20.1))
        #expect(few.first == [100] && few.second == [10, 300] && few.totals.both == 410)
        #expect(many.first == [10] && many.second == [100, 300] && many.totals.both == 410)
        let split = try #require(dose.split)
        #expect(split.secondDays == 8...12 && split.marrowWithinDays == 7)
        #expect(
            split.second(after: .grade1, .none) == .give
                && split.second(after: .grade2, .none) == .postpone(latestDay: 21))
        #expect(split.second(after: .none, .grade1) == .postpone(latestDay: 21))
        #expect(split.second(after: .grade3, .none) == .stop && split.second(after: .none, .grade2) == .stop)
    }
}
