import Chain

extension ChainHash {
    /// What binds the row of a journal: realm, centre, header, when and by whom it was opened, one a line.
    static func seal(realm: JournalRealm, centre: CentreID, header: String, openedAt: String, openedBy: String)
        -> String
    {
        digest([realm.rawValue, centre.rawValue, header, openedAt, openedBy].joined(separator: "\n"))
    }
}
