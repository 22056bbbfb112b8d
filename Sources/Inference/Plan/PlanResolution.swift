import Therapy

/// Finds what a plan's words stand for, and everything that is wrong with them.
struct PlanResolution {
    /// A parameter and the studies that it touches.
    struct Resolved {
        var parameter: FreeParameter
        var touched: [Int]
        /// Whether the plan asked for one of every product or disease.
        var isGeneral: Bool
    }

    let plan: CalibrationPlan
    let material: Material
    var parameters: [Resolved] = []
    var comparisons: [[Comparison]] = []
    var faults: [PlanFaults.Fault] = []
    /// Each study as the files have it.
    let settings: [TrialSetting]

    init(_ plan: CalibrationPlan, _ material: Material, only: [String]?) throws {
        self.plan = plan
        self.material = material
        settings = try material.studies.indices.map { try material.setting($0, fitted: material.held, seed: plan.seed) }
        checkSizes()
        for index in plan.parameters.indices { try resolve(index) }
        dropOverruled()
        if let only { parameters.removeAll { !Self.selects(only, $0.parameter.owner) } }
        compare()
        if faults.isEmpty, parameters.isEmpty {
            fault(
                "parameters", nil, nil, found: "nothing to fit", "one parameter at least", "Name one, or select more.")
        }
        guard faults.isEmpty else { throw PlanFaults(faults: faults) }
    }

    mutating func fault(
        _ field: String, _ index: Int?, _ part: String?, found: String? = nil, _ expected: String, _ remedy: String
    ) {
        faults.append(
            .init(field: field, index: index, part: part, found: found, expected: expected, remedy: remedy))
    }

    private mutating func checkSizes() {
        func require(_ condition: Bool, _ field: String, _ expected: String, _ remedy: String) {
            if !condition { fault(field, nil, nil, expected, remedy) }
        }
        require(plan.patients > 0, "patients", "1 or more", "A few hundred make a steady fit.")
        require(plan.step > 0 && plan.step <= 1, "step", "more than 0 and no more than 1", "0.25 serves well.")
        require(plan.iterations >= 0, "iterations", "0 or more", "A dozen is usual.")
        require(plan.screen >= 0, "screen", "0 or more", "0 leaves the screen out.")
        require(
            plan.discrepancy.share >= 0 && plan.discrepancy.share < 0.5, "discrepancy",
            "a share from 0 to 0.5", "Write three points of a hundred as 0.03.")
        require(plan.discrepancy.median >= 0, "discrepancy", "a median's of 0 or more", "Write a tenth as 0.1.")
        require(
            plan.discrepancy.freedom.map { $0 >= 1 } ?? true, "discrepancy", "a freedom of 1 or more",
            "4 is usual; leave it out for a normal distribution.")
        for (index, id) in (plan.studies ?? []).enumerated() where !material.all.contains(where: { $0.study.id == id })
        {
            fault(
                "studies", index, nil, "a study with the role calibration: \(names(material.all.map(\.study.id)))",
                "No fit reads any other study.")
        }
    }

    func names(_ list: [String]) -> String { list.joined(separator: ", ") }
}
