import Care

extension JournalStore {
    /// Number of entries that stood before an act of this key was written; nil if none was. What an act claims depends on
    /// what stood there, so that the same act sent again is only recognised on the same ground.
    public func ground(of key: IdempotencyKey, in therapy: String) async throws -> Int? {
        let (realm, centre) = (realm.rawValue, centre.rawValue)
        return try await database.read { connection in
            try connection.query(
                """
                SELECT r.first AS first FROM \(realm)_receipts r JOIN \(realm)_journals j ON j.id = r.journal
                WHERE r.centre = ? AND r.key = ? AND j.therapy = ?
                """, [.text(centre), .text(key.value), .text(therapy)]
            ).first.map { try $0.integer("first") - 1 }
        }
    }
}
