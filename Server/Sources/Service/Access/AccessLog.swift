import Care
import Records
import Synchronization

/// One line of the record of who did what.
struct AccessRecord: Sendable, Equatable {
    /// What was done.
    enum Action: String, Codable, Sendable, CaseIterable {
        /// A chart or journal was read, written, exported; access was refused
        case read, write, export, refused
        /// Somebody signed in, failed to, signed out; accounts and tokens were changed
        case signIn, signInFailed, signOut, account, token
    }
    var at: Instant
    var account: Int
    var name: String
    var role: String
    /// `session`, or the token's identifier.
    var proof: String
    var realm: JournalRealm
    var therapy: String?
    var action: Action
    /// The route, without its values.
    var detail: String
}

/// The record of who read or wrote which chart: append-only. A chart is shown once its line is on disk. Lines of requests
/// that come together go down together, so that thousands of readers a second cost some tens of commits.
final class AccessLog: Sendable {
    private struct State {
        var waiting: [(record: AccessRecord, done: CheckedContinuation<Void, any Error>)] = []
        var isWriting = false
    }
    private let database: any SQLDatabase
    private let centre: CentreID
    private let state = Mutex(State())

    init(database: any SQLDatabase, centre: CentreID) {
        self.database = database
        self.centre = centre
    }

    /// Writes a line; returns when it is on disk.
    func write(_ record: AccessRecord) async throws {
        try await withCheckedThrowingContinuation { done in
            let begins = state.withLock { state -> Bool in
                state.waiting.append((record, done))
                defer { state.isWriting = true }
                return !state.isWriting
            }
            if begins { Task { await self.drain() } }
        }
    }

    private func drain() async {
        while true {
            let batch = state.withLock { state in
                let batch = state.waiting
                state.waiting = []
                if batch.isEmpty { state.isWriting = false }
                return batch
            }
            if batch.isEmpty { return }
            do {
                try await write(batch.map(\.record))
                for item in batch { item.done.resume() }
            } catch {
                for item in batch { item.done.resume(throwing: error) }
            }
        }
    }

    private func write(_ records: [AccessRecord]) async throws {
        try await database.write { [centre] connection in
            for record in records { try Self.insert(record, of: centre, connection) }
        }
    }

    /// Writes a line in a transaction that is under way.
    static func insert(_ record: AccessRecord, of centre: CentreID, _ connection: any SQLConnection) throws {
        try connection.execute(
            """
            INSERT INTO access_log (centre, at, account, name, role, proof, realm, therapy, action, detail)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                .text(centre.rawValue), .instant(record.at), .integer(record.account), .text(record.name),
                .text(record.role), .text(record.proof), .text(record.realm.rawValue), .text(record.therapy),
                .text(record.action.rawValue), .text(record.detail),
            ])
    }

    /// Lines before a number, the newest first; of one therapy, or of all.
    func records(before: Int?, therapy: String?, limit: Int) async throws -> [(id: Int, record: AccessRecord)] {
        try await database.read { [centre] connection in
            var sql = "SELECT * FROM access_log WHERE centre = ?"
            var arguments: [SQLValue] = [.text(centre.rawValue)]
            if let before {
                sql += " AND id < ?"
                arguments.append(.integer(before))
            }
            if let therapy {
                sql += " AND therapy = ?"
                arguments.append(.text(therapy))
            }
            return try connection.query(sql + " ORDER BY id DESC LIMIT ?", arguments + [.integer(limit)]).map {
                (try $0.integer("id"), try AccessRecord($0))
            }
        }
    }
}

extension AccessRecord {
    init(_ row: SQLRow) throws {
        guard let realm = JournalRealm(rawValue: try row.text("realm")),
            let action = Action(rawValue: try row.text("action"))
        else { throw UnexpectedRow(column: "action") }
        self.init(
            at: try row.instant("at"), account: try row.integer("account"), name: try row.text("name"),
            role: try row.text("role"), proof: try row.text("proof"), realm: realm,
            therapy: try row.optionalText("therapy"), action: action, detail: try row.text("detail"))
    }

    /// What somebody did.
    init(
        _ identity: Identity, _ action: Action, _ therapy: String?, in realm: JournalRealm, at: Instant,
        by route: String
    ) {
        let proof =
            switch identity.proof {
            case .session: "session"
            case .token(let id, _): id
            }
        self.init(
            at: at, account: identity.account.id, name: identity.account.fullName, role: identity.account.role.rawValue,
            proof: proof, realm: realm, therapy: therapy, action: action, detail: route)
    }
}
