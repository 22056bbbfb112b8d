import Catalogue
import Testing
import Therapy

/// `Evidence/quantities.yaml`: what is read, and faults with their lines.
@Suite("Quantities")
struct QuantityFileTests {
    private static let file = "Evidence/quantities.yaml"

    @Test("the shipped quantities read, name each once, and are marked as fitted where their study was fitted to")
    func shippedFile() throws {
        let shelf = try #require(shipped)
        let list = try shelf.quantities()
        #expect(list.quantities.count > 80)
        #expect(list.required == RequiredAgreement(calibration: 0.85, validation: 0.60, quantities: 0.75))
        for quantity in list.quantities where quantity.measure == .endpoint && quantity.policy == nil {
            guard let id = quantity.study, shelf.studies.contains(id) else { continue }
            let study = try shelf.study(id)
            guard study.role == .validation else { continue }
            #expect(!quantity.fitted, "\(quantity.id): nothing is fitted to the validation study \(id)")
        }
    }

    @Test(
        "a fault of a quantity is told with its line",
        arguments: [
            ("measure: fludarabineAUCBelow", "measure: fludarabineAUCBelwo", "Did you mean"),
            ("inputs: {limit: 18}", "inputs: {limt: 18}", "limit"),
            ("target: {value: 0.69, low: 0.53, high: 0.82}", "target: {value: 0.69, low: 0.9, high: 0.82}", "high"),
            ("target: {value: 0.162}", "target: {value: 16.2}", "0 to 1"),
            ("endpoint: b_cells_detected_12_months", "endpoint: b_cells_detected_13_months", "b_cells_detected_12"),
            ("id: il15-with-cmax", "id: crp-after-tocilizumab", "once"),
            ("calibration: 0.85", "calibration: 85", "0.85"),
        ])
    func faults(passage: String, replacement: String, told: String) throws {
        let spoilt = try Spoilt(Self.file, replacing: passage, by: replacement)
        let problems = try problems { try Shelf.quantities(from: spoilt.text, file: "q.yaml") }
        let problem = try #require(problems.first)
        #expect("\(problem)".contains(told), "\(problem)")
        // A fault of a whole entry stands at its first line; an identifier is missed where it is used again.
        #expect(problem.line >= spoilt.line - 12, "\(problem)")
    }
}
