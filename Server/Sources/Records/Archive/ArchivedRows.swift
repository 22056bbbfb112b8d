extension ClaimTable {
    /// All claims, those that ended too, in the order in which they were taken.
    func archived(_ connection: any SQLConnection) throws -> [ArchiveLine.Claimed] {
        try connection.query(
            """
            SELECT c.kind AS kind, c.name AS name, j.therapy AS therapy, c.claimed_in AS claimed_in,
                c.released_in AS released_in
            FROM \(realm.rawValue)_claims c JOIN \(realm.rawValue)_journals j ON j.id = c.journal
            WHERE c.centre = ? ORDER BY c.id
            """,
            [.text(centre.rawValue)]
        ).map { row in
            guard let kind = Claim.Kind(rawValue: try row.text("kind")) else {
                throw SQLError(.unexpected, code: "", problem: "a claim is of no known kind")
            }
            var released: Int?
            if row["released_in"] != .null { released = try row.integer("released_in") }
            return ArchiveLine.Claimed(
                claimed: .init(
                    realm: realm, centre: centre, claim: Claim(kind: kind, name: try row.text("name")),
                    therapy: try row.text("therapy"), claimedIn: try row.integer("claimed_in"), releasedIn: released))
        }
    }

    /// Puts a claim back.
    func restore(_ line: ArchiveLine.Claimed.Contents, _ journal: Int, _ connection: any SQLConnection) throws {
        try take(line.claim, for: journal, in: line.claimedIn, connection)
        if let end = line.releasedIn { try release(line.claim, of: journal, in: end, connection) }
    }
}

extension ReceiptTable {
    /// All receipts, in the order of their keys.
    func archived(_ connection: any SQLConnection) throws -> [ArchiveLine.Receipt] {
        try connection.query(
            """
            SELECT r.key AS key, r.digest AS digest, j.therapy AS therapy, r.first AS first, r.last AS last
            FROM \(realm.rawValue)_receipts r JOIN \(realm.rawValue)_journals j ON j.id = r.journal
            WHERE r.centre = ? ORDER BY r.key
            """,
            [.text(centre.rawValue)]
        ).map {
            ArchiveLine.Receipt(
                receipt: .init(
                    realm: realm, centre: centre, key: try $0.text("key"), digest: try $0.text("digest"),
                    therapy: try $0.text("therapy"), first: try $0.integer("first"), last: try $0.integer("last")))
        }
    }
}
