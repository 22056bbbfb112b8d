import ArgumentParser

/// The command line: each subcommand parses, calls the library and prints.
struct LivingDrug: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "livingdrug",
        abstract: "CAR-T cell therapy, vein to vein: carries a patient through it, and simulates it.",
        discussion: """
            Try:
              livingdrug trial zuma-1 --patients 200
              livingdrug patient zuma-1 --seed 1 --index 7 --output p.ndjson
              livingdrug chart p.ndjson
              livingdrug due p.ndjson --at "day 100"
              livingdrug validate --patients 1000
              livingdrug centre academic-us --plan-only
              livingdrug simulate Models/body/body.xml --end 100 --points 101 --save car_t

            Research and education software, not a medical device.
            Exit codes: 0 done, 1 the work failed, 2 the request was wrong.
            """,
        version: Version.text,
        subcommands: [
            TrialCommand.self, PatientCommand.self, ChartCommand.self, DueCommand.self, EligibleCommand.self,
            ExpectCommand.self, SimulateCommand.self, ModelsCommand.self, ValidateCommand.self, CalibrateCommand.self,
            CentreCommand.self, CostCommand.self, ServeCommand.self, ImportCommand.self, ExportCommand.self,
            VerifyCommand.self,
        ])
}

/// The program's version.
enum Version {
    static let text = "0.1.0"
}
