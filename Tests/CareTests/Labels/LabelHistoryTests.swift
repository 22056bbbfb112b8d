import Care
import Testing

@Suite("Labels over time")
struct LabelHistoryTests {
    static let base =
        #""indications":[\#(SampleLabels.lymphoma)],"driving":{"weeks":8,\#(SampleLabels.cited)},"limitationsOfUse":[]"#
    static let first = base + "," + SampleLabels.notKnown(but: [.indications, .driving, .limitationsOfUse])
    static let shortened = #""driving":{"weeks":2,\#(SampleLabels.cited)}"#

    func history(_ versions: [Label.Version]) throws -> Label.History {
        try Label.History(subject: SampleLabels.subject(), versions: versions)
    }

    func faults(_ versions: [Label.Version]) throws -> [HistoryError.Fault] {
        do {
            _ = try history(versions)
            return []
        } catch let error as HistoryError { return error.faults }
    }

    @Test("each day has one version, the one that began last: driving 8 weeks on 2025-06-25, 2 weeks on 2025-06-26")
    func bothSidesOfAChange() throws {
        let history = try history([
            SampleLabels.version("a", from: "2017-10-18", Self.first),
            SampleLabels.version("b", from: "2025-06-26", Self.shortened),
        ])
        let before = try history.label(on: Day("2025-06-25")!)
        #expect(before.driving?.weeks == 8)
        #expect(before.nameAndVersion == "axi-cel/US@a")
        let after = try history.label(on: Day("2025-06-26")!)
        #expect(after.driving?.weeks == 2)
        #expect(after.nameAndVersion == "axi-cel/US@b")
        #expect(after.indications == before.indications, "what a version leaves out is that of the version before")
        #expect(try history.label(on: Day("2017-10-18")!).version.version == "a")
        #expect(
            throws: LabelLookupError.notYet(
                subject: try SampleLabels.subject(), on: Day("2017-10-17")!, first: Day("2017-10-18")!)
        ) {
            try history.label(on: Day("2017-10-17")!)
        }
    }

    @Test("an empty list replaces a full one: the label now states none")
    func emptyReplaces() throws {
        let limitation = SampleLabels.criterion("cns", #""state":"primaryCNSLymphoma""#, effect: "excludes")
        let none = #""limitationsOfUse":[]"#
        let limited = Self.first.replacing(none, with: #""limitationsOfUse":[\#(limitation)]"#)
        let history = try history([
            SampleLabels.version("a", from: "2017-10-18", limited),
            SampleLabels.version("b", from: "2026-02-06", #""limitationsOfUse":[]"#),
        ])
        #expect(try history.label(on: Day("2026-02-05")!).limitationsOfUse?.count == 1)
        #expect(try history.label(on: Day("2026-02-06")!).limitationsOfUse == [])
    }

    @Test("after the last day of the last version there is none")
    func ended() throws {
        let history = try history([SampleLabels.version("a", from: "2017-10-18", until: "2020-12-31", Self.first)])
        #expect(try history.label(on: Day("2020-12-31")!).version.version == "a")
        #expect(
            throws: LabelLookupError.ended(
                subject: try SampleLabels.subject(), on: Day("2021-01-01")!, last: Day("2020-12-31")!)
        ) {
            try history.label(on: Day("2021-01-01")!)
        }
    }

    @Test("versions that overlap, leave a gap, go back, or begin together are refused; adjacent ones are not")
    func datesThatDoNotFollow() throws {
        func pair(_ until: String?, _ next: String) throws -> [String] {
            try faults([
                SampleLabels.version("a", from: "2020-01-01", until: until, Self.first),
                SampleLabels.version("b", from: next, Self.shortened),
            ]).map(\.field)
        }
        #expect(try pair("2020-12-31", "2021-01-01") == [])
        #expect(try pair(nil, "2021-01-01") == [])
        #expect(try pair("2020-12-31", "2020-12-31") == ["effectiveFrom"], "overlap of a day")
        #expect(try pair("2020-12-31", "2021-01-02") == ["effectiveFrom"], "gap of a day")
        #expect(try pair(nil, "2020-01-01") == ["effectiveFrom"], "together")
        #expect(try pair(nil, "2019-12-31") == ["effectiveFrom"], "backwards")
        #expect(try pair("2019-12-31", "2020-01-01").contains("until"), "ends before it begins")
    }

    @Test("one version name twice is refused")
    func sameName() throws {
        let found = try faults([
            SampleLabels.version("a", from: "2020-01-01", Self.first),
            SampleLabels.version("a", from: "2021-01-01", Self.shortened),
        ])
        #expect(found.map(\.field) == ["version"])
        #expect(found.first?.version == 1)
    }

    @Test("a section is written, or stated as none, or listed as not known; silence is refused, for every section")
    func silence() throws {
        for section in Label.Section.allCases where ![.indications, .driving, .limitationsOfUse].contains(section) {
            let silent =
                Self.base + "," + SampleLabels.notKnown(but: [.indications, .driving, .limitationsOfUse, section])
            #expect(
                try faults([SampleLabels.version("a", from: "2020-01-01", silent)]).map(\.field) == [section.rawValue])
        }
        let both = Self.base + "," + SampleLabels.notKnown(but: [.indications, .limitationsOfUse])
        #expect(try faults([SampleLabels.version("a", from: "2020-01-01", both)]).map(\.field) == ["notKnown"])
        #expect(try faults([]).count == 1)
        let noIndication = Self.first.replacing(SampleLabels.lymphoma, with: "")
        #expect(
            try faults([SampleLabels.version("a", from: "2020-01-01", noIndication)]).map(\.field) == ["indications"])
    }

    @Test("every section is inherited when it is left out")
    func everySectionIsInherited() throws {
        let full = try FullVersion.make()
        #expect(full.unknownSections == [])
        let empty = try SampleLabels.version("b", from: "2021-01-01")
        #expect(empty.unknownSections == Label.Section.allCases)
        #expect(empty.inheriting(from: full).unknownSections == [])
        #expect(full.inheriting(from: empty) == full)
    }
}

