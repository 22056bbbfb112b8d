import Care
import Catalogue
import Dynamics
import Foundation
import Native
import Synchronization
import Therapy

/// Loads what a trial needs from the shelf of models and evidence.
enum Setting {
    /// The data that ships, found from `LIVINGDRUG_DATA`, the program's place or the current folder.
    static func shelf() throws -> Shelf {
        let environment = ProcessInfo.processInfo.environment
        let executable = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        return try Shelf.find(
            explicit: environment["LIVINGDRUG_DATA"], executable: executable ?? CommandLine.arguments.first,
            current: FileManager.default.currentDirectoryPath)
    }

    /// The body model, ready to run: compiled where there is a compiler, which changes the speed and no digit.
    static func body(_ shelf: Shelf) throws -> Body {
        let url = try shelf.model("body")
        let text = try String(contentsOf: url, encoding: .utf8)
        let program = try Program(Model(sbml: text, file: url.lastPathComponent))
        do {
            return try Body(program, backend: NativeCompiler().backend(for: program))
        } catch let error as NativeCompiler.Unavailable {
            FileHandle.standardError.write(Data("livingdrug: \(error)\n".utf8))
            return try Body(program)
        }
    }

    /// A study with its changes, ready to run.
    static func load(
        study id: String, seed: UInt64, policy: String?, changes: [String], shelf: Shelf
    ) throws -> TrialSetting {
        let assignments = try changes.map(Change.init)
        let body = try body(shelf)
        let names = body.program.parameters.map(\.id)
        var study = try shelf.study(id)
        var product = try shelf.product(study.product)
        var disease = try shelf.disease(study.disease)
        var overrides: [String: SourcedValue] = [:]
        let base = try shelf.bodyParameters()
        var fitted = try self.fitted(shelf)
        let covariates = try shelf.covariates()
        let course = try shelf.course()
        func setting() throws -> TrialSetting {
            try TrialSetting(
                study: study, product: product, disease: disease, covariates: covariates, course: course, body: body,
                base: base,
                policy: try self.policy(policy, study, shelf), fitted: fitted, overrides: overrides,
                drugs: shelf.drugs(), seed: seed)
        }
        let standing = assignments.isEmpty ? [] : try setting().parameters.entries
        for change in assignments {
            if let own = standing.first(where: { $0.id == change.name })?.value {
                overrides[change.name] = SourcedValue(
                    value: try change.number(), unit: own.unit, cv: own.cv, bounded: own.bounded, origin: .assumed,
                    source: "--set on the command line")
            } else {
                try change.apply(to: &study, &product, &disease, bodyParameters: names)
                fitted.products[product.definition.id]?[change.name] = nil
            }
        }
        return try setting()
    }

    /// What was said already: `validate` makes a setting for each study.
    private static let warned = Mutex<Set<String>>([])

    /// What a calibration found; a warning if it was made with other data than stand there now.
    static func fitted(_ shelf: Shelf) throws -> FittedParameters {
        guard let file = try shelf.fitted() else { return .none }
        let changed = shelf.changed(since: file)
        if !changed.isEmpty {
            let text =
                "livingdrug: \(Shelf.fittedPath) was fitted before \(changed.joined(separator: ", ")) changed; its values "
                + "are used all the same. To fit again: \(file.command)\n"
            if warned.withLock({ $0.insert(text).inserted }) { FileHandle.standardError.write(Data(text.utf8)) }
        }
        return file.parameters
    }

    static func policy(_ name: String?, _ study: Study, _ shelf: Shelf) throws -> ManagementPolicy? {
        guard let name, name != study.management.id, name != "as-published" else { return nil }
        if name.hasSuffix(".yaml") || name.contains("/") { return try shelf.policy(at: name) }
        guard shelf.policies.contains(name) else {
            throw UnknownName(.policy, name, known: ["as-published"] + shelf.policies)
        }
        return try shelf.policy(name)
    }
}
