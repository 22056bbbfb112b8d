/// The tables of the records. Each realm has its own set, so that a query names the realm it reads.
public enum RecordsSchema {
    /// The migrations, in order. Never change one that was released; add another.
    public static let migrations = [
        Migration(
            id: "records.001-journals",
            statements: [
                .sqlite: JournalRealm.allCases.flatMap { SQLiteTables(realm: $0).statements },
                .postgres: PostgresTables.functions
                    + JournalRealm.allCases.flatMap { PostgresTables(realm: $0).statements },
            ])
    ]
}

/// The tables of a realm in SQLite.
struct SQLiteTables {
    let realm: JournalRealm

    var statements: [String] {
        let name = realm.rawValue
        return [
            """
            CREATE TABLE \(name)_journals (
                id INTEGER PRIMARY KEY, centre TEXT NOT NULL, therapy TEXT NOT NULL, header TEXT NOT NULL,
                version INTEGER NOT NULL CHECK (version >= 0), head TEXT NOT NULL CHECK (length(head) = 64),
                opened_at TEXT NOT NULL, opened_by TEXT NOT NULL, seal TEXT NOT NULL CHECK (length(seal) = 64),
                UNIQUE (centre, therapy)) STRICT
            """,
            """
            CREATE TABLE \(name)_entries (
                journal INTEGER NOT NULL REFERENCES \(name)_journals (id), sequence INTEGER NOT NULL CHECK (sequence > 0),
                entry TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64),
                PRIMARY KEY (journal, sequence)) STRICT, WITHOUT ROWID
            """,
            """
            CREATE TABLE \(name)_claims (
                id INTEGER PRIMARY KEY, centre TEXT NOT NULL, kind TEXT NOT NULL, name TEXT NOT NULL,
                journal INTEGER NOT NULL REFERENCES \(name)_journals (id), claimed_in INTEGER NOT NULL,
                released_in INTEGER) STRICT
            """,
            "CREATE UNIQUE INDEX \(name)_claims_held ON \(name)_claims (centre, kind, name) WHERE released_in IS NULL",
            """
            CREATE TABLE \(name)_receipts (
                centre TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL,
                journal INTEGER NOT NULL REFERENCES \(name)_journals (id), first INTEGER NOT NULL, last INTEGER NOT NULL,
                PRIMARY KEY (centre, key)) STRICT, WITHOUT ROWID
            """,
        ] + ["entries", "receipts"].flatMap { refusals("\(name)_\($0)") } + [
            refusal("\(name)_journals", of: "DELETE"), refusal("\(name)_claims", of: "DELETE"),
            refusal(
                "\(name)_journals", of: "UPDATE",
                when: """
                    NEW.id IS NOT OLD.id OR NEW.centre IS NOT OLD.centre OR NEW.therapy IS NOT OLD.therapy
                    OR NEW.header IS NOT OLD.header OR NEW.opened_at IS NOT OLD.opened_at
                    OR NEW.opened_by IS NOT OLD.opened_by OR NEW.seal IS NOT OLD.seal OR NEW.version <= OLD.version
                    """),
            refusal(
                "\(name)_claims", of: "UPDATE",
                when: """
                    OLD.released_in IS NOT NULL OR NEW.released_in IS NULL OR NEW.id IS NOT OLD.id
                    OR NEW.centre IS NOT OLD.centre OR NEW.kind IS NOT OLD.kind OR NEW.name IS NOT OLD.name
                    OR NEW.journal IS NOT OLD.journal OR NEW.claimed_in IS NOT OLD.claimed_in
                    """),
            // Also keeps INSERT OR REPLACE out, which would remove a row without asking the trigger on DELETE.
            refusal(
                "\(name)_entries", of: "INSERT",
                when: """
                    NEW.sequence <> 1 + coalesce(
                        (SELECT max(sequence) FROM \(name)_entries WHERE journal = NEW.journal), 0)
                    """),
            refusal(
                "\(name)_receipts", of: "INSERT",
                when: "EXISTS (SELECT 1 FROM \(name)_receipts WHERE centre = NEW.centre AND key = NEW.key)"),
            refusal(
                "\(name)_journals", of: "INSERT",
                when: """
                    EXISTS (SELECT 1 FROM \(name)_journals WHERE id = NEW.id)
                    OR EXISTS (SELECT 1 FROM \(name)_journals WHERE centre = NEW.centre AND therapy = NEW.therapy)
                    """),
            refusal(
                "\(name)_claims", of: "INSERT", when: "EXISTS (SELECT 1 FROM \(name)_claims WHERE id = NEW.id)"),
        ]
    }

    private func refusals(_ table: String) -> [String] { ["UPDATE", "DELETE"].map { refusal(table, of: $0) } }

    private func refusal(_ table: String, of act: String, when condition: String? = nil) -> String {
        """
        CREATE TRIGGER \(table)_no_\(act.lowercased()) BEFORE \(act) ON \(table) \(condition.map { "WHEN \($0) " } ?? "")
        BEGIN SELECT RAISE(ABORT, '\(table) only grows'); END
        """
    }
}
