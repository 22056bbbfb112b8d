import Care
import Foundation

/// The journals of one realm of one centre, and nothing else: those of another centre or realm are `notFound`.
///
/// What an append returns is durable. Each entry is chained by hash to the one before it; a journal that does not hold
/// together is not shown and not written to, but `broken`. Make one store for a realm and centre and pass it on: the
/// cache and those who listen to changes belong to it.
public struct JournalStore: Sendable {
    /// Where the records are.
    public let database: any SQLDatabase
    /// The realm.
    public let realm: JournalRealm
    /// The centre.
    public let centre: CentreID
    let limits: RecordLimits
    let clock: @Sendable () -> Instant
    let cache = JournalCache()
    let listeners = JournalChanges()

    /// A store on a database that has the tables of `RecordsSchema`.
    /// - Parameter clock: the time of writing.
    public init(
        _ database: any SQLDatabase, realm: JournalRealm, centre: CentreID, limits: RecordLimits = RecordLimits(),
        clock: @escaping @Sendable () -> Instant = Instant.systemClock
    ) {
        self.database = database
        self.realm = realm
        self.centre = centre
        self.limits = limits
        self.clock = clock
    }

    /// Brings the database's tables up to date.
    public static func migrate(_ database: any SQLDatabase) async throws {
        try await database.migrate(RecordsSchema.migrations)
    }

    /// Changes of all therapies, from now on. Each access is a listener of its own.
    public var changes: AsyncStream<JournalChange> { listeners.stream(of: nil) }

    /// Changes of one therapy, from now on; a slow listener gets the newest.
    public func changes(of therapy: String) -> AsyncStream<JournalChange> { listeners.stream(of: therapy) }

    /// The tables of the realm.
    var tables: JournalTables { JournalTables(realm: realm, centre: centre) }

    func read<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws(StoreError) -> T {
        do { return try await database.read(body) } catch { throw StoreError(error) }
    }

    func write<T: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> T
    ) async throws(StoreError) -> T {
        do { return try await database.write(body) } catch { throw StoreError(error) }
    }
}

extension Instant {
    /// The computer's clock, in UTC, to the millisecond.
    @Sendable
    public static func systemClock() -> Instant {
        Instant(millisecondsSince1970: Int64((Date.now.timeIntervalSince1970 * 1000).rounded(.down)))
    }
}
