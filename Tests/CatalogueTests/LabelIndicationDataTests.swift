import Care
import Catalogue
import Testing

@Suite("Label data: indications over time")
struct LabelIndicationDataTests {
    /// An indication and the first day on which a label has it.
    struct Approval: Sendable, CustomTestStringConvertible {
        let (name, place, id, day): (String, Jurisdiction, String, String)
        var testDescription: String { "\(name) \(place.rawValue) \(id) from \(day)" }
        init(_ name: String, _ place: Jurisdiction, _ id: String, _ day: String) {
            (self.name, self.place, self.id, self.day) = (name, place, id, day)
        }
    }

    static let approvals = [
        Approval("axi-cel", .us, "lbcl-2-lines", "2017-10-18"), Approval("axi-cel", .us, "fl-2-lines", "2021-03-05"),
        Approval("axi-cel", .us, "lbcl-first-line-failure", "2022-04-01"),
        Approval("tisa-cel", .us, "b-all-young", "2017-08-30"), Approval("tisa-cel", .us, "lbcl-2-lines", "2018-05-01"),
        Approval("tisa-cel", .us, "fl-2-lines", "2022-05-27"), Approval("brexu-cel", .us, "mcl", "2020-07-24"),
        Approval("brexu-cel", .us, "b-all-adult", "2021-10-01"),
        Approval("liso-cel", .us, "lbcl-2-lines", "2021-02-05"),
        Approval("liso-cel", .us, "lbcl-first-line-failure", "2022-06-24"),
        Approval("liso-cel", .us, "lbcl-transplant-ineligible", "2022-06-24"),
        Approval("liso-cel", .us, "cll-2-lines", "2024-03-14"), Approval("liso-cel", .us, "fl-2-lines", "2024-05-15"),
        Approval("liso-cel", .us, "mcl-2-lines", "2024-05-30"), Approval("liso-cel", .us, "mzl-2-lines", "2025-12-04"),
        Approval("ide-cel", .us, "mm-4-lines", "2021-03-26"), Approval("ide-cel", .us, "mm-2-lines", "2024-04-04"),
        Approval("cilta-cel", .us, "mm-4-lines", "2022-02-28"), Approval("cilta-cel", .us, "mm-1-line", "2024-04-05"),
        Approval("obe-cel", .us, "b-all-adult", "2024-11-08"), Approval("axi-cel", .eu, "lbcl-2-lines", "2018-08-23"),
        Approval("axi-cel", .eu, "fl-3-lines", "2022-06-21"),
        Approval("axi-cel", .eu, "lbcl-first-line-failure", "2022-10-17"),
        Approval("tisa-cel", .eu, "b-all-young", "2018-08-22"), Approval("tisa-cel", .eu, "fl-2-lines", "2022-04-29"),
        Approval("brexu-cel", .eu, "mcl-2-lines", "2020-12-14"), Approval("brexu-cel", .eu, "b-all-26", "2022-09-08"),
        Approval("liso-cel", .eu, "lbcl-2-lines", "2022-04-04"),
        Approval("liso-cel", .eu, "lbcl-first-line-failure", "2023-05-02"),
        Approval("liso-cel", .eu, "fl-2-lines", "2025-03-14"), Approval("liso-cel", .eu, "mcl-2-lines", "2025-11-25"),
        Approval("ide-cel", .eu, "mm-3-lines", "2021-08-18"), Approval("ide-cel", .eu, "mm-2-lines", "2024-03-21"),
        Approval("cilta-cel", .eu, "mm-3-lines", "2022-05-25"), Approval("cilta-cel", .eu, "mm-1-line", "2024-04-19"),
        Approval("obe-cel", .eu, "b-all-26", "2025-07-21"), Approval("relma-cel", .cn, "lbcl-2-lines", "2021-09-01"),
        Approval("relma-cel", .cn, "fl-2-lines", "2022-10-10"), Approval("relma-cel", .cn, "mcl-2-lines", "2024-08-27"),
        Approval("eque-cel", .cn, "mm-3-lines", "2023-06-30"), Approval("inati-cel", .cn, "b-all-adult", "2023-11-07"),
        Approval("zevor-cel", .cn, "mm-3-lines", "2024-02-23"), Approval("axi-cel", .cn, "lbcl-2-lines", "2021-06-22"),
        Approval("tali-cel", .in, "b-all", "2023-10-12"), Approval("var-cel", .in, "fl", "2025-01-20"),
    ]

    func has(_ approval: Approval, on day: Day) throws -> Bool {
        do {
            let label = try LabelShelf.book.get().label(of: approval.name, in: approval.place, on: day)
            return label.indications?.contains { $0.id == approval.id } ?? false
        } catch LabelLookupError.notYet {
            return false
        }
    }

