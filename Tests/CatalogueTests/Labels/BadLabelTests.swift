import Care
import Catalogue
import Foundation
import Testing

@Suite("A label that is wrong is refused with file and line")
struct BadLabelTests {
    func faults(_ text: String, file: String = SampleLabelFile.name) throws -> [CatalogueError.Problem] {
        try problems { try Shelf.label(from: text, file: file) }
    }

    @Test("the sample itself reads, and so does one with a dose on two days")
    func sample() throws {
        #expect(try faults(SampleLabelFile.text) == [])
        let split = try SampleLabelFile.spoilt("- {perKilogram: {target: 2, maximum: 2}, cap: 200}", by: BadLabel.split)
        #expect(try faults(split.text) == [])
    }

    @Test("a fault of the head, the dates or the sections", arguments: BadLabel.head)
    func head(_ bad: BadLabel) throws { try check(bad) }

    @Test("a fault of an indication or a criterion", arguments: BadLabel.eligibility)
    func eligibility(_ bad: BadLabel) throws { try check(bad) }

    @Test("a fault of a number", arguments: BadLabel.numbers)
    func numbers(_ bad: BadLabel) throws { try check(bad) }

    private func check(_ bad: BadLabel) throws {
        let spoilt = try SampleLabelFile.spoilt(bad.passage, by: bad.replacement)
        let faults = try faults(spoilt.text)
        #expect(faults.map(\.field) == bad.fields)
        let fault = try #require(faults.first)
        var line = spoilt.line
        if let at = bad.at {
            let range = try #require(spoilt.text.range(of: at, options: .backwards))
            line = 1 + spoilt.text[..<range.lowerBound].filter { $0 == "\n" }.count
        }
        #expect(fault.line == line, "\(fault)")
        #expect(fault.file == SampleLabelFile.name)
        #expect(!fault.found.isEmpty && !fault.expected.isEmpty && !fault.remedy.isEmpty)
    }

    @Test("a fault in a dose on two days", arguments: BadLabel.splits)
    func split(_ bad: BadLabel) throws {
        let split = BadLabel.split.replacing(bad.passage, with: bad.replacement)
        #expect(split != BadLabel.split)
        let spoilt = try SampleLabelFile.spoilt("- {perKilogram: {target: 2, maximum: 2}, cap: 200}", by: split)
        let fields = try faults(spoilt.text).map(\.field)
        #expect(fields == bad.fields.map { "versions[0].doses[0].split." + $0 })
    }

    @Test("the file's name is the product and the jurisdiction, so that no two files can say the same")
    func name() throws {
        #expect(try faults(SampleLabelFile.text, file: "axi-cel.yaml").map(\.field) == ["subject.product"])
    }

    @Test("whatever is in a label file, reading it gives a history or faults with lines", arguments: 0..<120)
    func mutated(seed: UInt64) throws {
        var random = SplitMix(state: seed &* 6_700_417)
        var lines = SampleLabelFile.text.split(separator: "\n", omittingEmptySubsequences: false)
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let place = Int.random(in: 0..<lines.count, using: &random)
            switch Int.random(in: 0..<3, using: &random) {
            case 0: lines.remove(at: place)
            case 1: lines.swapAt(place, Int.random(in: 0..<lines.count, using: &random))
            default: lines[place] = lines[place].prefix(lines[place].count / 2)
            }
        }
        for fault in try faults(lines.joined(separator: "\n")) {
            #expect((1...lines.count).contains(fault.line), "\(fault)")
            #expect(!fault.found.isEmpty && !fault.expected.isEmpty && !fault.remedy.isEmpty, "\(fault)")
        }
    }
}
