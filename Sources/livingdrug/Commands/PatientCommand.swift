import ArgumentParser
import Care
import Foundation
import Therapy

/// `livingdrug patient`: one virtual patient's whole journal.
struct PatientCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "patient", abstract: "Write one virtual patient's whole journal (NDJSON).",
        discussion: "The patient is the same one that `trial` runs at this seed and index. Open it with `chart`.")

    @OptionGroup var options: StudyOptions

    @Option(help: "Index of the patient in the cohort, from 0.")
    var index: Int

    @Option(help: "File to write; standard output if not given.")
    var output: String?

    func validate() throws {
        guard index >= 0 else { throw ValidationError("--index must be 0 or more") }
        guard options.policies.count < 2 else {
            throw ValidationError("one patient is managed by one policy; give --policy once at the most")
        }
    }

    func run() throws {
        let shelf = try Setting.shelf()
        let (journal, outcome) = Trial(try options.setting(shelf)).patient(index)
        if let failure = outcome.failure { throw WorkFailed(description: "patient \(index): \(failure)") }
        let text = try journal.ndjson()
        guard let output else { return print(text, terminator: "") }
        try OutputFolder.write(text, to: output)
        FileHandle.standardError.write(
            Data("\(output): \(journal.entries.count) entries; open with: livingdrug chart \(output)\n".utf8))
    }
}

/// The work was asked for rightly and did not succeed.
struct WorkFailed: Error, CustomStringConvertible { let description: String }
