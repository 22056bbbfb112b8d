import Care

extension EventMap {
    static let carT: JSON = Concept.carTProduct.codeable

    static let infusion: [EventMap] = [
        EventMap(
            .bridgingGiven, "The regimen is known in words alone, without doses.",
            Template(
                "MedicationStatement", fixed: ["category": Concept.bridging.codeable], status: "completed",
                [.at("medicationCodeableConcept.text", "regimen", .text)])),
        EventMap(
            .readinessConfirmed, "",
            .task(
                .readiness, status: { $0["ready"] == true ? "ready" : "on-hold" },
                [
                    .at("reasonCode", "what", .coded(.readinessItem)), .at("businessStatus", "ready", .coded(.ready)),
                    .input(.count, "count", .integer), focus(.batch, "batch"),
                ])),
        EventMap(
            .lymphodepletionReviewed, "",
            Template(
                "MedicationRequest",
                fixed: [
                    "intent": "plan", "category": [Concept.fludarabineReview.codeable],
                    "medicationCodeableConcept": Drug.codes.codeable("fludarabine") ?? .null,
                ], status: "active",
                [
                    .at("dosageInstruction+.doseAndRate+.doseQuantity", "fludarabineDose", .quantity("mg/m2")),
                    .at("dosageInstruction+.timing.repeat.count", "plannedDays", .positiveInt),
                ], links: [.init(element: "supportingInformation+", parts: ["clearance"])],
                derive: { resource, payload, _ in
                    guard payload["plannedDays"] != nil,
                        var dosage = resource["dosageInstruction"]?.items?.first?.members
                    else { return }
                    dosage.put(1, at: "timing.repeat.frequency")
                    dosage.put(1, at: "timing.repeat.period")
                    dosage.put("d", at: "timing.repeat.periodUnit")
                    resource["dosageInstruction"] = [.object(dosage)]
                }),
            .observation(
                .creatinineClearance, part: "clearance", category: "laboratory",
                [.value("creatinineClearance", .quantity("mL/min"))])),
        EventMap(
            .identityVerified, "",
            .task(
                .identityCheck,
                [
                    coi(.band, "band"), coi(.bag, "bag"), coi(.order, "order"), coi(.certificate, "certificate"),
                    coi(.cassette, "cassette"), .input(.bagIdentifier, "bagIdentifier", .identifier(.bag)),
                    .outputs(.checkedBy, "checkedBy", .name),
                ])),
        EventMap(
            .thawStarted, "",
            Template("Procedure", code: .thaw, status: "in-progress", thaw)),
        EventMap(
            .thawEnded, "",
            Template("Procedure", code: .thaw, status: "completed", thaw)),
        EventMap(
            .infusionStarted, "",
            Template(
                "MedicationAdministration", fixed: ["medicationCodeableConcept": carT], status: "in-progress",
                [
                    .at("supportingInformation+", "bag", .logical(.bag)),
                    .ext("band", "band", .identifier(.chainOfIdentity)),
                    .ext("scanned", "chainOfIdentity", .identifier(.chainOfIdentity)),
                    .ext("expected-duration", "expectedMinutes", .quantity("min")),
                    .ext("leukodepleting-filter", "leukodepletingFilter", .boolean),
                ])),
        EventMap(
            .infusionCompleted,
            "The Procedure has our own code: those of ICD-10-PCS differ by product and vein, which the entry does not tell.",
            Template(
                "MedicationAdministration", status: "completed",
                [
                    .at("dosage.dose", "carPositiveCells", .quantity("10*6")),
                    .ext("dose-per-weight", "cellsPerKilogram", .quantity("10*6/kg")),
                    .ext("since-thaw", "minutesSinceThaw", .quantity("min")),
                    .at("supportingInformation+", "bag", .logical(.bag)),
                ],
                links: [
                    .init(element: "medicationReference", parts: ["product"]),
                    .init(element: "partOf+", parts: ["procedure"]),
                ]),
            Template(
                "Medication", part: "product", fixed: ["code": carT], status: "active",
                [.at("batch.lotNumber", "batch", .text)]),
            Template("Procedure", part: "procedure", code: .infusion, status: "completed", [])),
    ]

    private static let thaw: [Field] = [
        .ext("item", "bag", .identifier(.bag)), .ext("scanned", "chainOfIdentity", .identifier(.chainOfIdentity)),
    ]
}
