import Catalogue
import Dynamics
import Foundation
import Testing
import Therapy

@Suite("A model's page that is wrong is refused with file, line, field, what was found, what was expected and a remedy")
struct BadModelPageTests {
    static let file = "Models/stein-2019/model.yaml"

    private func faults(_ text: String) throws -> [CatalogueError.Problem] {
        let program = try Program(Model(sbml: shippedText("Models/stein-2019/stein-2019.xml")))
        return try problems { try Shelf.modelPage(from: text, file: Self.file, program: program) }
    }

    @Test("Model page", arguments: BadInput.modelPages)
    func page(_ bad: BadInput) throws {
        let spoilt = try Spoilt(Self.file, replacing: bad.passage, by: bad.replacement)
        let faults = try faults(spoilt.text)
        let fault = try #require(
            faults.first { $0.field == bad.field && $0.expected.contains(bad.expected) }, "got \(faults)")
        #expect(fault.file == Self.file)
        if bad.below > -1000 { #expect(fault.line == spoilt.line + bad.below) } else { #expect(fault.line >= 1) }
        #expect(fault.found.contains(bad.found), "\(fault)")
        #expect(fault.remedy.contains(bad.remedy), "\(fault)")
    }

    @Test("As shipped it has no fault")
    func shippedPage() throws { #expect(try faults(shippedText(Self.file)).isEmpty) }

    @Test("A member or a group that the table does not have")
    func table() throws {
        let file = "Models/kirouac-2023/model.yaml"
        let model = try #require(shipped).publishedModel("kirouac-2023")
        for (passage, replacement, field, remedy) in [
            ("row: CR-1}", "row: CR-13}", "checks[0].over.row", "Did you mean CR-1"),
            ("rows: CR-,", "rows: SD-,", "checks[5].over.rows", "CR-1, CR-2"),
        ] {
            let spoilt = try Spoilt(file, replacing: passage, by: replacement)
            let faults = try problems {
                try Shelf.modelPage(from: spoilt.text, file: file, program: model.program, tables: model.tables)
            }
            let fault = try #require(faults.first { $0.field == field }, "got \(faults)")
            #expect(fault.line == spoilt.line && fault.remedy.contains(remedy), "\(fault)")
        }
    }

    @Test("Random edits give a page or faults with lines", arguments: 0..<80)
    func edited(seed: UInt64) throws {
        var random = SplitMix(state: seed &* 15_485_863)
        var scalars = Array(try shippedText(Self.file).unicodeScalars)
        let inserts: [Unicode.Scalar] = ["{", "}", "[", "]", ":", "-", "\n", " ", "\"", "0", "é", "\t", "\u{0}"]
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            let place = Int.random(in: 0..<scalars.count, using: &random)
            if Bool.random(using: &random) {
                scalars.remove(at: place)
            } else {
                scalars.insert(inserts.randomElement(using: &random) ?? " ", at: place)
            }
        }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars)
        let lines = scalars.count { $0 == "\n" } + 1
        for fault in try faults(String(text)) {
            #expect((1...lines).contains(fault.line), "\(fault)")
            #expect(!fault.found.isEmpty && !fault.expected.isEmpty && !fault.remedy.isEmpty, "\(fault)")
        }
    }
}
