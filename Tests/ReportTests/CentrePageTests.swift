import Testing
import Therapy

@testable import Report

/// The page of a centre.
@Suite struct CentrePageTests {
    private func wait(_ label: String) -> CentreFigures.Wait {
        CentreFigures.Wait(label: label, patients: 10, percentiles: [1, 2, 3, 4, 5])
    }

    @Test("a wait is drawn by its percentiles, and a name cannot break out of the page")
    func boxes() {
        let text = CentreDrawing.boxes([wait("<b>x</b>")], title: "Waits", note: "Days.")
        #expect(text.contains("&lt;b&gt;x&lt;/b&gt;") && !text.contains("<b>x"))
        #expect(text.contains("<rect") && text.contains("aria-label=\"Waits\""))
    }

    @Test("bars to the left of zero and to the right are both drawn, with the line of full capacity")
    func bars() {
        let text = CentreDrawing.bars(
            [
                .init(label: "less", value: -1, low: -2, high: 0, text: "−1"),
                .init(label: "more", value: 2, low: nil, high: nil, text: "+2"),
            ], title: "Change", note: "", limit: 1)
        #expect(text.contains("fill=\"#D55E00\" opacity") && text.contains("fill=\"#0072B2\" opacity"))
        #expect(text.contains("stroke=\"#D55E00\""))
        #expect(!text.contains("nan") && !text.contains("width=\"-"))
    }
}
