import Care
import Foundation
import Hummingbird
import Records

/// Journals: listed, opened, read, written to.
extension Desk {
    private static let receipt = Shape.object([
        .must("therapy", .text()), .must("version", .integer(0...Int(Int32.max))), .must("head", .text()),
        .must(
            "entries",
            .array(
                .object([
                    .must("sequence", .integer(1...Int(Int32.max))), .must("recordedAt", .moment),
                    .must("hash", .text()),
                ]))),
        .must("warnings", .array(.component("Stop"))),
    ])
    private static let summary = Shape.object([
        .must("therapy", .text()), .must("version", .integer(0...Int(Int32.max))), .must("head", .text()),
        .must("openedAt", .moment),
    ])

    var journalRoutes: [Route] {
        [
            Route(
                method: .get, path: "/api/v1/journals", name: "listJournals", words: "The therapies of this centre",
                access: .needs(.listPatients), parameters: [.after, .limit(200)],
                answers: [
                    .init(
                        status: .ok, words: "A page; `next` goes on",
                        shape: .object([.must("journals", .array(Self.summary)), .may("next", .text())]))
                ]
            ) { call in try await listJournals(call) },
            Route(
                method: .post, path: "/api/v1/journals", name: "openJournal", words: "Open a journal with a referral",
                access: .needs(.openJournal), parameters: [.idempotencyKey],
                input: .json(
                    .object([
                        .may(
                            "therapy", .text(length: 1...100, pattern: "[A-Za-z0-9*][A-Za-z0-9 ._:*+=-]{0,99}"),
                            "Another's identifier; ours is given out if it is left out"),
                        .must("occurredAt", .moment),
                        .must("referral", .component("Payload"), "As of `referralReceived`"),
                    ])),
                answers: [
                    .init(status: .created, words: "Opened", shape: Self.receipt, headers: ["ETag", "Location"])
                ],
                problems: [.exists, .stopped, .timeSkew, .keyReused]
            ) { call in try await openJournal(call) },
            Route(
                method: .get, path: "/api/v1/journals/{therapy}", name: "readJournal",
                words: "A whole journal, NDJSON as docs/journal.md describes it", access: .needs(.readChart),
                parameters: [.therapy, .ifNoneMatch],
                answers: [
                    .init(
                        status: .ok, words: "The journal", mediaType: "application/x-ndjson", shape: .text(),
                        headers: ["ETag"]),
                    .init(status: .notModified, words: "Unchanged", mediaType: nil, headers: ["ETag"]),
                ], problems: [.broken]
            ) { call in try await readJournal(call) },
            Route(
                method: .get, path: "/api/v1/journals/{therapy}/entries", name: "listEntries",
                words: "Entries after a number, with their hashes", access: .needs(.readChart),
                parameters: [
                    .therapy, .limit(500),
                    Parameter(
                        place: .query, name: "after", shape: .integer(0...Int(Int32.max)),
                        words: "Entries after this one"),
                ],
                answers: [
                    .init(
                        status: .ok, words: "A page; `next` goes on",
                        shape: .object([
                            .must("entries", .array(.component("Entry"))), .may("next", .integer(1...Int(Int32.max))),
                        ]))
                ], problems: [.broken]
            ) { call in try await listEntries(call) },
            Route(
                method: .post, path: "/api/v1/journals/{therapy}/entries", name: "appendEntries",
                words: "Write entries, all or none; the rules of the steps speak first", access: .needs(.appendEntries),
                parameters: [.therapy, .ifMatch, .idempotencyKey],
                input: .json(
                    .object([.must("entries", .array(EntryRequest.shape, count: 1...100))]), limit: 1024 * 1024),
                answers: [
                    .init(status: .created, words: "Written, and durable", shape: Self.receipt, headers: ["ETag"])
                ],
                problems: [.stale, .stopped, .claimed, .keyReused, .signatureNeeded, .timeSkew, .broken]
            ) { call in try await appendEntries(call) },
        ]
    }

    private func listJournals(_ call: Call) async throws -> Response {
        let limit = call.integer("limit") ?? 200
        let found = try await store.journals(after: call.text("after"), limit: limit + 1)
        let page = found.prefix(limit)
        try await log(call.identity, .read, nil, call.route.name)
        return try Reply.json(
            JournalPage(
                journals: page.map {
                    .init(therapy: $0.therapy, version: $0.version, head: $0.head, openedAt: $0.openedAt)
                },
                next: found.count > limit ? page.last?.therapy : nil))
    }

    private func readJournal(_ call: Call) async throws -> Response {
        let therapy = try call.path("therapy")
        let found = try await store.journal(therapy)
        try await log(call.identity, .read, therapy, call.route.name)
        let tag = JournalTag(version: found.version, head: found.head)
        guard !tag.isNamed(in: call.text("If-None-Match")) else {
            return Response(status: .notModified, headers: [.eTag: tag.text])
        }
        var response = Reply.text(try found.journal.ndjson(), type: "application/x-ndjson")
        response.headers[.eTag] = tag.text
        return response
    }

