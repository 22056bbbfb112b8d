import Care
import Catalogue
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import NIOCore
import Records
import Synchronization
import Testing

@testable import Service

/// A clock that stands until it is told to go on.
final class TestClock: Sendable {
    private let time: Mutex<Instant>
    init(_ start: Instant) { time = Mutex(start) }
    var now: Instant { time.withLock { $0 } }
    func pass(seconds: Double) { time.withLock { $0 = $0.advanced(bySeconds: seconds) } }
    var clock: ServiceClock { ServiceClock { self.now } }
}

/// Lines that a server logged.
final class LogLines: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func add(_ line: String) { lines.withLock { $0.append(line) } }
}

struct LogKeeper: LogHandler {
    let lines: LogLines
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.trace
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }
    func log(event: LogEvent) {
        lines.add("\(event.level) \(event.message) \(metadata) \(event.metadata ?? [:])")
    }
}

/// A centre with an account of every role, on a database in memory.
struct TestCentre: Sendable {
    let service: CentreService
    let clock: TestClock
    let lines = LogLines()
    let database: any SQLDatabase

    static let password = "correct horse battery 7"
    static let shelf: Shelf? = try? Shelf(
        root: URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../.."))
    static let start = Instant(millisecondsSince1970: 1_772_355_600_000)  // 2026-03-01T09:00:00Z
    static let site = Site(
        name: "Test centre", products: ["tisagenlecleucel": start.advanced(byDays: 900)],
        workstations: ["WS-1": start.advanced(byDays: 900)], operators: [:], otherTherapies: [], otherSlots: [],
        markerDays: 30, requiredMarkers: ["HBsAg"], countDays: 7, minimumCD3: 150, transitDays: 2)

    init(
        centre: String = "north", database shared: (any SQLDatabase)? = nil, clock given: TestClock? = nil,
        change: (inout CentreConfiguration) -> Void = { _ in }
    ) async throws {
        clock = given ?? TestClock(Self.start)
        var configuration = CentreConfiguration(centre: CentreID(rawValue: centre), realm: .training)
        configuration.passwordCost = Argon2Cost(passes: 1, memory: 64, lanes: 1)
        configuration.clock = clock.clock
        configuration.site = Self.site
        change(&configuration)
        if let shared { database = shared } else { database = try await Database.open(.memory) }
        service = try await CentreService(configuration, database: database, shelf: try #require(Self.shelf))
        for role in AccountRole.allCases {
            let added = try await service.accounts.add(name: Self.name(role), role: role)
            try await service.accounts.changePassword(
                of: added.account, from: added.oneTimePassword, to: Self.password)
        }
    }

    /// A name that is found in no other word: it is searched for in logs.
    static func name(_ role: AccountRole) -> String { "Zq\(role.rawValue) Person" }

    func run<Value: Sendable>(_ body: @escaping @Sendable (Browser) async throws -> Value) async throws -> Value {
        let lines = lines
        let logger = Logger(label: "test") { _ in LogKeeper(lines: lines) }
        let application = Application(router: service.router(), logger: logger)
        return try await application.test(.router) { client in try await body(Browser(client: client)) }
    }
}

/// Somebody who asks.
struct Browser: Sendable {
    let client: any TestClientProtocol
    var cookie: String?
    var csrf: String?
    var bearer: String?

    func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: JSON? = nil, headers: [String: String] = [:]
    ) async throws -> TestResponse {
        var fields = HTTPFields()
        if let cookie { fields[.cookie] = cookie }
        if let csrf { fields[.csrfToken] = csrf }
        if let bearer { fields[.authorization] = "Bearer \(bearer)" }
        var data: ByteBuffer?
        if let body {
            fields[.contentType] = "application/json"
            data = ByteBuffer(bytes: try JSONEncoder().encode(body))
        }
        for (name, value) in headers { fields[HTTPField.Name(name)!] = value }
        return try await client.execute(uri: path, method: method, headers: fields, body: data)
    }

    func get(_ path: String, headers: [String: String] = [:]) async throws -> TestResponse {
        try await send(.get, path, headers: headers)
    }

    /// Signs in; the browser keeps the cookie and the session's secret.
    func signedIn(_ role: AccountRole, password: String = TestCentre.password) async throws -> Browser {
        try await signedIn(TestCentre.name(role), password: password)
    }

    func signedIn(_ name: String, password: String) async throws -> Browser {
        let response = try await send(
            .post, "/api/v1/session", ["name": .string(name), "password": .string(password)])
        try #require(response.status == .created, "\(response.status) \(response.text)")
        var browser = self
        browser.cookie = response.headers[.setCookie].map { String($0.split(separator: ";")[0]) }
        browser.csrf = response.json["csrf"]?.text
        return browser
    }

    /// Opens a journal.
    func open(_ therapy: String, as browser: Browser? = nil) async throws {
        let response = try await send(.post, "/api/v1/journals", TestEntries.opening(therapy))
        try #require(response.status == .created, "\(response.text)")
    }

    func append(
        _ therapy: String, _ entries: JSON..., headers: [String: String] = [:]
    ) async throws -> TestResponse {
        try await send(
            .post, "/api/v1/journals/\(therapy)/entries", ["entries": .array(entries)], headers: headers)
    }
}

extension TestResponse {
    var text: String { String(buffer: body) }
    var json: JSON { (try? JSONDecoder().decode(JSON.self, from: Data(body.readableBytesView))) ?? .null }
    /// Last part of the problem's type.
    var problem: String { (json["type"]?.text ?? "").replacing("/problems/", with: "") }
}

/// Entries as they are sent.
enum TestEntries {
    static let time = "2026-03-01T08:00:00Z"

    static func opening(_ therapy: String) -> JSON {
        [
            "therapy": .string(therapy), "occurredAt": .string(time),
            "referral": [
                "age": 61, "sex": "female", "weight": 70, "height": 168, "disease": "Zqlymphoma", "priorLines": 2,
                "ecog": 1,
            ],
        ]
    }

    static func entry(_ type: String, _ payload: JSON, signature: JSON? = nil, at time: String = time) -> JSON {
        var entry: [String: JSON] = ["type": .string(type), "occurredAt": .string(time), "payload": payload]
        if let signature { entry["signature"] = signature }
        return .object(entry)
    }

    static func vitals(_ temperature: Double = 38.6, at time: String = time) -> JSON {
        entry(
            "vitalsTaken", ["temperature": .number(temperature), "oxygenSaturation": 97, "oxygen": ["roomAir": [:]]],
            at: time)
    }

    static func slot(_ slot: String, _ status: String = "booked") -> JSON {
        entry(
            "slotChanged",
            ["slot": .string(slot), "status": .string(status), "manufacturer": "M", "startsAt": "2026-03-20T08:00:00Z"])
    }

    /// The second person's name and password.
    static func second(_ role: AccountRole) -> JSON {
        ["name": .string(TestCentre.name(role)), "password": .string(TestCentre.password)]
    }
}