    @Test("An indication stands on the label from its first day, and not the day before", arguments: approvals)
    func firstDay(_ approval: Approval) throws {
        let day = try #require(Day(approval.day))
        #expect(try !has(approval, on: day.advanced(by: -1)) && has(approval, on: day))
    }

    func indication(_ name: String, _ place: Jurisdiction, _ id: String) throws -> Label.Indication {
        try #require(try shippedLabel(name, place).indications?.first { $0.id == id })
    }

    @Test(
        "Ages: tisa-cel to 25 years in leukaemia; brexu-cel and obe-cel from 18 in the US, from 26 in the EU; tali-cel 15"
    )
    func ages() throws {
        #expect(try indication("tisa-cel", .us, "b-all-young").maximumAge == 25)
        #expect(try indication("tisa-cel", .eu, "b-all-young").maximumAge == 25)
        #expect(try indication("tisa-cel", .us, "b-all-young").minimumAge == nil)
        #expect(try indication("tisa-cel", .us, "lbcl-2-lines").minimumAge == 18)
        for name in ["brexu-cel", "obe-cel"] {
            #expect(try indication(name, .us, "b-all-adult").minimumAge == 18)
            #expect(try indication(name, .eu, "b-all-26").minimumAge == 26)
        }
        #expect(try indication("tali-cel", .in, "b-all").minimumAge == 15)
    }

    @Test(
        "Lines and classes before: follicular lymphoma two (US) or three (EU) before axi-cel; myeloma by its three classes"
    )
    func lines() throws {
        #expect(try indication("axi-cel", .us, "fl-2-lines").minimumPriorLines == 2)
        #expect(try indication("axi-cel", .eu, "fl-3-lines").minimumPriorLines == 3)
        let triple: Set<Label.TherapyClass> = [.immunomodulator, .proteasomeInhibitor, .antiCD38]
        for place in [Jurisdiction.us, .eu] {
            let idecabtagene = try indication("ide-cel", place, "mm-2-lines")
            #expect(idecabtagene.minimumPriorLines == 2 && Set(idecabtagene.priorClasses ?? []) == triple)
            let ciltacabtagene = try indication("cilta-cel", place, "mm-1-line")
            #expect(ciltacabtagene.minimumPriorLines == 1)
            #expect(Set(ciltacabtagene.priorClasses ?? []) == [.immunomodulator, .proteasomeInhibitor])
            #expect(ciltacabtagene.allOf?.contains { $0.state == .lenalidomideRefractory } == true)
        }
        #expect(try indication("liso-cel", .us, "cll-2-lines").priorClasses == [.btkInhibitor, .bcl2Inhibitor])
        #expect(try indication("brexu-cel", .eu, "mcl-2-lines").priorClasses == [.btkInhibitor])
        #expect(try indication("brexu-cel", .us, "mcl").priorClasses == nil)
    }

    @Test("Failure of the first line is refractory disease or relapse within twelve months")
    func firstLineFailure() throws {
        for (name, place) in [("axi-cel", Jurisdiction.us), ("axi-cel", .eu), ("liso-cel", .us), ("liso-cel", .eu)] {
            let states = try #require(try indication(name, place, "lbcl-first-line-failure").anyOf)
            #expect(states.map(\.state) == [.refractoryToFirstLine, .relapseAfterFirstLine], "\(name)")
            #expect(states.map(\.withinMonths) == [nil, 12], "\(name)")
        }
        let states = try #require(try indication("relma-cel", .cn, "fl-2-lines").anyOf)
        #expect(states.map(\.state) == [.refractory, .relapseAfterLastLine] && states[1].withinMonths == 24)
    }

    @Test(
        "Primary lymphoma of the central nervous system: left out by axi-cel (US) until 2026-02-05, by the others still"
    )
    func primaryCNS() throws {
        func leftOut(_ name: String, _ day: String) throws -> Bool {
            try #require(try shippedLabel(name, .us, on: day).limitationsOfUse).contains {
                $0.state == .primaryCNSLymphoma
            }
        }
        #expect(try leftOut("axi-cel", "2026-02-05") && !leftOut("axi-cel", "2026-02-06"))
        #expect(try leftOut("tisa-cel", "2026-11-01") && leftOut("liso-cel", "2026-11-01"))
        #expect(try indication("axi-cel", .us, "lbcl-2-lines").subtypes?.contains(.primaryCNS) == true)
    }

    @Test("Where no label was read (China, India), thaw, proximity and driving are unknown, and said to be")
    func unknown() throws {
        for history in try LabelShelf.book.get().histories where [.cn, .in].contains(history.subject.jurisdiction) {
            for section in [Label.Section.thaw, .proximity, .driving, .boxedWarnings, .contraindications] {
                #expect(history.versions[0].notKnown?.contains(section) == true, "\(history.subject.shortName)")
                #expect(history.versions.last?.unknownSections.contains(section) == true)
            }
        }
    }
}
