public import Catalogue
public import Hummingbird
public import HummingbirdCore
public import Logging
public import Records

/// A treatment centre's server: accounts, records, rules and virtual trials behind one router.
public struct CentreService: Sendable {
    let desk: Desk

    /// Opens a centre on a database that may be new.
    /// - Parameter shelf: models and evidence.
    /// - Throws: `SQLError`, `MigrationError`, or an error of the data that ship.
    public init(_ configuration: CentreConfiguration, database: any SQLDatabase, shelf: Shelf) async throws {
        desk = try await Desk(configuration, database: database, shelf: shelf)
    }

    /// The accounts of the centre.
    public var accounts: AccountStore { desk.accounts }

    /// Everything that answers requests.
    func router() -> Router<CentreContext> {
        let router = Router(context: CentreContext.self)
        router.addMiddleware {
            SecurityHeaders(isSecure: desk.configuration.isSecure)
            TelemetryMiddleware(telemetry: desk.telemetry)
            ProblemMiddleware { desk.errorPage($0, $1, $2) }
            Addresses(isBehindProxy: desk.configuration.isBehindProxy)
            Authenticator(desk: desk)
        }
        RouteTable(routes: desk.allRoutes + desk.pageRoutes).register(on: router, desk)
        AssetRoutes(shelf: desk.shelf).register(on: router)
        return router
    }

    /// The server, ready to run. It ends gracefully on SIGTERM and SIGINT: requests are finished, streams closed, trials
    /// stopped.
    public func application(
        address: BindAddress, server: HTTPServerBuilder = .http1(), logger: Logger,
        whenRunning: @escaping @Sendable (Int?) async -> Void = { _ in }
    ) -> some ApplicationProtocol {
        var application = Application(
            router: router(), server: server, configuration: .init(address: address, serverName: nil),
            onServerRunning: { channel in await whenRunning(channel.localAddress?.port) }, logger: logger)
        application.addServices(TrialClosing(trials: desk.trials))
        return application
    }
}
