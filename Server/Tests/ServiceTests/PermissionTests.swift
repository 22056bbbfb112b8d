import Care
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Service

@Suite("Who may do what")
struct PermissionTests {
    /// A request of each route that is let through where its route lets somebody in; what it answers then is not asked.
    private static func path(_ route: Service.Route) -> String {
        route.path.replacing("{therapy}", with: "T-1").replacing("{trial}", with: "none")
            .replacing("{account}", with: "9999").replacing("{token}", with: "none").replacing("{index}", with: "0")
    }

    private static let guarding: Set<String> = [
        "sign-in-needed", "forbidden", "csrf", "password-change-needed",
    ]

    @Test("every route, for every role: let in by the table, or refused; and nobody without signing in")
    func everyRouteAndRole() async throws {
        let centre = try await TestCentre()
        let routes = centre.service.desk.allRoutes
        #expect(routes.count > 45)
        try await centre.run { browser in
            try await browser.signedIn(.physician).open("T-1")
            for route in routes where route.name != "signOut" && route.name != "watchJournal" {
                let path = Self.path(route)
                let stranger = try await browser.send(route.method, path)
                #expect(
                    (stranger.status == .unauthorized) == (route.access != .anybody && route.name != "signIn"),
                    "\(route.name)")
            }
            for role in AccountRole.allCases {
                let signedIn = try await browser.signedIn(role)
                for route in routes where !["signOut", "watchJournal", "signIn"].contains(route.name) {
                    let answer = try await signedIn.send(route.method, Self.path(route))
                    let isRefused = Self.guarding.contains(answer.problem)
                    let isAllowed: Bool =
                        switch route.access {
                        case .anybody, .signedIn: true
                        case .needs(let permission): Permission.table[permission]?.contains(role) ?? false
                        }
                    #expect(isRefused == !isAllowed, "\(route.name) for \(role): \(answer.status) \(answer.problem)")
                    #expect(answer.status.code != 500, "\(route.name) for \(role): \(answer.text)")
                    let documented = Set(route.answers.map(\.status.code) + route.allProblems.map(\.status.code))
                    #expect(
                        documented.contains(answer.status.code), "\(route.name) answers \(answer.status) undocumented")
                }
            }
        }
    }

    @Test("the table names every permission; an administrator sees no patient, a scientist neither")
    func table() {
        for permission in Permission.allCases { #expect(Permission.table[permission]?.isEmpty == false) }
        for role in [AccountRole.administrator, .scientist] {
            let clinical: Set<Permission> = [
                .listPatients, .readChart, .appendEntries, .openJournal, .exportRecords, .importRecords,
                .postObservations,
            ]
            #expect(role.permissions.isDisjoint(with: clinical))
        }
        #expect(AccountRole.allCases.filter { Permission.manageAccounts.isGranted(to: $0) } == [.administrator])
    }

    @Test("a cookie's unsafe request needs the session's secret, on every route")
    func crossSite() async throws {
        let centre = try await TestCentre()
        let routes = centre.service.desk.allRoutes
        try await centre.run { browser in
            for role in [AccountRole.physician, .administrator, .quality] {
                var forged = try await browser.signedIn(role)
                forged.csrf = nil
                var wrong = forged
                wrong.csrf = String(repeating: "A", count: 43)
                for route in routes where route.method.isUnsafe && route.name != "signIn" {
                    for one in [forged, wrong] {
                        let answer = try await one.send(route.method, Self.path(route))
                        #expect(answer.problem == "csrf", "\(route.name): \(answer.status) \(answer.problem)")
                    }
                }
                #expect(try await forged.get("/api/v1/session").status == .ok, "reading needs none")
            }
            let foreign = try await browser.send(
                .post, "/api/v1/session",
                ["name": .string(TestCentre.name(.nurse)), "password": .string(TestCentre.password)],
                headers: ["Sec-Fetch-Site": "cross-site"])
            #expect(foreign.problem == "csrf")
        }
    }

    @Test("a token may what its scopes and its owner may, until its time is over or it is revoked")
    func tokens() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            func make(_ scopes: JSON, days: Double = 1) async throws -> TestResponse {
                try await physician.send(
                    .post, "/api/v1/tokens",
                    [
                        "label": "loader", "scopes": scopes, "days": .number(days),
                        "password": .string(TestCentre.password),
                    ])
            }
            #expect(try await make(["manageAccounts"]).status == .unprocessableContent, "not more than oneself")
            let made = try await make(["readChart"])
            #expect(made.status == .created)
            var program = browser
            program.bearer = made.json["text"]?.text
            #expect(try await program.get("/api/v1/journals/T-1/chart").status == .ok)
            #expect(try await program.get("/api/v1/journals").problem == "forbidden", "another scope")
            #expect(try await program.append("T-1", TestEntries.vitals()).problem == "forbidden")
            centre.clock.pass(seconds: 86_401)
            #expect(try await program.get("/api/v1/journals/T-1/chart").status == .unauthorized)
            let again = try await browser.signedIn(.physician)
            let second = try await again.send(
                .post, "/api/v1/tokens",
                ["label": "x", "scopes": ["readChart"], "days": 1, "password": .string(TestCentre.password)])
            program.bearer = second.json["text"]?.text
            #expect(try await program.get("/api/v1/journals/T-1").status == .ok)
            let id = try #require(second.json["token"]?["id"]?.text)
            let stranger = try await browser.signedIn(.nurse).send(.delete, "/api/v1/tokens/\(id)")
            #expect(stranger.status == .notFound, "another's token is none")
            #expect(try await again.send(.delete, "/api/v1/tokens/\(id)").status == .noContent)
            #expect(try await program.get("/api/v1/journals/T-1").status == .unauthorized)
        }
    }

    @Test("a token of another centre, another key, no signature or a changed one is none")
    func foreignTokens() async throws {
        let database = try await Database.open(.memory)
        let north = try await TestCentre(centre: "north", database: database)
        let south = try await TestCentre(centre: "south", database: database, clock: north.clock)
        let text = try await north.run { browser in
            let physician = try await browser.signedIn(.physician)
            try await physician.open("T-1")
            let made = try await physician.send(
                .post, "/api/v1/tokens",
                ["label": "x", "scopes": ["readChart"], "days": 1, "password": .string(TestCentre.password)])
            return try #require(made.json["text"]?.text)
        }
        try await south.run { browser in
            var program = browser
            program.bearer = text
            let answer = try await program.get("/api/v1/journals/T-1/chart")
            #expect(answer.status == .unauthorized && answer.text.contains("another audience"))
        }
        try await north.run { browser in
            let parts = text.split(separator: ".").map(String.init)
            let none = Data(#"{"alg":"none","typ":"JWT"}"#.utf8).base64EncodedString().replacing("=", with: "")
            let forged = [
                "\(none).\(parts[1]).", "\(parts[0]).\(parts[1]).AAAA", "\(parts[0]).\(parts[1])", "x", "",
                text + "A", String(repeating: "A", count: 9_000),
            ]
            for one in forged {
                var program = browser
                program.bearer = one
                let answer = try await program.get("/api/v1/journals/T-1/chart")
                #expect(answer.status == .unauthorized, "\(one.prefix(20))")
            }
        }
    }

    @Test("another centre's patient is not there: not read, not written, not listed, not counted")
    func otherCentre() async throws {
        let database = try await Database.open(.memory)
        let north = try await TestCentre(centre: "north", database: database)
        let south = try await TestCentre(centre: "south", database: database, clock: north.clock)
        try await north.run { browser in try await browser.signedIn(.physician).open("T-1") }
        try await south.run { browser in
            let physician = try await browser.signedIn(.physician)
            let paths = [
                "", "/entries", "/chart", "/counsel", "/alerts", "/due", "/stops", "/steps", "/events", "/expectation",
            ]
            for path in paths {
                let known = try await physician.get("/api/v1/journals/T-1\(path)")
                let unknown = try await physician.get("/api/v1/journals/T-2\(path)")
                #expect(known.status == .notFound && unknown.status == .notFound, "\(path)")
                #expect(known.json["title"] == unknown.json["title"], "the two cannot be told apart")
            }
            #expect(try await physician.append("T-1", TestEntries.vitals()).status == .notFound)
            #expect(try await physician.get("/fhir/Bundle/T-1").status == .notFound)
            #expect(try await physician.get("/api/v1/journals").json["journals"] == .array([]))
        }
    }
}
