import Care
import Foundation
import Records

extension Desk {
    /// Gives out the next identifier of a therapy, never one twice. The same request sent again gets the same.
    func nextTherapy(key: String?) async throws -> String {
        let (centre, realm) = (configuration.centre.rawValue, realm.rawValue)
        let request = key ?? UUID().uuidString
        let serial = try await database.write { connection -> Int in
            let mine: [SQLValue] = [.text(centre), .text(realm), .text(request)]
            let given = "SELECT serial FROM therapy_numbers WHERE centre = ? AND realm = ? AND request = ?"
            if let row = try connection.query(given, mine).first { return try row.integer("serial") }
            let last = try connection.query(
                "SELECT COALESCE(MAX(serial), 0) AS last FROM therapy_numbers WHERE issuer = ?",
                [.text(configuration.issuer)])
            let next = (try last.first?.integer("last") ?? 0) + 1
            try connection.execute(
                "INSERT INTO therapy_numbers (issuer, serial, centre, realm, request) VALUES (?, ?, ?, ?, ?)",
                [.text(configuration.issuer), .integer(next)] + mine)
            return next
        }
        return try ChainOfIdentity(issuer: configuration.issuer, serial: serial).description
    }
}

extension JournalStore {
    /// Whether a journal is what this request has opened: it holds nothing, or what the request wrote.
    func isOpening(_ therapy: String, key: IdempotencyKey) async throws -> Bool {
        if try await journal(therapy).version == 0 { return true }
        return try await ground(of: key, in: therapy) == 0
    }
}
