public import Records

/// Tables of accounts, sessions, tokens and logs. What is a log is append-only in the database, too: its triggers refuse
/// changes from whoever makes them.
public enum ServiceMigrations {
    /// All, in order.
    public static let all: [Migration] = [accounts, sessions, tokens, logs, lastUse]

    private static let accounts = both(
        "service.001-accounts",
        [
            """
            CREATE TABLE accounts (
                id \(serial), centre TEXT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL, full_name TEXT NOT NULL,
                full_folded TEXT NOT NULL, role TEXT NOT NULL,
                duties TEXT NOT NULL, state TEXT NOT NULL, password TEXT NOT NULL, must_change BIGINT NOT NULL,
                password_at BIGINT NOT NULL, created_at BIGINT NOT NULL, UNIQUE (centre, folded),
                UNIQUE (centre, full_folded))
            """,
            """
            CREATE TABLE sign_in_failures (
                centre TEXT NOT NULL, folded TEXT NOT NULL, failures BIGINT NOT NULL, locked_until BIGINT NOT NULL,
                PRIMARY KEY (centre, folded))
            """,
            "CREATE TABLE service_keys (name TEXT PRIMARY KEY, secret TEXT NOT NULL, created_at BIGINT NOT NULL)",
        ])

    private static let sessions = both(
        "service.002-sessions",
        [
            """
            CREATE TABLE sessions (
                digest TEXT PRIMARY KEY, account BIGINT NOT NULL, csrf TEXT NOT NULL, created_at BIGINT NOT NULL,
                seen_at BIGINT NOT NULL, verified_at BIGINT NOT NULL)
            """,
            "CREATE INDEX sessions_by_account ON sessions (account)",
            """
            CREATE TABLE confirmations (
                digest TEXT PRIMARY KEY, account BIGINT NOT NULL, therapy TEXT NOT NULL, event TEXT NOT NULL,
                expires_at BIGINT NOT NULL, used_for TEXT)
            """,
        ])

    private static let tokens = both(
        "service.003-tokens",
        [
            """
            CREATE TABLE api_tokens (
                id TEXT PRIMARY KEY, account BIGINT NOT NULL, label TEXT NOT NULL, scopes TEXT NOT NULL,
                created_at BIGINT NOT NULL, expires_at BIGINT NOT NULL, revoked_at BIGINT)
            """,
            "CREATE INDEX api_tokens_by_account ON api_tokens (account)",
        ])

    private static let logs = both(
        "service.004-logs",
        [
            """
            CREATE TABLE access_log (
                id \(serial), centre TEXT NOT NULL, at BIGINT NOT NULL, account BIGINT NOT NULL, name TEXT NOT NULL,
                role TEXT NOT NULL, proof TEXT NOT NULL, realm TEXT NOT NULL, therapy TEXT, action TEXT NOT NULL,
                detail TEXT NOT NULL)
            """,
            """
            CREATE TABLE therapy_numbers (
                issuer TEXT NOT NULL, serial BIGINT NOT NULL, centre TEXT NOT NULL, realm TEXT NOT NULL,
                request TEXT NOT NULL, PRIMARY KEY (issuer, serial), UNIQUE (centre, realm, request))
            """,
            "CREATE INDEX access_log_by_therapy ON access_log (centre, therapy, id)",
            """
            CREATE TABLE signatures (
                id \(serial), centre TEXT NOT NULL, realm TEXT NOT NULL, at BIGINT NOT NULL, account BIGINT NOT NULL,
                name TEXT NOT NULL, role TEXT NOT NULL, therapy TEXT NOT NULL, entry BIGINT NOT NULL,
                event TEXT NOT NULL, meaning TEXT NOT NULL)
            """,
        ], appendOnly: ["access_log", "signatures"])

    private static let lastUse = both(
        "service.005-last-use",
        [
            "ALTER TABLE accounts ADD COLUMN seen_at BIGINT",
            "ALTER TABLE api_tokens ADD COLUMN used_at BIGINT",
        ])

    /// Stands for the type of a number that the database gives out.
    private static let serial = "{serial}"

    private static func both(_ id: String, _ tables: [String], appendOnly logs: [String] = []) -> Migration {
        let sqlite =
            tables.map { $0.replacing(serial, with: "INTEGER PRIMARY KEY AUTOINCREMENT") }
            + logs.flatMap { log in
                ["UPDATE", "DELETE"].map { change in
                    """
                    CREATE TRIGGER \(log)_no_\(change.lowercased()) BEFORE \(change) ON \(log)
                    BEGIN SELECT RAISE(ABORT, '\(log) is append-only'); END
                    """
                }
            }
        let refuse = """
            CREATE OR REPLACE FUNCTION refuse_log_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$
            """
        let postgres =
            tables.map { $0.replacing(serial, with: "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY") }
            + (logs.isEmpty ? [] : [refuse])
            + logs.map { log in
                """
                CREATE TRIGGER \(log)_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON \(log)
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_change()
                """
            }
        return Migration(id: id, statements: [.sqlite: sqlite, .postgres: postgres])
    }
}