    private func listEntries(_ call: Call) async throws -> Response {
        let therapy = try call.path("therapy")
        let (after, limit) = (call.integer("after") ?? 0, call.integer("limit") ?? 500)
        let found = try await store.entries(therapy, after: after, limit: limit + 1)
        try await log(call.identity, .read, therapy, call.route.name)
        let page = found.prefix(limit).map { EntryPage.Line(entry: $0.entry, hash: $0.hash) }
        return try Reply.json(
            EntryPage(entries: page, next: found.count > limit ? page.last?.entry.sequence : nil))
    }

    private func appendEntries(_ call: Call) async throws -> Response {
        guard case .array(let items)? = call.body?["entries"] else { throw Problem.notFound("entries") }
        let requests = try items.enumerated().map { try EntryRequest($1, at: "entries[\($0)]") }
        return try await write(requests, to: call.path("therapy"), call)
    }

    /// Writes entries as a route asks for it, and answers the receipt.
    func write(_ requests: [EntryRequest], to therapy: String, _ call: Call) async throws -> Response {
        let expected = try JournalTag.version(in: call.text("If-Match"))
        let key = call.text("Idempotency-Key").map { IdempotencyKey($0) }
        if key == nil, let expected {
            let found = try await store.journal(therapy)
            guard found.version == expected.version, found.head == expected.head else {
                throw StoreError.stale(expected: expected.version, actual: found.version)
            }
        }
        let written = try await gate.append(
            requests, to: therapy, by: call.identity, expecting: expected?.version, key: key, route: call.route.name)
        var response = try Reply.json(ReceiptAnswer(written), .created)
        response.headers[.eTag] = JournalTag(version: written.receipt.version, head: written.receipt.head).text
        return response
    }

    /// Opens a journal; false if there is one.
    private func isOpened(_ therapy: String, by actor: Actor) async throws -> Bool {
        do {
            try await store.open(therapy: therapy, subject: records.subject, by: actor)
            return true
        } catch {
            guard error == .exists else { throw error }
            return false
        }
    }

    /// Opens a journal with its first entry.
    func open(
        _ named: String?, with first: EntryRequest, by identity: Identity, key: String?, route: String
    ) async throws -> Appended {
        guard let actor = identity.actor(for: first.event) else {
            throw Problem(.forbidden, "this role opens no journals")
        }
        var therapy = named ?? ""
        if therapy.isEmpty { therapy = try await nextTherapy(key: key) }
        if try await !isOpened(therapy, by: actor) {
            // The same request sent again finds what it opened; the key decides below whether it is the same.
            var isMine = false
            if let key { isMine = try await store.isOpening(therapy, key: IdempotencyKey(key)) }
            guard isMine else { throw StoreError.exists }
        }
        return try await gate.append(
            [first], to: therapy, by: identity, expecting: nil, key: key.map { IdempotencyKey($0) }, route: route)
    }

    private func openJournal(_ call: Call) async throws -> Response {
        let identity = try call.identity
        guard let referral = call.body?["referral"], let moment = call.body?["occurredAt"]?.text,
            let occurredAt = try? Instant(iso8601: moment)
        else { throw Problem.notFound("referral") }
        let event = try EntryRequest.event(.referralReceived, referral, at: "referral")
        let written = try await open(
            call.body?["therapy"]?.text, with: EntryRequest(event: event, occurredAt: occurredAt), by: identity,
            key: call.text("Idempotency-Key"), route: call.route.name)
        let therapy = written.receipt.therapy
        var response = try Reply.json(ReceiptAnswer(written), .created)
        response.headers[.eTag] = JournalTag(version: written.receipt.version, head: written.receipt.head).text
        let path = therapy.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
        response.headers[.location] = "/api/v1/journals/\(path)"
        return response
    }
}

private struct JournalPage: Encodable {
    struct Line: Encodable {
        let therapy: String
        let version: Int
        let head: String
        let openedAt: Instant
    }
    let journals: [Line]
    let next: String?
}

private struct EntryPage: Encodable {
    struct Line: Encodable {
        let entry: Entry
        let hash: String
    }
    let entries: [Line]
    let next: Int?
}

private struct ReceiptAnswer: Encodable {
    struct Line: Encodable {
        let sequence: Int
        let recordedAt: Instant
        let hash: String
    }
    let therapy: String
    let version: Int
    let head: String
    let entries: [Line]
    let warnings: [StopAnswer]

    init(_ written: Appended) {
        therapy = written.receipt.therapy
        version = written.receipt.version
        head = written.receipt.head
        entries = written.receipt.lines.map { Line(sequence: $0.sequence, recordedAt: $0.recordedAt, hash: $0.hash) }
        warnings = written.warnings
    }
}
