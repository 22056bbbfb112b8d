/// The tables of a realm in PostgreSQL. Identifiers sort by their bytes, as in SQLite.
struct PostgresTables {
    let realm: JournalRealm

    /// What all realms share.
    static let functions = [
        """
        CREATE FUNCTION records_only_grow() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION '% only grows', TG_TABLE_NAME; END $$
        """
    ]

    var statements: [String] {
        let name = realm.rawValue
        return [
            """
            CREATE TABLE \(name)_journals (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, centre TEXT COLLATE "C" NOT NULL,
                therapy TEXT COLLATE "C" NOT NULL, header TEXT NOT NULL,
                version BIGINT NOT NULL CHECK (version >= 0), head TEXT NOT NULL CHECK (length(head) = 64),
                opened_at TEXT NOT NULL, opened_by TEXT NOT NULL, seal TEXT NOT NULL CHECK (length(seal) = 64),
                UNIQUE (centre, therapy))
            """,
            """
            CREATE TABLE \(name)_entries (
                journal BIGINT NOT NULL REFERENCES \(name)_journals (id), sequence BIGINT NOT NULL CHECK (sequence > 0),
                entry TEXT NOT NULL, hash TEXT NOT NULL CHECK (length(hash) = 64),
                PRIMARY KEY (journal, sequence))
            """,
            """
            CREATE TABLE \(name)_claims (
                id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, centre TEXT COLLATE "C" NOT NULL, kind TEXT NOT NULL,
                name TEXT COLLATE "C" NOT NULL, journal BIGINT NOT NULL REFERENCES \(name)_journals (id),
                claimed_in BIGINT NOT NULL, released_in BIGINT)
            """,
            "CREATE UNIQUE INDEX \(name)_claims_held ON \(name)_claims (centre, kind, name) WHERE released_in IS NULL",
            """
            CREATE TABLE \(name)_receipts (
                centre TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C" NOT NULL, digest TEXT NOT NULL,
                journal BIGINT NOT NULL REFERENCES \(name)_journals (id), first BIGINT NOT NULL, last BIGINT NOT NULL,
                PRIMARY KEY (centre, key))
            """,
            refusal("entries", of: "UPDATE OR DELETE"), refusal("receipts", of: "UPDATE OR DELETE"),
            refusal("journals", of: "DELETE"), refusal("claims", of: "DELETE"),
            refusal(
                "journals", of: "UPDATE",
                when: """
                    (NEW.id, NEW.centre, NEW.therapy, NEW.header, NEW.opened_at, NEW.opened_by, NEW.seal)
                    IS DISTINCT FROM
                    (OLD.id, OLD.centre, OLD.therapy, OLD.header, OLD.opened_at, OLD.opened_by, OLD.seal)
                    OR NEW.version <= OLD.version
                    """),
            refusal(
                "claims", of: "UPDATE",
                when: """
                    (NEW.id, NEW.centre, NEW.kind, NEW.name, NEW.journal, NEW.claimed_in) IS DISTINCT FROM
                    (OLD.id, OLD.centre, OLD.kind, OLD.name, OLD.journal, OLD.claimed_in)
                    OR OLD.released_in IS NOT NULL OR NEW.released_in IS NULL
                    """),
            """
            CREATE FUNCTION \(name)_entries_follow() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.sequence <> 1 + coalesce(
                    (SELECT max(sequence) FROM \(name)_entries WHERE journal = NEW.journal), 0) THEN
                    RAISE EXCEPTION '\(name)_entries only grows';
                END IF;
                RETURN NEW;
            END $$
            """,
            """
            CREATE TRIGGER \(name)_entries_no_insert BEFORE INSERT ON \(name)_entries
            FOR EACH ROW EXECUTE FUNCTION \(name)_entries_follow()
            """,
        ]
            + ["journals", "entries", "claims", "receipts"].map { table in
                """
                CREATE TRIGGER \(name)_\(table)_no_truncate BEFORE TRUNCATE ON \(name)_\(table)
                FOR EACH STATEMENT EXECUTE FUNCTION records_only_grow()
                """
            }
    }

    private func refusal(_ table: String, of act: String, when condition: String? = nil) -> String {
        let table = "\(realm.rawValue)_\(table)"
        let label = act.lowercased().split(separator: " ").joined(separator: "_")
        return """
            CREATE TRIGGER \(table)_no_\(label) BEFORE \(act) ON \(table)
            FOR EACH ROW \(condition.map { "WHEN (\($0)) " } ?? "")EXECUTE FUNCTION records_only_grow()
            """
    }
}
