import Care

extension EventMap {
    static let outcome: [EventMap] = [
        EventMap(
            .responseAssessed, "",
            .observation(
                .response, category: "exam",
                [
                    .value("response", .coded(.response)), .at("method.text", "criteria", .text),
                    .component(.burdenRatio, "burdenRatio", .quantity("1")),
                    .component(.residualDisease, "residualDisease", .boolean),
                ])),
        EventMap(
            .progressionReported, "",
            .observation(
                .progression, category: "exam",
                [.value("relapse", .coded(.progression)), .component(.antigenLoss, "antigenLoss", .boolean)])),
        EventMap(
            .secondMalignancyReported, "",
            Template(
                "Condition", status: nil,
                [
                    .at("category+", "lineage", .coded(.lineage)), .at("code.text", "description", .text),
                    .ext("sample-kept", "sampleKept", .boolean), .ext("reported-to", "reportedTo", .text),
                ], derive: Derive.condition(onset: nil)),
            Template(
                "AdverseEvent", part: "event",
                fixed: [
                    "actuality": "actual", "event": Concept.secondMalignancy.codeable, "seriousness": Derive.serious,
                ], status: nil, [], links: [.init(element: "resultingCondition+", parts: [nil])])),
        EventMap(
            .therapyCancelled, "",
            Template(
                "ServiceRequest", code: .cancellation, fixed: ["intent": "order"], status: "revoked",
                [
                    .at("reasonCode+", "reason", .coded(.cancellation)), .at("note+.text", "detail", .text),
                ])),
        EventMap(
            .died, "Patient.deceasedDateTime follows from it.",
            .observation(.death, [.value("cause", .coded(.cause))])),
        EventMap(
            .corrected,
            "The resources of the entry that it names are entered in error and tagged struck-out, while it stands.",
            .task(
                .correction,
                [
                    .at("focus.identifier.value", "sequence", .entryNumber), .at("reasonCode.text", "reason", .text),
                ],
                derive: { resource, payload, context in
                    guard let number = payload["sequence"]?.number?.integer else { return }
                    resource.put(.string(LocalSystem.entry.uri), at: "focus.identifier.system")
                    if let type = context.mainType(number) {
                        resource.put(.string("\(type)/e\(number)"), at: "focus.reference")
                    }
                })),
    ]
}
