import Care
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Records
import Testing

@testable import Service

@Suite("Signing in")
struct SignInTests {
    @Test("the first administrator has a one-time password, once, and can do nothing before changing it")
    func firstAdministrator() async throws {
        let database = try await Records.Database.open(.memory)
        var configuration = CentreConfiguration(centre: CentreID(rawValue: "new"))
        configuration.passwordCost = Argon2Cost(passes: 1, memory: 64, lanes: 1)
        let service = try await CentreService(configuration, database: database, shelf: try #require(TestCentre.shelf))
        let first = try #require(try await service.accounts.firstAdministrator())
        #expect(try await service.accounts.firstAdministrator() == nil)
        #expect(first.oneTimePassword.count == 23)
        try await Application(router: service.router()).test(.router) { client in
            let browser = try await Browser(client: client).signedIn("Administrator", password: first.oneTimePassword)
            let refused = try await browser.get("/api/v1/users")
            #expect(refused.status == .forbidden && refused.problem == "password-change-needed")
            let weak = try await browser.send(
                .put, "/api/v1/password", ["current": .string(first.oneTimePassword), "password": "administrator 1"])
            #expect(weak.status == .unprocessableContent)
            let changed = try await browser.send(
                .put, "/api/v1/password",
                ["current": .string(first.oneTimePassword), "password": .string(TestCentre.password)])
            #expect(changed.status == .noContent)
            #expect(try await browser.get("/api/v1/users").status == .unauthorized, "sessions end with the password")
            let again = try await Browser(client: client).signedIn("administrator", password: TestCentre.password)
            #expect(try await again.get("/api/v1/users").status == .ok)
        }
    }

    @Test("the cookie is HttpOnly, SameSite=Strict, and over TLS Secure and bound to the host")
    func cookie() async throws {
        let plain = try await TestCentre()
        try await plain.run { browser in
            let response = try await browser.send(
                .post, "/api/v1/session",
                ["name": .string(TestCentre.name(.nurse)), "password": .string(TestCentre.password)])
            let cookie = try #require(response.headers[.setCookie])
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && !cookie.contains("Secure"))
            #expect(response.headers[.strictTransportSecurity] == nil)
        }
        let secure = try await TestCentre { $0.isSecure = true }
        try await secure.run { browser in
            let response = try await browser.send(
                .post, "/api/v1/session",
                ["name": .string(TestCentre.name(.nurse)), "password": .string(TestCentre.password)])
            let cookie = try #require(response.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-livingdrug=") && cookie.contains("Secure") && cookie.contains("Path=/"))
            #expect(response.headers[.strictTransportSecurity] != nil)
        }
    }

    @Test("a session that was planted is not the one that is signed in")
    func fixation() async throws {
        try await TestCentre().run { browser in
            let nurse = try await browser.signedIn(.nurse)
            var victim = browser
            victim.cookie = nurse.cookie
            let signedIn = try await victim.signedIn(.physician)
            #expect(signedIn.cookie != nurse.cookie)
            #expect(try await nurse.get("/api/v1/session").status == .unauthorized, "the planted one is over")
            var planted = browser
            planted.cookie = "livingdrug=" + String(repeating: "A", count: 43)
            let other = try await planted.signedIn(.physician)
            #expect(other.cookie != planted.cookie)
            #expect(try await planted.get("/api/v1/session").status == .unauthorized)
        }
    }

