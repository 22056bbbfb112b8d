import ArgumentParser
import Care
import Catalogue

/// The label that governs a journal's product, and what to say where there is none.
struct PatientLabel {
    /// The label in force; nil where none is known.
    let label: Label?
    /// Which, or why there is none.
    let words: String

    /// The label of the product that a journal orders.
    /// - Parameters:
    ///   - jurisdiction: whose labels.
    ///   - instant: the day whose label holds.
    init(of chart: Chart, in jurisdiction: Jurisdiction, at instant: Instant) throws {
        guard let order = chart.productOrder else {
            label = nil
            words = "no product is ordered yet"
            return
        }
        let book = try Setting.shelf().labels()
        if let recorded = book.label(named: order.productVersion) {
            label = recorded
            words = recorded.nameAndVersion
            return
        }
        do throws(LabelLookupError) {
            let found = try book.label(of: order.product, in: jurisdiction, on: Day(of: instant))
            label = found
            words = found.nameAndVersion
        } catch {
            label = nil
            words = "none: \(error)"
        }
    }

    /// A jurisdiction named on the command line.
    static func jurisdiction(_ text: String) throws -> Jurisdiction {
        guard let place = Jurisdiction(rawValue: text.uppercased()) else {
            throw CommandError(
                "--jurisdiction \(text): no labels of it here; choose one of "
                    + Jurisdiction.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return place
    }
}
