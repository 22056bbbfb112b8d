import Care
import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Service

@Suite("Links of the pages")
struct LinkTests {
    /// Paths that a page leads to: links, and the live parts that its module fetches.
    private func paths(in page: String) -> Set<String> {
        var found: Set<String> = []
        for match in page.matches(of: #/(?:href|data-panel|src)="(\/[^"]*)"/#) {
            let text = String(match.1).replacing("&amp;", with: "&")
            found.insert(String(text.prefix { $0 != "#" }))
        }
        return found.subtracting([""])
    }

    @Test(
        "every link that a page shows leads somewhere its reader may go",
        arguments: [AccountRole.physician, .nurse, .scientist, .quality, .administrator])
    func crawl(role: AccountRole) async throws {
        try await TestCentre().run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            _ = try await physician.append("T-1", TestEntries.vitals(39))
            let reader = try await browser.signedIn(role)
            var waiting: Set<String> = ["/"]
            var seen: Set<String> = []
            while let path = waiting.popFirst(), seen.count < 150 {
                seen.insert(path)
                var answer = try await reader.get(path)
                if answer.status == .seeOther, let next = answer.headers[.location] {
                    answer = try await reader.get(next)
                }
                #expect(answer.status == .ok, "\(path): \(answer.status)")
                if answer.headers[.contentType]?.hasPrefix("text/html") == true {
                    waiting.formUnion(paths(in: answer.text).subtracting(seen))
                }
            }
            #expect(seen.count > (role == .administrator ? 5 : 15), "\(seen.count) pages were found")
        }
    }

    @Test("without scripts the board is filtered by its own form, and the live part keeps the span of the plots")
    func queries() async throws {
        try await TestCentre().run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            #expect(try await physician.get("/?q=zqlymphoma").text.contains("/patients/T-1"))
            let none = try await physician.get("/?q=myeloma")
            #expect(none.status == .ok && none.text.contains("Nobody matches"))
            for span in ["days3", "weeks4", "year", "all"] {
                #expect(try await physician.get("/patients/T-1/panel?span=\(span)").status == .ok)
            }
        }
    }
}
