import Care

extension EventMap {
    static let drugs: [EventMap] = [
        EventMap(
            .orderPlaced, "",
            Template(
                "MedicationRequest", fixed: ["intent": "order"], status: "active",
                [
                    .identifier(.order, "id"), .at("medicationCodeableConcept", "drug", .coded(Drug.codes)),
                    .at("dosageInstruction+.doseAndRate+.doseQuantity.value", "amount", .decimal),
                    .at("dosageInstruction+.doseAndRate+.doseQuantity.unit", "unit", .text),
                    .at("dosageInstruction+.timing.repeat.period", "intervalHours", .decimal),
                    .at("dosageInstruction+.timing.repeat.count", "doses", .positiveInt),
                    .at("dosageInstruction+.timing.repeat.duration", "minutes", .decimal),
                    .at("dosageInstruction+.route", "route", .coded(.route)),
                    .at("dosageInstruction+.method", "oxygen", .coded(.oxygen)),
                    .ext("oxygen-flow", "oxygenFlow", .quantity("L/min")),
                    .at("reasonCode+.text", "reason", .text), .ext("guideline", "source", .text),
                ],
                derive: { resource, payload, context in
                    guard var dosage = resource["dosageInstruction"]?.items?.first?.members else { return }
                    dosage.put("min", at: "timing.repeat.durationUnit")
                    if payload["intervalHours"] != nil {
                        dosage.put(1, at: "timing.repeat.frequency")
                        dosage.put("h", at: "timing.repeat.periodUnit")
                    }
                    if var rate = dosage["doseAndRate"]?.items?.first?.members {
                        Derive.unit(at: "doseQuantity")(&rate, payload, context)
                        dosage["doseAndRate"] = [.object(rate)]
                    }
                    resource["dosageInstruction"] = [.object(dosage)]
                })),
        EventMap(
            .orderStopped, "A stopped MedicationRequest would have to repeat the drug, which this entry does not.",
            .task(.orderStop, [focus(.order, "id"), .at("reasonCode.text", "reason", .text)])),
        EventMap(
            .drugGiven, "",
            Template(
                "MedicationAdministration", status: "completed",
                [
                    .at("medicationCodeableConcept", "drug", .coded(Drug.codes)),
                    .at("dosage.dose.value", "amount", .decimal), .at("dosage.dose.unit", "unit", .text),
                    .ext("duration", "minutes", .quantity("min")), .at("dosage.route", "route", .coded(.route)),
                ], derive: Derive.unit(at: "dosage.dose"))),
        EventMap(
            .infectionReported, "",
            Template(
                "Condition", status: nil,
                [.at("severity", "grade", .coded(.ctcae)), .at("code.text", "description", .text)],
                derive: Derive.condition(onset: "onsetDateTime"))),
        EventMap(
            .transfused, "",
            Template(
                "Procedure", code: .transfusion, status: "completed",
                [
                    .at("usedCode+", "kind", .coded(.bloodProduct)), .ext("irradiated", "irradiated", .boolean),
                    .ext("units", "units", .positiveInt),
                ])),
        EventMap(
            .vaccinated, "",
            Template(
                "Immunization", status: "completed",
                [.at("vaccineCode.text", "vaccine", .text), .ext("live-vaccine", "live", .boolean)])),
    ]
}
