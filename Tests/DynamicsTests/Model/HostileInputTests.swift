import Foundation
import Testing

@testable import Dynamics

/// Files made to crash or hang a reader: each gives a model or a typed error. They are also where fuzzing begins.
@Suite struct HostileInputTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../Fuzz/corpus/").standardizedFileURL

    private static func files(_ name: String) -> [String] {
        let found = try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: name).path)
        return (found ?? []).sorted()
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: folder.appending(path: path)), as: UTF8.self)
    }

    /// Reads a file all the way to a program; the error, if there is one.
    private func failure(_ text: String) -> (any Error)? {
        do {
            _ = try Program(Model(sbml: text, file: "hostile.xml"))
            return nil
        } catch {
            return error
        }
    }

    @Test func `the corpus is there and small`() throws {
        #expect(Self.files("sbml").count > 100)
        var bytes = 0
        for name in Self.files("sbml") {
            bytes += try Data(contentsOf: Self.folder.appending(path: "sbml/" + name)).count
        }
        #expect(bytes < 300_000)
    }

    @Test(arguments: files("sbml"))
    func `a hostile file is read or refused`(name: String) throws {
        guard let error = failure(try Self.text("sbml/" + name)) else { return }
        #expect(error is SBMLError || error is ProgramError)
        #expect(!"\(error)".isEmpty)
    }

    @Test(arguments: files("formula"))
    func `a hostile formula is read or refused`(name: String) throws {
        let text = try Self.text("formula/" + name)
        do throws(FormulaError) { _ = try Formula(infix: text) } catch {
            #expect(!error.problem.isEmpty && !error.remedy.isEmpty)
        }
    }

    @Test(arguments: [
        "too-deep-apply", "too-deep-piecewise", "infix-too-deep", "doctype-bomb", "external-entity", "encoding-utf7",
        "unfinished-comment", "unfinished-cdata", "unfinished-tag", "zero-byte", "empty", "no-model", "level-99",
        "namespace-none", "foreign-namespace", "unknown-entity", "infix-broken", "function-of-wrong-arity",
        "self-recursive-function", "mutual-functions", "root-of-nothing",
    ])
    func `what is dangerous or meaningless is refused`(name: String) throws {
        #expect(failure(try Self.text("sbml/\(name).xml")) is SBMLError)
    }

    @Test(arguments: ["cyclic-rules", "rule-of-itself", "reaction-rate-of-itself"])
    func `circles are named`(name: String) throws {
        let error = failure(try Self.text("sbml/\(name).xml")) as? ProgramError
        #expect(error?.problem.contains("depends on itself") == true)
    }

    @Test(arguments: ["deep-apply", "deep-piecewise", "wide-plus", "rule-chain", "infix-powers", "valid"])
    func `what is only large is read`(name: String) throws {
        let error = failure(try Self.text("sbml/\(name).xml"))
        #expect(error == nil, "\(String(describing: error))")
    }
}
