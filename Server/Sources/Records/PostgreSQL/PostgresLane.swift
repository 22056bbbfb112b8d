import Dispatch
import Foundation

/// A connection on a thread of its own, made when it is first needed and made again when it was lost.
final class PostgresLane: @unchecked Sendable {
    // Safe to share: `link` is touched on `queue` alone.
    private let queue: DispatchQueue
    private let url: String
    private var link: PostgresLink?

    init(url: String, label: String) {
        self.url = url
        queue = DispatchQueue(label: label)
    }

    /// Runs work on the connection's thread.
    func enter(_ work: @escaping @Sendable (PostgresLane) -> Void) { queue.async { work(self) } }

    /// The connection, in working order. Only on the lane's thread.
    func connected() throws(SQLError) -> PostgresLink {
        if let link, link.isAlive { return link }
        link = nil
        let new = try PostgresLink(url: url)
        link = new
        return new
    }

    /// Drops the connection; the next use makes another. Only on the lane's thread.
    func drop() { link = nil }
}

/// Statements of one transaction on a connection.
final class PostgresConnection: SQLConnection {
    private let link: PostgresLink
    /// The first failure; statements after it answer with it again.
    var failure: SQLError?

    init(_ link: PostgresLink) { self.link = link }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws -> Int {
        try run { () throws(SQLError) in try link.execute(sql, arguments) }
    }

    func query(_ sql: String, _ arguments: [SQLValue]) throws -> [SQLRow] {
        try run { () throws(SQLError) in try link.rows(sql, arguments) }
    }

    private func run<T>(_ body: () throws(SQLError) -> T) throws(SQLError) -> T {
        if let failure { throw failure }
        do {
            return try body()
        } catch {
            failure = error
            throw error
        }
    }
}
