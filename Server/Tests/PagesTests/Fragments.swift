import Care
import Testing

@testable import Pages

@Suite("Fragments as they are written")
struct Fragments {
    @Test("A number's field: label, unit, hint and error hang together by identifiers")
    func field() throws {
        let field = Field(
            name: "temperature", label: "Temperature", kind: .number("decimal"), unit: "°C", hint: "In the ear.",
            isRequired: true)
        let state = FormState(values: ["temperature": "102"], errors: ["temperature": "Too much."])
        let html = try Templates.render("field", field.fields(prefix: "v", state: state, isFocused: true))
        #expect(
            html == """
                <div class="field faulty">
                <label for="v-temperature">Temperature</label>
                <span class="with-unit"><input id="v-temperature" name="temperature" type="text" value="102" \
                inputmode="decimal" aria-describedby="v-temperature-unit v-temperature-hint v-temperature-error" \
                autocomplete="off" required autofocus aria-invalid="true"> \
                <span class="unit" id="v-temperature-unit">°C</span></span>
                <p class="hint" id="v-temperature-hint">In the ear.</p>
                <p class="error" id="v-temperature-error"><strong>Mend:</strong> Too much.</p>
                </div>

                """)
    }

    @Test("A plot has a title, a description of its values, its bands in words, and the same values as a table")
    func plot() throws {
        let plot = Plot(
            id: "t", title: "Temperature", unit: "°C",
            points: [.init(at: Sample.start, value: 36.8), .init(at: Sample.start.advanced(byDays: 1), value: 39.1)],
            bands: [.init(words: "fever: 38.0 or more", range: 38...50, weight: 2)], atLeast: 36...40)
        let fields = PlotDrawing.fields(plot, from: Sample.start, to: Sample.start.advanced(byDays: 1)) { _ in "d 1" }
        let html = try Templates.render("plot", fields)
        #expect(html.contains("<title id=\"t-title\">Temperature, °C</title>"))
        #expect(
            html.contains(
                "<desc id=\"t-desc\">2 values from 36.8 to 39.1 °C; the last 39.1 °C, 2 Mar 2026, 01:00.</desc>"))
        #expect(html.contains("<path class=\"line\" d=\"M46 103L412 43.6\"/>"))
        #expect(html.contains(">fever: 38.0 or more</text>"))
        #expect(html.contains("<td class=\"n\">39.1 °C</td><td>fever: 38.0 or more</td>"))
        #expect(html.contains("<td class=\"n\">36.8 °C</td><td></td>"))
    }

    @Test("Times and numbers as people read them")
    func words() {
        #expect(Words.humane("not before 2026-03-01T10:00:00+01:00") == "not before 1 Mar 2026, 10:00")
        #expect(Words.short(-7) == "−7" && Words.short(0.0123) == "0.0123" && Words.short(12_936) == "12 936")
        #expect(Words.number(38.0) == "38" && Words.number(85.549) == "85.55")
        #expect(Words.spaced("intensiveCare") == "intensive care")
        #expect(Words.away(Sample.start.advanced(byDays: 0.25), from: Sample.start) == "in 6 h")
    }

    @Test("The drawing's data cannot end the element that it stands in")
    func json() throws {
        let html = try TrialRunPage(
            TrialSummaryView(
                id: "1", study: "s", title: "</script><script>alert(1)</script>", patients: 1, seed: 1, policies: ["p"],
                by: "b", at: Sample.start, state: .finished(seconds: 2))
        ).html(in: Sample.frame(realm: .simulated))
        #expect(!html.contains("<script>alert"))
    }

    @Test("Assets carry their content's fingerprint, and every page refers to those that are served")
    func assets() throws {
        let paths = Set(try Assets.all().map(\.path))
        let html = try SignInPage().html(in: Sample.frame(signedIn: false))
        let used = Markup(html).tags.filter { ["link", "script"].contains($0.name) && !$0.isClosing }
            .compactMap { $0["href"] ?? $0["src"] }
        #expect(!used.isEmpty && used.allSatisfy(paths.contains))
        #expect(try Assets.all().allSatisfy { !$0.bytes.isEmpty })
    }
}
