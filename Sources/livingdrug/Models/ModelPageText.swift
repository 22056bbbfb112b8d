import Catalogue
import Dynamics
import Therapy

/// A published model's page with today's figures.
struct ModelPageText: Encodable {
    let name: String
    let title: String
    let citation: String
    let doi: String?
    let product: String
    let data: String
    let timeUnit: String
    let verification: String
    let note: String?
    let states: Int
    let equations: String?
    let parameters: [ParameterRow]
    let tables: [String]
    let checks: [CheckRow]

    init(_ model: ShelvedModel, source: String?) {
        let page = model.page
        name = page.id
        title = page.title
        citation = page.citation
        doi = page.doi
        product = page.product
        data = page.data
        timeUnit = page.timeUnit
        verification = page.verification.rawValue
        note = page.note
        states = model.program.states.count
        equations = source
        parameters = model.program.parameters.map { parameter in
            let own = page.parameters[parameter.id]
            return ParameterRow(
                id: parameter.id, value: parameter.value, unit: own?.unit ?? "", origin: own?.origin.rawValue ?? "",
                meaning: own?.meaning ?? "", source: own?.source ?? "", spread: own?.spread?.words)
        }
        tables = model.tables.keys.sorted().map { "\($0): \(model.tables[$0]?.rows.count ?? 0) members" }
        checks = model.runChecks().map(CheckRow.init)
    }

    var text: String {
        let words: String =
            switch verification {
            case "read": "equations and values read in the paper or an encoded copy of it"
            case "secondary": "equations and values from a secondary copy, not from the paper"
            default: "from memory: not yet checked"
            }
        var head = [
            "\(title)", "\(citation)" + (doi.map { " · https://doi.org/\($0)" } ?? ""),
            "Product: \(product). Data: \(data).", "\(states) states; time in \(timeUnit). Verification: \(words).",
        ]
        if let note { head.append("Note: \(note)") }
        head += tables.map { "Table \($0)" }
        return [
            head.joined(separator: "\n"), equations ?? "", ParameterRow.table(parameters) + "\n",
            CheckRow.table(checks), "\nThe whole page: Models/\(name)/README.md",
        ].joined(separator: "\n")
    }
}
