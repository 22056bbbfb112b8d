import Care
import Testing

@Suite("Doses of labels")
struct LabelDoseTests {
    static let axi = #""bands":[{"perKilogram":{"target":2,"maximum":2},"cap":200}]"#
    static let cilta = #""bands":[{"perKilogram":{"minimum":0.5,"target":0.75,"maximum":1},"cap":100}]"#
    static let tisa = #"""
        "bands":[{"upTo":50,"perKilogram":{"minimum":0.2,"maximum":5}},{"above":50,"flat":{"minimum":10,"maximum":250}}]
        """#
    static let ide = #""bands":[{"flat":{"minimum":300,"maximum":510}}]"#
    static let obe = #"""
        "bands":[{"flat":{"target":410,"maximum":410}}],
        "bags":[{"cells":10,"colour":"blue"},{"cells":100,"colour":"orange"},{"cells":300,"colour":"red"}],
        "split":{"secondDay":10,"toleranceDays":2,"marrowWithinDays":7,
         "rules":[{"blastsUpTo":20,"first":[100],"second":[10,300]},{"blastsAbove":20,"first":[10],"second":[100,300]}],
         "postpone":{"crs":2,"icans":1,"latestDay":21},"stop":{"crs":3,"icans":2}}
        """#

    @Test(
        "axi-cel: 2×10⁶ a kilogram, at most 2×10⁸",
        arguments: [(80.0, 160.0), (99.9, 199.8), (100, 200), (100.1, 200), (120, 200)])
    func axi(weight: Double, cells: Double) throws {
        let limits = try SampleLabels.dose(Self.axi).limits(weight: weight)
        #expect(limits.target == cells)
        #expect(limits.maximum == cells)
        #expect(limits.minimum == nil)
    }

    @Test(
        "cilta-cel: 0.5 to 1.0×10⁶ a kilogram, at most 1×10⁸",
        arguments: [(80.0, 40.0, 80.0), (100, 50, 100), (110, 55, 100), (99, 49.5, 99)])
    func cilta(weight: Double, least: Double, most: Double) throws {
        let limits = try SampleLabels.dose(Self.cilta).limits(weight: weight)
        #expect(limits.minimum == least)
        #expect(limits.maximum == most)
    }

    @Test("the least dose never passes the cap: cilta-cel at 250 kg")
    func leastUnderCap() throws {
        let limits = try SampleLabels.dose(Self.cilta).limits(weight: 250)
        #expect(limits.minimum == 100)
        #expect(limits.maximum == 100)
    }

    @Test(
        "a dose on either side of each end, the ends included",
        arguments: [
            (39.999, DoseJudgement.Place.below), (40, .within), (80, .within), (80.001, .above), (0, .below),
            (-1, .below),
            (.nan, .above),
        ])
    func ends(cells: Double, place: DoseJudgement.Place) throws {
        #expect(try SampleLabels.dose(Self.cilta).judge(cells: cells, weight: 80).place == place)
    }

    @Test("cilta-cel 110 kg at 0.75×10⁶ a kilogram is 8.25×10⁷, within; at 1.0 it is capped at 1×10⁸")
    func ciltaHeavy() throws {
        let dose = try SampleLabels.dose(Self.cilta)
        #expect(try dose.limits(weight: 110).target == 82.5)
        #expect(try dose.judge(cells: 100, weight: 110).place == .within)
        #expect(try dose.judge(cells: 110, weight: 110).place == .above)
    }

    @Test("without a stated minimum any cells are enough, but none are not")
    func noMinimum() throws {
        let dose = try SampleLabels.dose(Self.axi)
        #expect(try dose.judge(cells: 1, weight: 80).place == .within)
        #expect(try dose.judge(cells: 0, weight: 80).place == .below)
    }

    @Test("tisa-cel in leukaemia: by kilogram up to and with 50 kg, flat above")
    func tisa() throws {
        let dose = try SampleLabels.dose(Self.tisa)
        let at50 = try dose.limits(weight: 50)
        #expect(at50.minimum == 10)
        #expect(at50.maximum == 250)
        let at49 = try dose.limits(weight: 49)
        #expect(abs(at49.maximum - 245) < 1e-9)
        let above = try dose.limits(weight: 50.001)
        #expect(above.minimum == 10)
        #expect(above.maximum == 250)
        #expect(try dose.judge(cells: 245.1, weight: 49).place == .above)
        #expect(try dose.judge(cells: 245.1, weight: 50.001).place == .within)
    }

    @Test("the last bits of arithmetic do not refuse a dose: 0.2×10⁶ a kilogram at 3 kg is 0.6×10⁶")
    func lastBits() throws {
        #expect(0.2 * 3.0 != 0.6)
        #expect(try SampleLabels.dose(Self.tisa).judge(cells: 0.6, weight: 3).place == .within)
    }

    @Test("a dose by weight without a weight is refused; a flat one needs none")
    func noWeight() throws {
        #expect(throws: DoseError.weight(nil)) { try SampleLabels.dose(Self.axi).limits(weight: nil) }
        #expect(throws: DoseError.weight(nil)) { try SampleLabels.dose(Self.tisa).limits(weight: nil) }
        #expect(try SampleLabels.dose(Self.ide).limits(weight: nil).maximum == 510)
        for weight in [0.0, -80, .infinity, 80_000] {
            #expect(throws: DoseError.weight(weight)) { try SampleLabels.dose(Self.axi).limits(weight: weight) }
        }
        #expect(throws: DoseError.self) { try SampleLabels.dose(Self.ide).limits(weight: .nan) }
    }

    @Test("obe-cel: up to 20 % blasts 100 then 310×10⁶, above 10 then 400×10⁶; always 410 in all")
    func obe() throws {
        let dose = try SampleLabels.dose(Self.obe)
        for (blasts, first, second) in [
            (0.0, 100.0, 310.0), (20, 100, 310), (20.01, 10, 400), (21, 10, 400), (100, 10, 400),
        ] {
            let totals = try dose.splitRule(marrowBlasts: blasts).totals
            #expect(totals.first == first, "\(blasts) %")
            #expect(totals.second == second, "\(blasts) %")
            #expect(totals.both == 410)
        }
        #expect(dose.split?.secondDays == 8...12)
    }

    @Test("obe-cel: unknown or impossible blasts divide nothing")
    func noBlasts() throws {
        let dose = try SampleLabels.dose(Self.obe)
        #expect(throws: DoseError.marrowBlasts(nil)) { try dose.splitRule(marrowBlasts: nil) }
        for blasts in [-0.1, 100.1] {
            #expect(throws: DoseError.marrowBlasts(blasts)) { try dose.splitRule(marrowBlasts: blasts) }
        }
        #expect(throws: DoseError.notSplit) { try SampleLabels.dose(Self.axi).splitRule(marrowBlasts: 5) }
    }

    @Test(
        "obe-cel: toxicity after the first infusion puts the second off or stops it",
        arguments: [
            (CRSGrade.none, ICANSGrade.none, Label.Dose.Split.Second.give), (.grade1, .none, .give),
            (.grade2, .none, .postpone(latestDay: 21)), (.none, .grade1, .postpone(latestDay: 21)),
            (.grade3, .none, .stop), (.grade2, .grade2, .stop), (.none, .grade2, .stop),
            (.grade1, .grade1, .postpone(latestDay: 21)),
        ])
    func second(crs: CRSGrade, icans: ICANSGrade, expected: Label.Dose.Split.Second) throws {
        #expect(try SampleLabels.dose(Self.obe).split?.second(after: crs, icans) == expected)
    }

    @Test("the dose of an indication; for one that has none, an error that names it")
    func byIndication() throws {
        let doses =
            #""doses":[{\#(Self.axi),"indications":["lbcl"],\#(SampleLabels.cited)}],"indications":[\#(SampleLabels.lymphoma)]"#
        let version = try SampleLabels.version(
            "1", from: "2020-01-01", doses + "," + SampleLabels.notKnown(but: [.doses, .indications]))
        let label = try Label.History(subject: SampleLabels.subject(), versions: [version]).label(
            on: Day("2020-01-01")!)
        #expect(try label.dose(for: "lbcl").limits(weight: 80).target == 160)
        #expect(throws: DoseError.noDose(label: "axi-cel/US@1", indication: "fl")) { try label.dose(for: "fl") }
    }
}
