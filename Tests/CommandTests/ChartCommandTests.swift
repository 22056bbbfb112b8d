import Foundation
import Testing

/// `livingdrug patient` and `livingdrug chart`: any virtual patient opens as a real one does.
@Suite struct ChartCommandTests {
    @Test func `a patient during CRS: stage, grade with reasons, what is due`() throws {
        let scratch = try Scratch()
        let file = scratch.path("p.ndjson")
        #expect(try Program.run("patient", "zuma-1", "--seed", "1", "--index", "7", "--output", file).code == 0)
        // The first time at which the team wrote down a CRS grade.
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n")
        let graded = try #require(lines.first { $0.contains("\"type\":\"crsGraded\"") })
        let entry = try #require(JSONSerialization.jsonObject(with: Data(graded.utf8)) as? [String: Any])
        let time = try #require(entry["occurredAt"] as? String)
        let page = try Program.run("chart", file, "--at", time)
        #expect(page.code == 0)
        for word in [
            "SIMULATED", "monitoring, day", "CRS", "because: temperature", "ASTCT 2019", "Active orders", "Due",
        ] {
            #expect(page.output.contains(word), "\(word)")
        }
        let json = try Program.run("chart", file, "--at", time, "--json")
        let object = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        let crs = try #require(object["crs"] as? [String: Any])
        #expect((crs["grade"] as? Int ?? 0) >= 1)
        #expect((crs["reasons"] as? [String])?.isEmpty == false)
        #expect((object["due"] as? [Any])?.isEmpty == false)
    }

    @Test func `models lists what ships, shows a model and exports it`() throws {
        #expect(try Program.run("models").output.contains("body"))
        let body = try Program.run("models", "body")
        #expect(body.output.contains("Langenhorst 2019") && body.output.contains("assumed"))
        let scratch = try Scratch()
        #expect(try Program.run("models", "body", "--export", scratch.path("b.xml")).code == 0)
        let shipped = try Data(contentsOf: Program.root.appendingPathComponent("Models/body/body.xml"))
        #expect(try Data(contentsOf: scratch.url.appendingPathComponent("b.xml")) == shipped)
    }
}
