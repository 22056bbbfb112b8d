import Care

extension EventMap {
    static let release: [EventMap] = [
        EventMap(
            .releaseTested, "The certificate; UCUM codes stand beside units that we read as such.",
            Template(
                "DiagnosticReport", code: .certificate, status: "final", [.identifier(.batch, "batch")],
                links: [.init(element: "result+", parts: ["test"])]),
            Template(
                "Observation", part: "test", status: "final",
                [
                    .at("code.text", "name", .text), .at("valueQuantity.value", "value", .decimal),
                    .at("valueQuantity.unit", "unit", .text), .at("referenceRange+.text", "limit", .text),
                    .at("interpretation+", "passed", .coded(.verdict)),
                ], when: .each("tests"), derive: Derive.unit(at: "valueQuantity"))),
        EventMap(
            .releaseApproved, "",
            .task(
                .releaseApproval,
                [
                    focus(.batch, "batch"), .at("reasonCode", "kind", .coded(.approval)),
                    .identifier(.approvalReference, "reference"),
                ])),
        EventMap(
            .batchReleased, "A Task, signed in its output.",
            .task(
                .batchRelease,
                [
                    focus(.batch, "batch"), .output(.inSpecification, "inSpecification", .boolean),
                    .outputs(.outOfSpecification, "deviations", .text),
                    .outputs(.pendingTest, "pending", .text).optionalList,
                    .outputs(.signature, "signedBy", .signature).optionalList,
                ])),
        EventMap(
            .batchRecalled, "",
            Template(
                "DetectedIssue", code: .recall, fixed: ["severity": "high"], status: "final",
                [.at("implicated+", "batch", .logical(.batch)), .at("detail", "reason", .text)])),
    ]
}
