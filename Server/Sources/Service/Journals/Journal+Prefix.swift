import Care

extension Journal {
    /// The journal as it was when it had so many entries.
    func prefix(_ count: Int) throws(EntryFault) -> Journal {
        var journal = Journal(therapy: therapy, subject: subject)
        for entry in entries.prefix(count) { try journal.append(entry) }
        return journal
    }
}
