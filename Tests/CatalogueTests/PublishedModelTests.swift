import Catalogue
import Dynamics
import Foundation
import Testing
import Therapy

@Suite("Published models that ship")
struct PublishedModelTests {
    static let names = shipped?.publishedModels ?? []
    let shelf: Shelf

    init() throws { shelf = try #require(shipped) }

    @Test("Every folder but the body's has a page")
    func pages() {
        #expect(Set(shelf.models) == Set(shelf.publishedModels + ["body"]))
        let first = [
            "chaudhury-2020-ec50", "chaudhury-2020-lotka-volterra", "kimmel-2021", "kirouac-2023", "stein-2019",
        ]
        #expect(Set(shelf.publishedModels).isSuperset(of: first))
    }

    @Test("Every check's verdict holds", arguments: names)
    func checks(name: String) throws {
        let results = try shelf.publishedModel(name).runChecks()
        #expect(!results.isEmpty)
        for result in results {
            #expect(
                result.holds,
                "\(result.check.id): \(result.failure ?? "found \(result.found.map { "\($0)" } ?? "nothing")"), expected \(result.check.expected), on record as \(result.check.verdict)"
            )
        }
    }

    @Test("Every parameter of the SBML has an origin with a source, and an assumed one its grounds", arguments: names)
    func origins(name: String) throws {
        let model = try shelf.publishedModel(name)
        #expect(Set(model.program.parameters.map(\.id)) == Set(model.page.parameters.keys))
        for parameter in model.page.parameters.values {
            #expect(parameter.source.count > 3 && parameter.meaning.count > 3)
        }
    }

    @Test("The page for people names the citation and tells every mismatch", arguments: names)
    func readme(name: String) throws {
        let text = try shippedText("Models/\(name)/README.md")
        let page = try shelf.publishedModel(name).page
        if let doi = page.doi { #expect(text.contains(doi)) }
        #expect(text.contains("# "))
        for case .mismatch(let note) in page.checks.map(\.verdict) {
            #expect(!note.isEmpty && text.lowercased().contains("mismatch"))
        }
    }

    @Test("The values of the Antimony source are those of the SBML", arguments: shipped?.models ?? [])
    func sources(name: String) throws {
        let program = try Program(Model(sbml: shippedText("Models/\(name)/\(name).xml")))
        let values = Dictionary(uniqueKeysWithValues: program.parameters.map { ($0.id, $0.value) })
        var compared: Set<String> = []
        var derived: Set<String> = []
        for line in try shippedText("Models/\(name)/\(name).ant").split(separator: "\n") {
            // `k = 0.5;`, perhaps with a comment; initial values that are formulas are not parameters.
            let code = line.components(separatedBy: "//")[0]
            if let name = code.components(separatedBy: " := ").first, code.contains(" := ") {
                derived.insert(name.trimmingCharacters(in: .whitespaces))
            }
            // Compartments, whose sizes are formulas of parameters.
            let words = code.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
            if words.first == "compartment" { derived.formUnion(words.dropFirst()) }
            let parts = code.trimmingCharacters(in: .whitespaces).components(separatedBy: " = ")
            guard parts.count == 2, parts[1].hasSuffix(";"), let value = values[parts[0]] else { continue }
            // SBML is written with 15 digits.
            let source = Double(parts[1].dropLast()) ?? .nan
            #expect(abs(value - source) <= 1e-14 * abs(source), "\(parts[0])")
            compared.insert(parts[0])
        }
        let wanted = Set(values.keys).subtracting(derived)
        #expect(
            !compared.isEmpty && wanted.isSubset(of: compared), "not in the source: \(wanted.subtracting(compared))")
    }

    @Test("Kirouac's 36 sets have the principal components that the paper prints")
    func components() throws {
        let table = try #require(try shelf.publishedModel("kirouac-2023").tables["virtual-patients.csv"])
        #expect(table.rows.count == 36 && table.columns.count == 27)
        // Figure 1c: 35.3 % and 21.7 % of the variance of the logarithms.
        let shares = PrincipalComponents.shares(of: table.rows.map { $0.map { log($0) } })
        #expect((shares[0] * 1000).rounded() == 353)
        #expect((shares[1] * 1000).rounded() == 217)
    }

    @Test("A folder that is asked for by a name like it, and one without a page")
    func unknown() throws {
        #expect { try shelf.publishedModel("stein-2018") } throws: {
            ($0 as? UnknownName)?.nearMatches.first == "stein-2019"
        }
        #expect(throws: UnknownName.self) { try shelf.publishedModel("body") }
    }
}

/// Shares of the variance along the first principal components: eigenvalues of the covariance by power iteration.
enum PrincipalComponents {
    static func shares(of rows: [[Double]]) -> [Double] {
        let (count, width) = (Double(rows.count), rows[0].count)
        let means = (0..<width).map { column in rows.reduce(0) { $0 + $1[column] } / count }
        var covariance = (0..<width).map { i in
            (0..<width).map { j in
                rows.reduce(0) { $0 + ($1[i] - means[i]) * ($1[j] - means[j]) } / (count - 1)
            }
        }
        let total = (0..<width).reduce(0) { $0 + covariance[$1][$1] }
        return (0..<2).map { _ in
            var vector = [Double](repeating: 1, count: width)
            var value = 0.0
            for _ in 0..<2_000 {
                let next = covariance.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
                value = next.reduce(0) { $0 + $1 * $1 }.squareRoot()
                vector = next.map { $0 / value }
            }
            for i in 0..<width { for j in 0..<width { covariance[i][j] -= value * vector[i] * vector[j] } }
            return value / total
        }
    }
}
