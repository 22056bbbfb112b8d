/// Claims of one realm and centre. A row is never removed; one that has ended says in which entry.
struct ClaimTable {
    let realm: JournalRealm
    let centre: CentreID

    /// Takes a claim.
    /// - Throws: `StoreError.claimed`.
    func take(_ claim: Claim, for journal: Int, in sequence: Int, _ connection: any SQLConnection) throws {
        let taken = try connection.execute(
            """
            INSERT INTO \(realm.rawValue)_claims (centre, kind, name, journal, claimed_in) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            key(claim) + [.integer(journal), .integer(sequence)])
        if taken == 1 { return }
        guard let holder = try holder(of: claim, connection) else {
            throw SQLError(.serialization, code: "", problem: "the claim was changed meanwhile")
        }
        throw StoreError.claimed(claim, by: holder)
    }

    /// Ends a claim of a journal.
    /// - Throws: `StoreError.notHeld`.
    func release(_ claim: Claim, of journal: Int, in sequence: Int, _ connection: any SQLConnection) throws {
        let released = try connection.execute(
            """
            UPDATE \(realm.rawValue)_claims SET released_in = ?
            WHERE centre = ? AND kind = ? AND name = ? AND journal = ? AND released_in IS NULL
            """,
            [.integer(sequence)] + key(claim) + [.integer(journal)])
        guard released == 1 else { throw StoreError.notHeld(claim) }
    }

    /// The therapy that holds a claim.
    func holder(of claim: Claim, _ connection: any SQLConnection) throws -> String? {
        try connection.query(
            """
            SELECT j.therapy AS therapy FROM \(realm.rawValue)_claims c
            JOIN \(realm.rawValue)_journals j ON j.id = c.journal
            WHERE c.centre = ? AND c.kind = ? AND c.name = ? AND c.released_in IS NULL
            """,
            key(claim)
        ).first?.text("therapy")
    }

    private func key(_ claim: Claim) -> [SQLValue] {
        [.text(centre.rawValue), .text(claim.kind.rawValue), .text(claim.name)]
    }
}

extension JournalStore {
    /// The therapy that holds a claim now; nil if it is free.
    public func holder(of claim: Claim) async throws(StoreError) -> String? {
        let claims = ClaimTable(realm: realm, centre: centre)
        return try await read { try claims.holder(of: claim, $0) }
    }
}
