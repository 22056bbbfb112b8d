import Care

extension EventMap {
    static let bedside: [EventMap] = [
        EventMap(
            .admitted, "",
            Template(
                "Encounter", fixed: ["class": encounter("IMP", "inpatient encounter")], status: "in-progress",
                [.at("serviceType", "unit", .coded(.careUnit)), .at("reasonCode+.text", "reason", .text)])),
        EventMap(
            .discharged, "",
            Template(
                "Encounter", fixed: ["class": encounter("IMP", "inpatient encounter")], status: "finished",
                [.at("hospitalization.dischargeDisposition.text", "destination", .text)], time: "period.end")),
        EventMap(
            .vitalsTaken, "A panel with a member for each sign; what support the patient was on is in its components.",
            .observation(
                .vitalSigns, category: "vital-signs",
                [
                    .component(.oxygenSupport, "oxygen", .coded(.oxygen)),
                    .component(.oxygenFlow, "oxygenFlow", .quantity("L/min")),
                    .component(.vasopressors, "vasopressors", .integer),
                    .component(.vasopressin, "vasopressin", .boolean),
                    .component(.fluidBolus, "fluidBolus", .boolean), .component(.otherCause, "otherCause", .boolean),
                ],
                links: [
                    .init(element: "hasMember+", parts: ["temperature", "pressure", "heart-rate", "saturation"])
                ]),
            sign(.temperature, "temperature", "temperature", "Cel"),
            sign(.meanArterialPressure, "pressure", "meanArterialPressure", "mm[Hg]"),
            sign(.heartRate, "heart-rate", "heartRate", "/min"),
            sign(.oxygenSaturation, "saturation", "oxygenSaturation", "%")),
        EventMap(
            .neurologyAssessed, "A QuestionnaireResponse would need ICE's single items, which a journal does not keep.",
            .observation(
                .neurology, category: "exam",
                [
                    .component(.ice, "ice", .integer), .component(.capd, "capd", .integer),
                    .component(.consciousness, "consciousness", .coded(.consciousness)),
                    .component(.seizure, "seizure", .coded(.seizure)),
                    .component(.focalWeakness, "focalWeakness", .boolean),
                    .component(.oedema, "oedema", .coded(.oedema)), .component(.otherCause, "otherCause", .boolean),
                ])),
        EventMap(
            .labReported, "The unit is the analyte's own.",
            Template(
                "Observation",
                fixed: [
                    "category": [
                        [
                            "coding": [
                                [
                                    "system": "http://terminology.hl7.org/CodeSystem/observation-category",
                                    "code": "laboratory",
                                ]
                            ]
                        ]
                    ]
                ], status: "final",
                [
                    .at("code", "analyte", .coded(.analyte)), .at("valueQuantity.value", "value", .decimal),
                    .at("valueQuantity.comparator", "belowDetection", .flag("<")),
                    .at("referenceRange+.low.value", "lowerLimit", .decimal),
                    .at("referenceRange+.high.value", "upperLimit", .decimal),
                ], derive: laboratoryUnits)),
        EventMap(.crsGraded, "ICD-10-CM codes from grade 1 on.", graded(.crs, .crs), reaction(.crs, .crs)),
        EventMap(.icansGraded, "ICD-10-CM codes from grade 1 on.", graded(.icans, .icans), reaction(.icans, .icans)),
    ]

    static func encounter(_ code: String, _ display: String) -> JSON {
        [
            "system": "http://terminology.hl7.org/CodeSystem/v3-ActCode", "code": .string(code),
            "display": .string(display),
        ]
    }

    private static func sign(_ concept: Concept, _ part: String, _ name: String, _ unit: String) -> Template {
        .observation(
            concept, part: part, category: "vital-signs", [.value(name, .quantity(unit))], when: .with(name))
    }

    private static func graded(_ concept: Concept, _ set: CodeSet) -> Template {
        .observation(concept, category: "exam", [.value("grade", .coded(set))])
    }

    /// The reaction that a grade above 0 stands for, with its public code.
    private static func reaction(_ concept: Concept, _ set: CodeSet) -> Template {
        Template(
            "AdverseEvent", part: "event", fixed: ["actuality": "actual"], status: nil, [],
            when: .given("grade above 0", { ($0["grade"]?.number?.integer ?? 0) > 0 }),
            derive: { resource, payload, _ in
                if let grade = payload["grade"] { resource["event"] = set.codeable(grade) }
            })
    }

    /// The analyte's unit, in the value and in the limits of normal.
    private static let laboratoryUnits: Derive.Step = { resource, payload, _ in
        guard let analyte = payload["analyte"]?.text.flatMap(Analyte.init) else { return }
        func unit(_ quantity: JSON?) -> JSON? {
            guard var members = quantity?.members else { return nil }
            members["unit"] = .string(analyte.unit)
            members["system"] = .string(UCUM.system)
            members["code"] = .string(analyte.unit)
            return .object(members)
        }
        resource["valueQuantity"] = unit(resource["valueQuantity"])
        if var range = resource["referenceRange"]?.items?.first?.members {
            range["low"] = unit(range["low"])
            range["high"] = unit(range["high"])
            resource["referenceRange"] = [.object(range)]
        }
    }
}
