import Care
import Catalogue
import Testing

@Suite("Label data: lymphodepletion, and what changed when")
struct LabelHistoryDataTests {
    /// A regimen in short: `cyclophosphamide 500x3 -5,-4,-3; fludarabine 30x3 …`.
    func regimen(_ name: String, _ place: Jurisdiction, _ id: String) throws -> (
        drugs: String, entry: Label.Lymphodepletion
    ) {
        let all = try #require(try shippedLabel(name, place).lymphodepletion)
        let entry = try #require(all.first { $0.indications?.contains(id) ?? true })
        let drugs = entry.drugs.sorted { $0.drug.rawValue < $1.drug.rawValue }.map { drug in
            let days = drug.days.map { " " + $0.map(String.init).joined(separator: ",") } ?? ""
            return "\(drug.drug.rawValue) \(Int(drug.amount))x\(drug.doses)\(days)"
        }
        return (drugs.joined(separator: "; "), entry)
    }

    @Test(
        "Lymphodepletion of each product and indication",
        arguments: [
            ("axi-cel", "lbcl-2-lines", "cyclophosphamide 500x3 -5,-4,-3; fludarabine 30x3 -5,-4,-3"),
            ("brexu-cel", "mcl", "cyclophosphamide 500x3 -5,-4,-3; fludarabine 30x3 -5,-4,-3"),
            ("brexu-cel", "b-all-adult", "cyclophosphamide 900x1 -2; fludarabine 25x3 -4,-3,-2"),
            ("tisa-cel", "b-all-young", "cyclophosphamide 500x2; fludarabine 30x4"),
            ("tisa-cel", "lbcl-2-lines", "cyclophosphamide 250x3; fludarabine 25x3"),
            ("tisa-cel", "fl-2-lines", "cyclophosphamide 250x3; fludarabine 25x3"),
            ("liso-cel", "mcl-2-lines", "cyclophosphamide 300x3; fludarabine 30x3"),
            ("ide-cel", "mm-2-lines", "cyclophosphamide 300x3; fludarabine 30x3"),
            ("cilta-cel", "mm-1-line", "cyclophosphamide 300x3; fludarabine 30x3"),
            ("obe-cel", "b-all-adult", "cyclophosphamide 500x2 -6,-5; fludarabine 30x4 -6,-5,-4,-3"),
        ])
    func lymphodepletion(_ name: String, _ id: String, _ drugs: String) throws {
        #expect(try regimen(name, .us, id).drugs == drugs)
    }

    @Test(
        "Days from lymphodepletion to the infusion",
        arguments: [
            ("tisa-cel", Jurisdiction.us, "b-all-young", 2, 14, Label.Lymphodepletion.Window.Origin.end),
            ("tisa-cel", .us, "lbcl-2-lines", 2, 11, .end), ("tisa-cel", .us, "fl-2-lines", 2, 6, .end),
            ("tisa-cel", .eu, "lbcl-2-lines", 2, 14, .end), ("liso-cel", .us, "cll-2-lines", 2, 7, .end),
            ("ide-cel", .eu, "mm-2-lines", 2, 9, .end), ("cilta-cel", .us, "mm-1-line", 2, 4, .end),
            ("cilta-cel", .eu, "mm-1-line", 5, 7, .start), ("brexu-cel", .eu, "mcl-2-lines", 3, 14, .end),
        ])
    func windows(
        _ name: String, _ place: Jurisdiction, _ id: String, _ earliest: Int, _ latest: Int,
        _ origin: Label.Lymphodepletion.Window.Origin
    ) throws {
        let window = try #require(try regimen(name, place, id).entry.window)
        #expect(window.earliest == earliest && window.latest == latest && window.from == origin)
    }

