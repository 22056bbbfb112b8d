import Care
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Service

@Suite("Hostile and clumsy requests")
struct HostileTests {
    /// Texts that would do harm where a text is taken for something else.
    static let injections = [
        "'; DROP TABLE accounts; --", "\" OR 1=1 --", "1); DELETE FROM training_entries;--",
        "{{#accounts}}{{password}}{{/accounts}}",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "../../../../etc/passwd",
        "..%2f..%2fetc%2fpasswd",
        "a\r\nSet-Cookie: livingdrug=x", "a%0d%0aSet-Cookie:%20x=y", "${jndi:ldap://x}", "\u{202e}evil", "%00",
        "x'||(SELECT 1)||'",
    ]

    @Test("injection strings do nothing in any text field of the interface", arguments: injections)
    func fields(_ text: String) async throws {
        let centre = try await TestCentre { $0.signInLimit = RequestLimit(burst: 1_000, perSecond: 10) }
        try await centre.run { browser in
            let wrong = try await browser.send(
                .post, "/api/v1/session", ["name": .string(text), "password": .string(text)])
            #expect([401, 422].contains(wrong.status.code))
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            let segment = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            for path in [
                "/api/v1/journals/", "/fhir/Bundle/", "/api/v1/trials/", "/patients/", "/evidence/", "/models/",
            ] {
                let answer = try await physician.get("\(path)\(segment)")
                #expect([403, 404, 422].contains(answer.status.code), "\(path): \(answer.status)")
                #expect(!answer.text.contains("<script>") && !answer.text.contains("<img src"), "\(path)")
                #expect(answer.headers[.setCookie] == nil)
            }
            for query in ["after", "limit", "at", "before", "nonsense"] {
                let answer = try await physician.get("/api/v1/journals?\(query)=\(segment)")
                #expect([200, 422].contains(answer.status.code), "\(query): \(answer.status)")
            }
            var opening = TestEntries.opening(text)
            if case .object(var body) = opening, case .object(var referral)? = body["referral"] {
                referral["disease"] = .string(text)
                body["referral"] = .object(referral)
                body["therapy"] = "T-2"
                opening = .object(body)
            }
            let opened = try await physician.send(.post, "/api/v1/journals", opening)
            #expect([201, 422].contains(opened.status.code), "\(opened.text)")
            let named = try await physician.send(.post, "/api/v1/journals", TestEntries.opening(text))
            #expect(named.status == .unprocessableContent, "no identifier of a therapy")
            for page in ["/patients/T-1", "/patients/T-2", "/"] {
                let html = try await physician.get(page)
                #expect(!html.text.contains("<script>alert") && !html.text.contains("<img src=x"), "\(page)")
            }
            let admin = try await browser.signedIn(.administrator)
            let added = try await admin.send(.post, "/api/v1/users", ["name": .string(text), "role": "nurse"])
            #expect([201, 422].contains(added.status.code))
            #expect(try await admin.get("/api/v1/users").status == .ok, "the table is still there")
            #expect(try await physician.get("/api/v1/journals/T-1").status == .ok)
        }
    }

