import ArgumentParser

/// A command that the server's program does; all that follows is its to read.
protocol HandedOver: ParsableCommand {
    /// Words after the command's name.
    var arguments: [String] { get }
}

extension HandedOver {
    func run() throws {
        try ServerProgram.become(with: [Self.configuration.commandName ?? ""] + arguments)
    }
}

/// `livingdrug serve`: a centre's records, API and pages.
struct ServeCommand: HandedOver {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run a centre's patients here: records, API and web pages (docs/operations.md).",
        helpNames: [])
    @Argument(parsing: .captureForPassthrough, help: "`serve --help` lists the options.")
    var arguments: [String] = []
}

/// `livingdrug import`: a journal of another system into the records.
struct ImportCommand: HandedOver {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take a journal in from FHIR R4 or NDJSON.", helpNames: [])
    @Argument(parsing: .captureForPassthrough, help: "`import --help` lists the options.")
    var arguments: [String] = []
}

/// `livingdrug export`: a journal out of the records.
struct ExportCommand: HandedOver {
    static let configuration = CommandConfiguration(
        commandName: "export", abstract: "Give a journal away as FHIR R4.", helpNames: [])
    @Argument(parsing: .captureForPassthrough, help: "`export --help` lists the options.")
    var arguments: [String] = []
}

/// `livingdrug verify`: the hash chains of the records.
struct VerifyCommand: HandedOver {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Walk the chains of the records and name the first broken entry.",
        helpNames: [])
    @Argument(parsing: .captureForPassthrough, help: "`verify --help` lists the options.")
    var arguments: [String] = []
}
