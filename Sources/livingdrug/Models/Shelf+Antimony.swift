import Catalogue
import Foundation

extension Shelf {
    /// The equations of a model as its Antimony source writes them, without the list of values at its end; nil if the
    /// source does not lie beside the SBML.
    func antimony(of name: String) -> String? {
        guard let sbml = try? model(name) else { return nil }
        let source = sbml.deletingPathExtension().appendingPathExtension("ant")
        return (try? String(contentsOf: source, encoding: .utf8))?
            .split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.contains("---- Parameters") }
            .joined(separator: "\n")
    }
}