@Suite("The book of labels")
struct LabelBookTests {
    func book() throws -> LabelBook {
        let version = try SampleLabels.version("a", from: "2020-01-01", LabelHistoryTests.first)
        let gone = try SampleLabels.version("b", from: "2022-01-01", status: "withdrawn")
        return try LabelBook([
            Label.History(subject: SampleLabels.subject(.us), versions: [version]),
            Label.History(subject: SampleLabels.subject(.eu), versions: [version, gone]),
        ])
    }

    @Test(
        "by identifier, short name or brand, whatever the case",
        arguments: ["axicabtagene-ciloleucel", "AXI-CEL", "yescarta"])
    func names(name: String) throws {
        let label = try book().label(of: name, in: .us, on: Day("2021-01-01")!)
        #expect(label.nameAndVersion == "axi-cel/US@a")
        #expect(try book().label(named: label.nameAndVersion) == label)
        #expect(try book().label(named: "axi-cel/US@z") == nil)
    }

    @Test("what cannot be answered is an error that says what there is")
    func errors() throws {
        let book = try book()
        let day = Day("2021-01-01")!
        #expect(throws: LabelLookupError.unknownProduct("kymriah", known: ["axi-cel"])) {
            try book.label(of: "kymriah", in: .us, on: day)
        }
        #expect(throws: LabelLookupError.noLabel("axi-cel", in: .cn, known: [.eu, .us])) {
            try book.label(of: "axi-cel", in: .cn, on: day)
        }
        #expect(throws: LabelLookupError.twice(try SampleLabels.subject(.us))) {
            try LabelBook([book.histories[1], book.histories[1]])
        }
    }

    @Test("a withdrawn product is not among those of the jurisdiction, and is off label when asked for by name")
    func withdrawn() throws {
        let book = try book()
        #expect(book.labels(in: .eu, on: Day("2021-12-31")!).count == 1)
        #expect(book.labels(in: .eu, on: Day("2022-01-01")!).isEmpty)
        let label = try book.label(of: "axi-cel", in: .eu, on: Day("2022-01-01")!)
        let result = label.assess(Candidate(.largeBCellLymphoma), on: Day("2022-01-01")!)
        guard case .offLabel(let reasons) = result.verdict else { return #expect(Bool(false), "\(result.verdict)") }
        #expect(reasons.map(\.kind) == [.approval])
    }
}
