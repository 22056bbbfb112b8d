import Foundation
import HTTPTypes
import HummingbirdTesting
import Testing

@testable import Service

/// What administrators see of accounts and tokens: when they were used, and which names are locked.
@Suite("Last use and locks")
struct LastUseTests {
    /// The account of a name in the list of all.
    private func listed(_ name: String, by admin: Browser) async throws -> JSON {
        guard case .array(let users)? = try await admin.get("/api/v1/users").json["users"] else { return .null }
        return try #require(users.first { $0["name"]?.text == name })
    }

    @Test("an account says when it was last used, to the minute, and never if it never was")
    func accounts() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            let admin = try await browser.signedIn(.administrator)
            let nurse = TestCentre.name(.nurse)
            #expect(try await listed(nurse, by: admin)["seenAt"] == nil)
            #expect(try await admin.get("/admin/users").text.contains("<td>never</td>"))
            let signedIn = try await browser.signedIn(.nurse)
            let first = try #require(try await listed(nurse, by: admin)["seenAt"]?.text)
            centre.clock.pass(seconds: 30)
            _ = try await signedIn.get("/api/v1/session")
            #expect(try await listed(nurse, by: admin)["seenAt"]?.text == first)
            centre.clock.pass(seconds: 40)
            _ = try await signedIn.get("/api/v1/session")
            #expect(try #require(try await listed(nurse, by: admin)["seenAt"]?.text) > first)
            // It stays when the session is over.
            _ = try await signedIn.send(.delete, "/api/v1/session")
            #expect(try await listed(nurse, by: admin)["seenAt"] != nil)
        }
    }

    @Test("a locked name is shown, and unlocked without a new password")
    func locks() async throws {
        let centre = try await TestCentre { $0.signInLimit = RequestLimit(burst: 1_000, perSecond: 1) }
        try await centre.run { browser in
            let admin = try await browser.signedIn(.administrator)
            let nurse = TestCentre.name(.nurse)
            for _ in 0..<5 {
                _ = try await browser.send(
                    .post, "/api/v1/session", ["name": .string(nurse), "password": "wrong wrong wrong"])
            }
            let locked = try await listed(nurse, by: admin)
            #expect(locked["lockedUntil"]?.text != nil)
            #expect(try await listed(TestCentre.name(.physician), by: admin)["lockedUntil"] == nil)
            let page = try await admin.get("/admin/users").text
            #expect(page.contains("<td>locked</td>") && page.contains("Unlock"))
            let right: JSON = ["name": .string(nurse), "password": .string(TestCentre.password)]
            #expect(try await browser.send(.post, "/api/v1/session", right).status == .tooManyRequests)
            guard case .integer(let id)? = locked["id"] else { return #expect(Bool(false), "no number") }
            let after = try await PageTests.post(admin, "/admin/users", ["action": "unlock", "user": "\(id)"])
            #expect(after.status == .ok && !after.text.contains("<td>locked</td>"))
            _ = try await browser.signedIn(.nurse)
            // A lock that has passed is none.
            for _ in 0..<5 {
                _ = try await browser.send(
                    .post, "/api/v1/session", ["name": .string(nurse), "password": "wrong wrong wrong"])
            }
            centre.clock.pass(seconds: 31)
            #expect(try await listed(nurse, by: admin)["lockedUntil"] == nil)
        }
    }

    @Test("a token says when it was last used; many uses at once are one")
    func tokens() async throws {
        let centre = try await TestCentre()
        try await centre.run { browser in
            let nurse = try await browser.signedIn(.nurse)
            let made = try await nurse.send(
                .post, "/api/v1/tokens",
                ["label": "monitor", "scopes": ["listPatients"], "days": 30, "password": .string(TestCentre.password)])
            var program = browser
            program.bearer = try #require(made.json["text"]?.text)
            func used() async throws -> String? {
                guard case .array(let tokens)? = try await nurse.get("/api/v1/tokens").json["tokens"] else {
                    return nil
                }
                return tokens.first?["usedAt"]?.text
            }
            #expect(try await used() == nil)
            let asking = program
            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<20 { group.addTask { _ = try await asking.get("/api/v1/journals") } }
                try await group.waitForAll()
            }
            let first = try #require(try await used())
            centre.clock.pass(seconds: 59)
            _ = try await program.get("/api/v1/journals")
            #expect(try await used() == first)
            centre.clock.pass(seconds: 2)
            _ = try await program.get("/api/v1/journals")
            #expect(try #require(try await used()) > first)
            #expect(try await !nurse.get("/admin/tokens").text.contains("<td>never</td>"))
        }
    }
}
