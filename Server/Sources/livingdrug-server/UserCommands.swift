import ArgumentParser
import Care
import Records
import Service

/// `livingdrug-server user`.
struct UserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "user", abstract: "Accounts, where nobody can sign in to make them.",
        subcommands: [Add.self, Reset.self])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "add", abstract: "Make an account; prints its one-time password.")

        @Argument(help: "Name to sign in with.")
        var name: String
        @Option(help: "Full name, as it signs in journals; the name if not given.")
        var fullName: String?
        @Option(help: "\(AccountRole.allCases.map(\.rawValue).joined(separator: ", ")).")
        var role: String
        @Option(name: .customLong("duty"), parsing: .singleValue, help: "Further work, for example qualifiedPerson.")
        var duties: [String] = []
        @OptionGroup var options: DatabaseOptions
        @OptionGroup var centre: CentreOptions

        func run() async throws {
            guard let role = AccountRole(rawValue: role) else {
                throw RequestFault(
                    "--role \(self.role): \(AccountRole.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            let duties = try self.duties.map { duty in
                guard let role = Role(rawValue: duty) else { throw RequestFault("--duty \(duty): this is none.") }
                return role
            }
            let database = try await Database.open(DatabaseLocation(argument: options.database))
            let added = try await centre.service(on: database).accounts
                .add(name: name, fullName: fullName, role: role, duties: Set(duties))
            await database.close()
            print("name: \(added.account.name)\none-time password: \(added.oneTimePassword)")
        }
    }

    struct Reset: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "reset",
            abstract: "Give an account a new one-time password, and end its lock and its sessions.")

        @Argument(help: "Name of the account.")
        var name: String
        @OptionGroup var options: DatabaseOptions
        @OptionGroup var centre: CentreOptions

        func run() async throws {
            let database = try await options.openExisting()
            let accounts = try await centre.service(on: database).accounts
            guard let account = try await accounts.account(named: name) else {
                throw RequestFault("\(name): there is no such account in centre \(centre.centre).")
            }
            let reset = try await accounts.reset(account.id)
            await database.close()
            print("name: \(reset.account.name)\none-time password: \(reset.oneTimePassword)")
        }
    }
}
