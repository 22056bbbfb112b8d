import Care
import Catalogue
import Testing

/// The label of a shipped product on a day; by default on a day on which all versions are known.
func shippedLabel(_ name: String, _ place: Jurisdiction, on day: String = "2026-11-01") throws -> Label {
    try LabelShelf.book.get().label(of: name, in: place, on: #require(Day(day)))
}

/// The shipped labels, read once for all tests.
enum LabelShelf {
    static let book: Result<LabelBook, any Error> = Result { try #require(shipped).labels() }
    static let western = ["axi-cel", "tisa-cel", "brexu-cel", "liso-cel", "ide-cel", "cilta-cel", "obe-cel"]
    static let withREMS = western.filter { $0 != "obe-cel" }
}

@Suite("Label data: products and handling")
struct LabelDataTests {
    @Test("All seven products of the US and the EU have a label in both; China has five products, India two")
    func coverage() throws {
        let book = try LabelShelf.book.get()
        for name in LabelShelf.western {
            for place in [Jurisdiction.us, .eu] { _ = try shippedLabel(name, place) }
        }
        func names(_ place: Jurisdiction) -> Set<String> {
            Set(book.histories.filter { $0.subject.jurisdiction == place }.map(\.subject.shortName))
        }
        #expect(names(.us) == Set(LabelShelf.western) && names(.eu) == Set(LabelShelf.western))
        #expect(names(.cn) == ["relma-cel", "eque-cel", "zevor-cel", "inati-cel", "axi-cel"])
        #expect(names(.in) == ["tali-cel", "var-cel"])
    }

    @Test("BCMA is the antigen of the myeloma products, CD19 of all others; CD28 drives axi-cel and brexu-cel only")
    func antigens() throws {
        for history in try LabelShelf.book.get().histories {
            let subject = history.subject
            let myeloma = ["ide-cel", "cilta-cel", "eque-cel", "zevor-cel"].contains(subject.shortName)
            #expect(subject.antigen == (myeloma ? .bcma : .cd19), "\(subject.shortName)")
            let cd28 = ["axi-cel", "brexu-cel"].contains(subject.shortName)
            #expect(subject.costimulation == (cd28 ? .cd28 : .fourOneBB), "\(subject.shortName)")
            for indication in history.versions.flatMap({ $0.indications ?? [] }) {
                #expect((indication.disease == .multipleMyeloma) == myeloma, "\(subject.shortName) \(indication.id)")
            }
        }
    }

    @Test(
        "Thawed product: minutes until the infusion must be complete",
        arguments: [
            ("axi-cel", 180.0, Label.Thaw.Origin.thawed), ("brexu-cel", 180, .thawed), ("tisa-cel", 30, .thawed),
            ("liso-cel", 120, .removed), ("ide-cel", 60, .thawStarted), ("cilta-cel", 150, .thawed),
            ("obe-cel", 60, .thawed),
        ])
    func thaw(_ name: String, _ minutes: Double, _ origin: Label.Thaw.Origin) throws {
        for place in [Jurisdiction.us, .eu] {
            let thaw = try #require(try shippedLabel(name, place).thaw)
            #expect(thaw.minutes == minutes && thaw.from == origin && thaw.until == .infusionComplete)
        }
    }

    @Test("Only tisa-cel starts from cells frozen at the site; no product may pass a leukodepleting filter")
    func material() throws {
        for name in LabelShelf.western {
            for place in [Jurisdiction.us, .eu] {
                let label = try shippedLabel(name, place)
                #expect(label.collection?.material == (name == "tisa-cel" ? .frozen : .fresh), "\(name)")
                #expect(label.infusion?.leukodepletingFilterForbidden == true, "\(name)")
                #expect(label.infusion?.confirmBeforeLymphodepletion == true, "\(name)")
            }
        }
    }
}