    @Test("a session ends when it is idle, when the shift is over, and at sign-out")
    func expiry() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            let idle = try await browser.signedIn(.nurse)
            centre.clock.pass(seconds: 29 * 60)
            #expect(try await idle.get("/api/v1/session").status == .ok)
            centre.clock.pass(seconds: 29 * 60)
            #expect(try await idle.get("/api/v1/session").status == .ok, "each use counts anew")
            centre.clock.pass(seconds: 31 * 60)
            #expect(try await idle.get("/api/v1/session").status == .unauthorized)
            let long = try await browser.signedIn(.nurse)
            for _ in 0..<27 {
                #expect(try await long.get("/api/v1/session").status == .ok)
                centre.clock.pass(seconds: 29 * 60)
            }
            #expect(try await long.get("/api/v1/session").status == .unauthorized, "13 h are over")
            let out = try await browser.signedIn(.nurse)
            #expect(try await out.send(.delete, "/api/v1/session").status == .noContent)
            #expect(try await out.get("/api/v1/session").status == .unauthorized)
        }
    }

    @Test("five failures lock a name for a while that doubles, and an unknown name just the same")
    func lockOut() async throws {
        let centre = try await TestCentre { $0.signInLimit = RequestLimit(burst: 1_000, perSecond: 1) }
        try await centre.run { browser in
            for name in [TestCentre.name(.nurse), "Nobody Atall"] {
                func attempt(_ password: String) async throws -> TestResponse {
                    try await browser.send(
                        .post, "/api/v1/session", ["name": .string(name), "password": .string(password)])
                }
                for _ in 0..<5 { #expect(try await attempt("wrong wrong wrong").status == .unauthorized) }
                let locked = try await attempt(TestCentre.password)
                #expect(locked.status == .tooManyRequests && locked.headers[.retryAfter] == "30")
                centre.clock.pass(seconds: 31)
                #expect(try await attempt("wrong wrong wrong").status == .unauthorized)
                let longer = try await attempt(TestCentre.password)
                #expect(longer.headers[.retryAfter] == "60")
                centre.clock.pass(seconds: 61)
                let right = try await attempt(TestCentre.password)
                #expect(right.status == (name == "Nobody Atall" ? .unauthorized : .created))
            }
        }
    }

    @Test("many guesses at once are counted one by one")
    func manyAtOnce() async throws {
        let centre = try await TestCentre { $0.signInLimit = RequestLimit(burst: 1_000, perSecond: 1) }
        try await centre.run { browser in
            let answers = try await withThrowingTaskGroup(of: Int.self) { group in
                for index in 0..<40 {
                    group.addTask {
                        try await browser.send(
                            .post, "/api/v1/session",
                            ["name": .string(TestCentre.name(.nurse)), "password": .string("guess number \(index)")]
                        ).status.code
                    }
                }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(answers.filter { $0 == 401 }.count == 5)
            #expect(answers.filter { $0 == 429 }.count == 35)
        }
    }

    @Test("an address that tries too often is told to wait")
    func rateLimit() async throws {
        let centre = try await TestCentre { $0.signInLimit = RequestLimit(burst: 3, perSecond: 0.5) }
        try await centre.run { browser in
            for index in 0..<4 {
                let response = try await browser.send(
                    .post, "/api/v1/session", ["name": .string("Somebody \(index)"), "password": "x"])
                #expect(response.status == (index < 3 ? .unauthorized : .tooManyRequests))
            }
            centre.clock.pass(seconds: 2)
            _ = try await browser.signedIn(.nurse)
        }
    }

    @Test("a password is kept as Argon2id with its cost, and made anew when the cost is raised")
    func hashes() async throws {
        let cheap = Argon2Cost(passes: 1, memory: 64, lanes: 1)
        let hash = try PasswordHash(of: "some words here", cost: cheap)
        #expect(hash.encoded.hasPrefix("$argon2id$v=19$m=64,t=1,p=1$"))
        #expect(hash.matches("some words here") && !hash.matches("some words herE") && !hash.matches(""))
        #expect(try PasswordHash(of: "some words here", cost: cheap) != hash, "each has its own salt")
        #expect(hash.isOutdated(for: .standard) && !hash.isOutdated(for: cheap))
        #expect(try PasswordHash(of: "some words here", cost: .standard).matches("some words here"))
    }

    @Test(
        "weak passwords are refused with the reason",
        arguments: [
            "short", "aaaaaaaaaaaaaaaa", "password1234", "abcdefghijklmnop", "1234567890123", "zqnurse is my name",
        ])
    func weak(_ password: String) {
        #expect(PasswordRules.fault(in: password, for: "Zqnurse Person") != nil)
        #expect(PasswordRules.fault(in: TestCentre.password, for: "Zqnurse Person") == nil)
    }
}
