import Therapy

extension PlanResolution {
    /// Finds what is compared, and what is wrong with what is left out.
    mutating func compare() {
        for (index, omission) in plan.leaveOut.enumerated() { check(omission, index) }
        for study in material.studies {
            var list: [Comparison] = []
            for published in study.study.published
            where !plan.leaveOut.contains(where: {
                $0.endpoint == published.endpoint && ($0.study ?? study.study.id) == study.study.id
            }) {
                if let comparison = Comparison(published, patients: plan.patients, discrepancy: plan.discrepancy) {
                    list.append(comparison)
                } else {
                    fault(
                        "leaveOut", nil, nil, found: "\(study.study.id): \(published.endpoint) \(published.value)",
                        "an endpoint whose logarithm exists", "Leave it out, and say because of what.")
                }
            }
            comparisons.append(list)
        }
    }

    private mutating func check(_ omission: CalibrationPlan.Omission, _ index: Int) {
        if let id = omission.study, !material.all.contains(where: { $0.study.id == id }) {
            fault(
                "leaveOut", index, "study",
                "a study with the role calibration: \(names(material.all.map(\.study.id)))", "Remove the item.")
            return
        }
        guard EndpointName(rawValue: omission.endpoint) != nil else {
            fault(
                "leaveOut", index, "endpoint", "the name of an endpoint", "`livingdrug trial STUDY --json` shows them.")
            return
        }
        let published = material.all.filter { omission.study == nil || omission.study == $0.study.id }
            .contains { $0.study.published.contains { $0.endpoint == omission.endpoint } }
        if !published {
            fault("leaveOut", index, "endpoint", "an endpoint that the study published", "Remove the item.")
        }
        if !omission.because.contains(where: { !$0.isWhitespace }) {
            fault("leaveOut", index, "because", "a reason", "Say why it is not fitted.")
        }
    }
}
