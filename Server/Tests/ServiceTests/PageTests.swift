import Care
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Service

@Suite("Pages over HTTP")
struct PageTests {
    static func post(_ browser: Browser, _ path: String, _ form: [String: String], csrf: Bool = true) async throws
        -> TestResponse
    {
        var form = form
        if csrf { form["csrf"] = browser.csrf }
        let text = form.map {
            "\($0.key)=\($0.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")"
        }
        .joined(separator: "&")
        return try await browser.client.execute(
            uri: path, method: .post,
            headers: [.cookie: browser.cookie ?? "", .contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: text))
    }

    @Test("a stranger is sent to the door and from there to where they wanted")
    func door() async throws {
        try await TestCentre().run { browser in
            let refused = try await browser.get("/patients/T-1")
            #expect(refused.status == .seeOther && refused.headers[.location] == "/sign-in?next=%2Fpatients%2FT%2D1")
            let page = try await browser.get("/sign-in?next=%2Fpatients%2FT%2D1")
            #expect(page.status == .ok && page.text.contains("name=\"password\""))
            let wrong = try await Self.post(
                browser, "/sign-in", ["name": TestCentre.name(.nurse), "password": "wrong", "next": "/patients/T-1"])
            #expect(
                wrong.status == .unauthorized && wrong.text.contains("wrong") && !wrong.text.contains("value=\"wrong\"")
            )
            let right = try await Self.post(
                browser, "/sign-in",
                ["name": TestCentre.name(.nurse), "password": TestCentre.password, "next": "/patients/T-1"])
            #expect(right.status == .seeOther && right.headers[.location] == "/patients/T-1")
        }
    }

    @Test("every page, for every role: shown by the table, or refused")
    func everyPageAndRole() async throws {
        let centre = try await TestCentre()
        let routes = centre.service.desk.pageRoutes
        try await centre.run { browser in
            try await browser.signedIn(.physician).open("T-1")
            for role in AccountRole.allCases {
                let signedIn = try await browser.signedIn(role)
                for route in routes where route.method == .get && !route.path.hasSuffix("/events") {
                    let path = route.path.replacing("{therapy}", with: "T-1").replacing("{trial}", with: "none")
                        .replacing("{index}", with: "0")
                        .replacing("{name}", with: route.path.hasPrefix("/models") ? "body" : "zuma-1")
                    let answer = try await signedIn.get(path)
                    let isAllowed: Bool =
                        if case .needs(let permission) = route.access { permission.isGranted(to: role) } else { true }
                    #expect((answer.status == .forbidden) == !isAllowed, "\(route.name) for \(role): \(answer.status)")
                    #expect(answer.status.code < 500, "\(route.name) for \(role)")
                    if answer.status == .ok { #expect(answer.text.contains("<"), "\(route.name)") }
                }
            }
        }
    }

    @Test("a form without the session's secret is refused, on every page")
    func crossSite() async throws {
        let centre = try await TestCentre()
        let routes = centre.service.desk.pageRoutes.filter { $0.method.isUnsafe && $0.access != .anybody }
        #expect(routes.count > 10)
        try await centre.run { browser in
            for role in AccountRole.allCases {
                let signedIn = try await browser.signedIn(role)
                for route in routes {
                    if case .needs(let permission) = route.access, !permission.isGranted(to: role) { continue }
                    let path = route.path.replacing("{therapy}", with: "T-1").replacing("{trial}", with: "none")
                    let answer = try await Self.post(signedIn, path, ["action": "make"], csrf: false)
                    #expect(answer.status == .forbidden, "\(route.name) for \(role): \(answer.status)")
                }
            }
        }
    }

    @Test("vital signs typed into the chart are written; what is wrong comes back beside its field")
    func vitals() async throws {
        try await TestCentre().run { browser in
            try await browser.signedIn(.physician).open("T-1")
            let nurse = try await browser.signedIn(.nurse)
            let wrong = try await Self.post(nurse, "/patients/T-1/vitals", ["temperature": "101.3"])
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("101.3"))
            let right = try await Self.post(nurse, "/patients/T-1/vitals", ["temperature": "38.6", "spo2": "97"])
            #expect(right.status == .seeOther, "\(right.text.prefix(300))")
            #expect(try await nurse.get("/api/v1/journals/T-1").text.split(separator: "\n").count == 3)
            #expect(try await nurse.get("/patients/T-1/panel").status == .ok)
        }
    }

    @Test("an account is made on its page, and its one-time password shown once")
    func users() async throws {
        try await TestCentre().run { browser in
            let admin = try await browser.signedIn(.administrator)
            let made = try await Self.post(
                admin, "/admin/users", ["action": "make", "name": "castro", "fullName": "Ana Castro", "role": "nurse"])
            #expect(made.status == .ok)
            let words = made.text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
            let password = try #require(words.first { $0.count == 23 && $0.filter { $0 == "-" }.count == 3 })
            _ = try await browser.signedIn("castro", password: String(password))
            #expect(try await !admin.get("/admin/users").text.contains(password))
        }
    }
}
