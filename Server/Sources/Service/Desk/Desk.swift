import Care
import Catalogue
import Records

/// Everything that the routes work with.
struct Desk: Sendable {
    let configuration: CentreConfiguration
    let database: any SQLDatabase
    let accounts: AccountStore
    let signIn: SignInDesk
    let sessions: SessionStore
    let tokens: TokenOffice
    let confirmations: Confirmations
    let accessLog: AccessLog
    let limits: Limits
    let cookies: CookieJar
    let records: CentreRecords
    let gate: JournalGate
    let charts: ChartDesk
    let trials: TrialDesk
    let shelf: Shelf
    let telemetry: Telemetry
    let boardLines = BoardLines()

    /// Buckets of requests.
    struct Limits: Sendable {
        let accounts: RequestLimits
        let signIn: RequestLimits
    }

    var clock: ServiceClock { configuration.clock }
    var realm: JournalRealm { configuration.realm }
    var store: JournalStore { records.store }

    /// Opens the desk on a database that may be new.
    init(_ configuration: CentreConfiguration, database: any SQLDatabase, shelf: Shelf) async throws {
        try await JournalStore.migrate(database)
        try await database.migrate(ServiceMigrations.all)
        self.configuration = configuration
        self.database = database
        self.shelf = shelf
        let (centre, clock) = (configuration.centre, configuration.clock)
        let workshop = try PasswordWorkshop(cost: configuration.passwordCost)
        accounts = AccountStore(database: database, centre: centre, workshop: workshop, clock: clock)
        signIn = SignInDesk(accounts: accounts, lockOut: configuration.lockOut)
        sessions = SessionStore(database: database, terms: configuration.sessions, clock: clock)
        tokens = try await TokenOffice(database: database, centre: centre, clock: clock)
        confirmations = Confirmations(database: database, clock: clock)
        accessLog = AccessLog(database: database, centre: centre)
        limits = Limits(
            accounts: RequestLimits(configuration.accountLimit, clock: clock),
            signIn: RequestLimits(configuration.signInLimit, clock: clock))
        cookies = CookieJar(isSecure: configuration.isSecure)
        let signatures = Signatures(
            database: database, centre: centre, realm: configuration.realm, clock: clock, signIn: signIn,
            accounts: accounts, confirmations: confirmations)
        records = CentreRecords(
            store: JournalStore(database, realm: configuration.realm, centre: centre, clock: clock.now),
            realm: configuration.realm, clock: clock, book: try shelf.labels(),
            jurisdiction: configuration.jurisdiction, site: configuration.site, signatures: signatures)
        gate = JournalGate(records: records)
        charts = ChartDesk(records: records)
        trials = TrialDesk(
            shop: try TrialShop(shelf), waiting: configuration.waitingTrials, largest: configuration.largestTrial,
            clock: clock)
        telemetry = Telemetry()
    }

    /// Writes down who did what. It returns when the line is on disk.
    func log(_ identity: Identity, _ action: AccessRecord.Action, _ therapy: String?, _ route: String) async throws {
        try await accessLog.write(AccessRecord(identity, action, therapy, in: realm, at: clock.now(), by: route))
    }
}
