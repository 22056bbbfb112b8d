import ArgumentParser
import Care
import Foundation
import Hummingbird
import HummingbirdCore
import HummingbirdTLS
import Logging
import NIOSSL
import Records
import Service

/// `livingdrug-server serve`.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve a centre: web pages, programming interface, FHIR.")

    @Option(help: "Port; 0 for any that is free.")
    var port = 8080

    @Option(help: "Address to listen on. Others than the own machine's only with TLS, or behind a proxy that does it.")
    var address = "127.0.0.1"

    @Option(help: "An SQLite file (made if there is none), or postgres://…; for --training in memory if not given.")
    var database: String?

    @OptionGroup var centre: CentreOptions

    @Option(help: "Certificate chain, PEM.")
    var tlsCertificate: String?

    @Option(help: "Its private key, PEM.")
    var tlsKey: String?

    @Flag(help: "A proxy before us does TLS and sets X-Forwarded-For: its word is taken.")
    var behindProxy = false

    @Option(help: "The centre's own registers (JSON, docs/operations.md).")
    var site: String?

    @Option(help: "Whose labels hold where an order names none: US, EU, CN, IN.")
    var jurisdiction: String = Jurisdiction.us.rawValue

    @Option(help: "Letters of the issuer of therapy identifiers, 2 to 8 capitals.")
    var issuer: String?

    func validate() throws {
        guard (0...65_535).contains(port) else { throw ValidationError("--port \(port): 0 to 65535.") }
        guard (tlsCertificate == nil) == (tlsKey == nil) else {
            throw ValidationError("--tls-certificate and --tls-key belong together.")
        }
        guard tlsCertificate != nil || behindProxy || ListenAddress(address).isOwnMachine else {
            throw ValidationError(
                "--address \(address): others could read passwords and patients' data on the way. Give --tls-certificate "
                    + "and --tls-key, or --behind-proxy where a proxy does TLS.")
        }
        guard centre.training || database != nil else {
            throw ValidationError("--database: say where the records are, for example --database centre.sqlite.")
        }
        guard Jurisdiction(rawValue: jurisdiction.uppercased()) != nil else {
            throw ValidationError("--jurisdiction \(jurisdiction): US, EU, CN or IN.")
        }
        if let issuer, (try? ChainOfIdentity(issuer: issuer, serial: 1)) == nil {
            throw ValidationError("--issuer \(issuer): 2 to 8 capital letters.")
        }
    }

    func run() async throws {
        LoggingSystem.bootstrap { LineLog(label: $0) }
        let tls = try tlsConfiguration()
        let database = try await Database.open(self.database.map { DatabaseLocation(argument: $0) } ?? .memory)
        let configuration = try configuration(isSecure: tls != nil || behindProxy)
        let service = try await CentreService(configuration, database: database, shelf: Evidence.shelf())
        let first = try await service.accounts.firstAdministrator()
        if centre.training {
            _ = try await service.settleTraining { done, all in
                if done == 1 || done == all { Terminal.say("training patients: \(done) of \(all)") }
            }
        }
        let scheme = tls == nil ? "http" : "https"
        let host = address
        let application = service.application(
            address: .hostname(address, port: port),
            server: try tls.map { try .tls(.http1(), tlsConfiguration: $0) } ?? .http1(),
            logger: Logger(label: "livingdrug")
        ) { port in
            // On standard output, so that whoever starts us can read it: address, and once the one-time password.
            print("livingdrug-server: \(scheme)://\(host):\(port ?? 0)/")
            if let first {
                print("first administrator: \(first.account.name)")
                print("one-time password: \(first.oneTimePassword)")
                print("It is shown this once. Sign in with it and choose another.")
            }
            fflush(nil)
        }
        try await application.runService()
        await database.close()
    }

    private func configuration(isSecure: Bool) throws -> CentreConfiguration {
        var configuration =
            centre.training
            ? try CentreConfiguration.training(centre: centre.identifier, shelf: Evidence.shelf())
            : CentreConfiguration(centre: centre.identifier)
        configuration.isSecure = isSecure
        configuration.isBehindProxy = behindProxy
        configuration.jurisdiction = Jurisdiction(rawValue: jurisdiction.uppercased()) ?? .us
        if let issuer { configuration.issuer = issuer }
        if let site { configuration.site = try SiteFile.read(site) }
        return configuration
    }

    private func tlsConfiguration() throws -> TLSConfiguration? {
        guard let tlsCertificate, let tlsKey else { return nil }
        do {
            let chain = try NIOSSLCertificate.fromPEMFile(tlsCertificate).map {
                NIOSSLCertificateSource.certificate($0)
            }
            let key = try NIOSSLPrivateKey(file: tlsKey, format: .pem)
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            return configuration
        } catch {
            throw RequestFault(
                "--tls-certificate, --tls-key: they cannot be read; give PEM files that this user may read.")
        }
    }
}

/// The centre's registers, as a file.
enum SiteFile {
    static func read(_ path: String) throws -> Site {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw RequestFault("--site \(path): the file cannot be read.")
        }
        do {
            return try JSONDecoder().decode(Site.self, from: data)
        } catch {
            throw RequestFault("--site \(path): \(error). docs/operations.md has an example.")
        }
    }
}
