import Care
import Catalogue
import Testing
import Therapy

/// `Evidence/quantities.yaml` and `Evidence/policies/expected.yaml`: what is read, and faults with their lines.
@Suite("Quantities and expectations")
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

    @Test("the shipped expectations read, if there are any, and are no policy")
    func shippedExpectations() throws {
        let shelf = try #require(shipped)
        _ = try shelf.policyExpectations()
        #expect(!shelf.policies.contains("expected"))
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

    private static let entry = """
        - policy: early-steroids
          against: as-published
          study: zuma-1
          endpoint: icans_grade_3_or_higher
          direction: lower
          published: 0.17
          published_against: 0.28
          n: 41
          source: "Topp 2021"
          verification: read
        """

    @Test("an expectation reads with its published values and stands for two arms")
    func expectation() throws {
        let list = try Shelf.policyExpectations(from: Self.entry, file: "e.yaml", policies: ["early-steroids"])
        let expectation = try #require(list.first)
        #expect(list.count == 1 && expectation.publishedAgainst == 0.28 && expectation.direction == .lower)
        #expect(expectation.arms.policy == VirtualArm(study: "zuma-1", policy: "early-steroids"))
        #expect(expectation.arms.against == VirtualArm(study: "zuma-1"))
    }

    @Test(
        "a fault of an expectation is told with its line",
        arguments: [
            ("early-steroids\n", "early-steroid\n", 1, "Did you mean early-steroids"),
            ("as-published", "early-steroids", 2, "another policy"),
            ("icans_grade_3_or_higher", "icans_grade_3", 4, "icans_grade_3_or_higher"),
            ("direction: lower", "direction: less", 5, "lower, higher, unchanged"),
            ("n: 41", "n: 0", 8, "more than 0"),
        ])
    func expectationFaults(passage: String, replacement: String, line: Int, told: String) throws {
        let text = Self.entry.replacing(passage, with: replacement, maxReplacements: 1)
        let problems = try problems {
            try Shelf.policyExpectations(from: text, file: "e.yaml", policies: ["early-steroids"])
        }
        let problem = try #require(problems.first)
        #expect(problem.line == line && "\(problem)".contains(told), "\(problem)")
    }
}