    @Test(
        "Tisa-cel: no lymphodepletion at 1.0×10⁹/L white cells or fewer; again after four weeks if they are above (EU)")
    func tisagenlecleucelExceptions() throws {
        let entry = try regimen("tisa-cel", .eu, "b-all-young").entry
        #expect(entry.omission?.whiteCellsAtMost == 1 && entry.omission?.withinDays == 7)
        #expect(entry.repetition?.afterDays == 28 && entry.repetition?.whiteCellsAbove == 1)
        #expect(
            try regimen("tisa-cel", .us, "lbcl-2-lines").entry.alternatives?.first?.drugs.map(\.drug) == [.bendamustine]
        )
        #expect(try regimen("axi-cel", .us, "lbcl-2-lines").entry.omission == nil)
    }

    @Test(
        "US, 2025-06-26: REMS away, proximity 4 to 2 weeks, driving 8 to 2, daily watch of a week",
        arguments: LabelShelf.withREMS)
    func rems(_ name: String) throws {
        let (before, after) = try (shippedLabel(name, .us, on: "2025-06-25"), shippedLabel(name, .us, on: "2025-06-26"))
        #expect(before.proximity?.weeks == 4 && before.driving?.weeks == 8 && before.certification?.required == true)
        #expect(before.tocilizumab?.doses == 2 && before.monitoring?.weeks == 4)
        #expect(after.proximity?.weeks == 2 && after.driving?.weeks == 2 && after.certification?.required == false)
        #expect(after.tocilizumab?.doses == 0 && after.monitoring?.weeks == 2 && after.monitoring?.dailyDays == 7)
        #expect(after.driving?.flag == .read && after.nameAndVersion == "\(name)/US@2025-06-26")
        #expect(before.followUp?.years == 15 && after.followUp?.years == 15)
    }

    @Test("Obe-cel never had a REMS; as no later change is known, its stricter rules of 2024 stand")
    func obecabtagene() throws {
        let label = try shippedLabel("obe-cel", .us)
        #expect(label.certification?.required == false && label.proximity?.weeks == 4 && label.driving?.weeks == 8)
        #expect(label.proximity?.flag == .memory)
        #expect(throws: LabelLookupError.self) { try shippedLabel("obe-cel", .us, on: "2024-11-07") }
    }

    @Test(
        "EU: four weeks near within two hours, eight without driving, no boxed warnings, traceable for 30 years",
        arguments: LabelShelf.western)
    func europe(_ name: String) throws {
        let label = try shippedLabel(name, .eu)
        #expect(label.proximity?.weeks == 4 && label.proximity?.hours == 2 && label.driving?.weeks == 8)
        #expect(label.boxedWarnings == [] && label.followUp?.traceabilityYears == 30)
        #expect(label.tocilizumab?.doses == 1 && label.tocilizumab?.anotherWithinHours == 8)
        #expect(label.contraindications?.map(\.state) == [.hypersensitivity, .lymphodepletionContraindicated])
    }

    func boxes(_ name: String, on day: String, of words: String) throws -> Bool {
        try #require(try shippedLabel(name, .us, on: day).boxedWarnings).contains { $0.text.contains(words) }
    }

    @Test("Boxed warning of secondary malignancies: on all six from 2024-04-18, on obe-cel from its first day")
    func malignancies() throws {
        let words = "secondary haematological malignancies"
        for name in LabelShelf.withREMS {
            #expect(
                try !boxes(name, on: "2024-04-17", of: words) && boxes(name, on: "2024-04-18", of: words), "\(name)")
            #expect(try boxes(name, on: "2026-11-01", of: words), "\(name)")
        }
        #expect(try boxes("obe-cel", on: "2024-11-08", of: words))
    }

    @Test("Every US label warns in a box of CRS and neurotoxicity; HLH and cytopenia stand on the BCMA products only")
    func boxMatrix() throws {
        let day = "2026-11-01"
        for name in LabelShelf.western {
            let bcma = ["ide-cel", "cilta-cel"].contains(name)
            #expect(try boxes(name, on: day, of: "cytokine release syndrome") && boxes(name, on: day, of: "neurologic"))
            #expect(
                try boxes(name, on: day, of: "haemophagocytic") == bcma && boxes(name, on: day, of: "cytopenia") == bcma
            )
            #expect(try boxes(name, on: day, of: "parkinsonism") == (name == "cilta-cel"))
            #expect(try boxes(name, on: day, of: "enterocolitis") == (name == "cilta-cel"))
        }
        #expect(try !boxes("cilta-cel", on: "2025-10-09", of: "enterocolitis"))
    }
}
