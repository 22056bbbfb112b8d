import Catalogue
import Dynamics
import Foundation
import Therapy

/// A model that ships: where it is from, its equations, its parameters with their origin, what comes out of it.
public struct ModelView: Sendable {
    /// A parameter.
    public struct Parameter: Sendable {
        let id: String
        let value: String
        let unit: String
        let origin: String
        let meaning: String
        let source: String
        let spread: String?
    }
    /// A figure that must come out.
    public struct Check: Sendable {
        let says: String
        let expected: String
        let origin: String
        let isReproduced: Bool
        let note: String?
    }

    let name: String
    let title: String
    let citation: String?
    let doi: String?
    let product: String
    let data: String
    let timeUnit: String?
    let verification: String?
    let note: String?
    let states: Int
    /// Antimony text; nil where the SBML file is all there is.
    let equations: String?
    let parameters: [Parameter]
    let checks: [Check]

    /// Reads a model off the shelf.
    ///
    /// - Throws: `UnknownName` with the near matches; `CatalogueError` if a file is wrong.
    public init(_ name: String, on shelf: Shelf) throws {
        self.name = name
        equations = Self.antimony(of: name, on: shelf)
        guard shelf.publishedModels.contains(name) else {
            let url = try shelf.model(name)
            let program = try Program(
                Model(sbml: String(contentsOf: url, encoding: .utf8), file: url.lastPathComponent))
            let origins = name == "body" ? try shelf.bodyParameters() : [:]
            title = "Composed body: one patient through CAR-T therapy"
            (citation, doi, timeUnit, verification) = (nil, nil, "days", nil)
            product = "all products of the catalogue"
            data = "assumed, and fitted to published endpoints"
            note = "The values here are those of the file; what was fitted for a product or a disease lies over them."
            states = program.states.count
            parameters = program.parameters.map { parameter in
                let own = origins[parameter.id]
                return Parameter(
                    id: parameter.id, value: Words.short(parameter.value), unit: own?.unit ?? parameter.unit,
                    origin: own?.origin.rawValue ?? "not stated", meaning: own?.meaning ?? parameter.name,
                    source: own?.source ?? "", spread: own?.cv.map { "CV \(Words.short($0))" })
            }
            checks = []
            return
        }
        let shelved = try shelf.publishedModel(name)
        let page = shelved.page
        title = page.title
        citation = page.citation
        doi = page.doi
        product = page.product
        data = page.data
        timeUnit = page.timeUnit
        verification = Self.words(page.verification)
        note = page.note
        states = shelved.program.states.count
        parameters = shelved.program.parameters.map { parameter in
            let own = page.parameters[parameter.id]
            return Parameter(
                id: parameter.id, value: Words.short(parameter.value), unit: own?.unit ?? "",
                origin: own?.origin.rawValue ?? "not stated", meaning: own?.meaning ?? "", source: own?.source ?? "",
                spread: own?.spread.map(Self.words))
        }
        checks = page.checks.map(Check.init)
    }

    /// The equations as people write them, without the values, which the table has.
    private static func antimony(of name: String, on shelf: Shelf) -> String? {
        guard let sbml = try? shelf.model(name) else { return nil }
        let source = sbml.deletingPathExtension().appendingPathExtension("ant")
        return (try? String(contentsOf: source, encoding: .utf8))?
            .split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.contains("---- Parameters") }
            .joined(separator: "\n")
    }

    private static func words(_ verification: Verification) -> String {
        switch verification {
        case .read: "equations and values read in the paper or an encoded copy of it"
        case .secondary: "equations and values from a secondary copy, not from the paper"
        case .unverified: "from memory: not yet checked"
        }
    }

    private static func words(_ spread: PublishedParameter.Spread) -> String {
        switch spread {
        case .logNormal(let omega2): "log-normal, ω² \(Words.short(omega2))"
        case .normal(let share): "normal, SD \(Words.short(100 * share)) %"
        case .uniform(let range): "\(Words.short(range.lowerBound)) to \(Words.short(range.upperBound))"
        case .exponential(let mean): "exponential, mean \(Words.short(mean))"
        }
    }
}

extension ModelView.Check {
    fileprivate init(_ check: ModelCheck) {
        says = check.says
        expected = Words.short(check.expected)
        origin = check.origin.rawValue
        switch check.verdict {
        case .reproduced: (isReproduced, note) = (true, nil)
        case .mismatch(let words): (isReproduced, note) = (false, words)
        }
    }
}