    @Test("bodies too large, too deep, of another type, or no JSON are refused by name")
    func bodies() async throws {
        try await TestCentre().run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            let path = "/api/v1/journals/T-1/entries"
            func send(_ text: String, _ type: String = "application/json") async throws -> TestResponse {
                try await physician.client.execute(
                    uri: path, method: .post,
                    headers: [.cookie: physician.cookie ?? "", .csrfToken: physician.csrf ?? "", .contentType: type],
                    body: ByteBuffer(string: text))
            }
            #expect(try await send(String(repeating: " ", count: 1_100_000)).status == .contentTooLarge)
            let deep = String(repeating: "[", count: 40_000)
            #expect(try await send(deep).problem == "bad-request")
            #expect(try await send("{").problem == "bad-request")
            #expect(try await send("").problem == "bad-request")
            #expect(try await send("{}", "text/plain").status == .unsupportedMediaType)
            #expect(try await send("{}").problem == "invalid")
            let long = TestEntries.entry("bridgingGiven", ["regimen": .string(String(repeating: "x", count: 300_000))])
            #expect(try await physician.append("T-1", long).status == .contentTooLarge)
            let twice = try await physician.get("/api/v1/journals?limit=5&limit=6")
            #expect(twice.status == .unprocessableContent)
        }
    }

    @Test("no name, disease or identifier of a patient, and no password, is in the log, the metrics or an error")
    func silence() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("Zqtherapy-77")
            _ = try await physician.append("Zqtherapy-77", TestEntries.vitals())
            let answers = [
                try await physician.append("Zqtherapy-77", TestEntries.entry("vitalsTaken", ["Zqfield": "Zqvalue"])),
                try await physician.append(
                    "Zqtherapy-77", TestEntries.entry("labReported", ["analyte": "Zqvalue", "value": 1])),
                try await physician.get("/api/v1/journals/Zqtherapy-78"),
                try await physician.get("/patients/Zqtherapy-78"), try await physician.get("/Zqnowhere/Zqtherapy-77"),
                try await physician.send(.post, "/fhir/Bundle", ["resourceType": "Zqtype"]),
            ]
            for answer in answers { #expect(!answer.text.contains("Zqvalue") && !answer.text.contains("Zqlymphoma")) }
            _ = try await physician.get("/api/v1/journals/Zqtherapy-77/chart")
            _ = try await physician.get("/patients/Zqtherapy-77")
            let metrics = try await browser.get("/metrics")
            #expect(metrics.text.contains("route=\"/api/v1/journals/{therapy}/chart\""))
            for word in ["Zqtherapy", "Zqlymphoma", "Zqphysician", "Zqvalue", TestCentre.password] {
                #expect(!metrics.text.contains(word), "metrics: \(word)")
                #expect(!centre.lines.all.contains { $0.contains(word) }, "log: \(word)")
            }
            #expect(centre.lines.all.contains { $0.contains("/api/v1/journals/{therapy}/chart") })
        }
    }

    @Test("who read and wrote which chart stands in the record, and nothing changes it")
    func record() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            _ = try await physician.get("/api/v1/journals/T-1/chart")
            _ = try await browser.signedIn(.scientist).get("/api/v1/journals/T-1/chart")
            let quality = try await browser.signedIn(.quality)
            let log = try await quality.get("/api/v1/access-log?therapy=T-1")
            guard case .array(let lines)? = log.json["lines"] else { Issue.record("no lines"); return }
            let seen = lines.compactMap { line in
                "\(line["action"]?.text ?? "") \(line["role"]?.text ?? "") \(line["detail"]?.text ?? "")"
            }
            #expect(seen == ["refused scientist readChart", "read physician readChart", "write physician openJournal"])
        }
        for sql in ["UPDATE access_log SET name = 'x'", "DELETE FROM access_log", "DELETE FROM signatures"] {
            await #expect(throws: (any Error).self, "\(sql)") {
                try await centre.database.write { connection in
                    try connection.execute(
                        "INSERT INTO signatures (centre, realm, at, account, name, role, therapy, entry, event, meaning) VALUES ('c','r',1,1,'n','r','t',1,'e','m')",
                        [])
                    _ = try connection.execute(sql, [])
                }
            }
        }
    }

    @Test("every answer carries the headers that keep a browser from mischief")
    func headers() async throws {
        try await TestCentre().run { browser in
            for path in ["/health", "/sign-in", "/api/v1/openapi.json", "/nowhere", "/api/v1/journals"] {
                let answer = try await browser.get(path)
                let policy = answer.headers[.contentSecurityPolicy] ?? ""
                #expect(policy.contains("default-src 'self'") && !policy.contains("unsafe-inline"), "\(path)")
                #expect(policy.contains("frame-ancestors 'none'"))
                #expect(answer.headers[.xContentTypeOptions] == "nosniff")
                #expect(answer.headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
                #expect(answer.headers[.strictTransportSecurity] == nil)
            }
        }
    }

    @Test(
        "the way on after signing in is one of ours",
        arguments: ["//evil.example", "https://evil.example", "/\\evil", "javascript:x"])
    func openRedirect(_ next: String) {
        #expect(Desk.own(next) == nil)
        #expect(Desk.own("/patients/T-1") == "/patients/T-1")
    }
}
