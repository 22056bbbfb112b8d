import Care

extension EventMap {
    static let followUp: [EventMap] = [
        EventMap(
            .alertAcknowledged, "",
            .task(
                .alert, status: { _ in "accepted" },
                [focus(.alert, "alert"), .output(.action, "action", .text)])),
        EventMap(
            .stopOverridden, "mitigation holds the reason and the second signature.",
            Template(
                "DetectedIssue", code: .hardStop, status: "final",
                [
                    .identifier(.stop, "stop"), .at("mitigation+.action.text", "reason", .text),
                    .at("mitigation+.author", "secondSignature", .actor),
                    .ext("product-version", "productVersion", .text),
                ],
                derive: { resource, _, context in
                    guard var mitigation = resource["mitigation"]?.items?.first?.members else { return }
                    mitigation["date"] = context.occurredAt
                    resource["mitigation"] = [.object(mitigation)]
                })),
        EventMap(
            .followUpVisited, "",
            Template(
                "Encounter", fixed: ["class": encounter("AMB", "ambulatory")], status: "finished",
                [.at("type+.text", "visit", .text)])),
        EventMap(
            .visitMissed, "A missed Appointment demands start and end (app-3).",
            Template(
                "Encounter", fixed: ["class": encounter("AMB", "ambulatory")], status: "cancelled",
                [.at("type+.text", "visit", .text), .at("reasonCode+.text", "reason", .text)])),
        EventMap(
            .registryFormSent, "That it was sent; the form's answers stay in the chart and are not repeated.",
            Template(
                "Communication", fixed: ["category": [Concept.registryForm.codeable]], status: "completed",
                [.at("topic.text", "form", .text), .identifier(.registryReference, "reference")])),
        EventMap(
            .replicationTested, "Archived and not tested: no value, with the reason.",
            .observation(
                .replicationTest, category: "laboratory",
                [.at("method.text", "method", .text), .value("positive", .boolean)],
                derive: { resource, payload, _ in
                    if payload["positive"] == nil { resource["dataAbsentReason"] = dataAbsent("not-performed") }
                })),
        EventMap(
            .careTransferred, "Signed by both, it is completed.",
            .task(
                .careTransfer,
                status: { $0["givenBy"] != nil && $0["takenBy"] != nil ? "completed" : "in-progress" },
                [
                    .at("requester", "from", .name), .at("owner", "to", .name),
                    .output(.givenBy, "givenBy", .signature), .output(.takenBy, "takenBy", .signature),
                ])),
    ]
}
