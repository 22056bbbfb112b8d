import Care
import Foundation
import Testing

@testable import FHIR

@Suite("The published map")
struct MappingTableTests {
    private static let page = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/fhir.md")

    @Test("every kind of event has one row")
    func rows() {
        #expect(EventMap.all.map(\.type) == EventType.allCases)
    }

    @Test("every field of every payload stands in one element, and no row has a field that no payload has")
    func fields() throws {
        for line in try Lines.samples() {
            let type = try #require(EventType(rawValue: line["type"]?.text ?? ""))
            let row = try #require(EventMap.row(of: type))
            var mapped: [String] = []
            for template in row.templates {
                if case .each(let list) = template.presence {
                    mapped.append(list)
                    let item = line["payload"]?[list]?.items?.first?.members ?? [:]
                    #expect(template.fields.map(\.name).sorted() == item.keys.sorted(), "\(type) \(list)")
                } else {
                    mapped += template.fields.map(\.name)
                }
            }
            let payload = OxygenFields.flattened(line["payload"]?.members ?? [:])
            let extra = mapped.contains("oxygenFlow") && payload["oxygenFlow"] == nil ? ["oxygenFlow"] : []
            #expect(mapped.sorted() == (Array(payload.keys) + extra).sorted(), "\(type)")
        }
    }

    @Test("parts of one event have different names, and identifiers of our own different URIs")
    func names() {
        for row in EventMap.all {
            let parts = row.templates.map { $0.part ?? "" }
            #expect(Set(parts).count == parts.count && parts.first == "", "\(row.type)")
        }
        #expect(Set(LocalSystem.allCases.map(\.uri)).count == LocalSystem.allCases.count)
        for set in CodeSet.all {
            #expect(Set(set.members.map(\.code)).count == set.members.count, "\(set.system)")
        }
    }

    @Test("docs/fhir.md holds the tables as they are; LIVINGDRUG_UPDATE_DOCS=1 writes them")
    func page() throws {
        var text = try String(contentsOf: Self.page, encoding: .utf8)
        for (mark, table) in MappingTable.all {
            let (begin, end) = ("<!-- begin \(mark) -->\n", "<!-- end \(mark) -->")
            let start = try #require(text.range(of: begin)?.upperBound, "\(mark)")
            let stop = try #require(text.range(of: end)?.lowerBound, "\(mark)")
            if ProcessInfo.processInfo.environment["LIVINGDRUG_UPDATE_DOCS"] == "1" {
                text.replaceSubrange(start..<stop, with: table)
            } else {
                #expect(text[start..<stop] == table, "\(mark): run the test with LIVINGDRUG_UPDATE_DOCS=1")
            }
        }
        if ProcessInfo.processInfo.environment["LIVINGDRUG_UPDATE_DOCS"] == "1" {
            try text.write(to: Self.page, atomically: true, encoding: .utf8)
        }
    }
}
