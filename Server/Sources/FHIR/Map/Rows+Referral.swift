import Care

extension EventMap {
    static let referral: [EventMap] = [
        EventMap(
            .referralReceived,
            "Sex, age and measures as referred are findings of that day; Patient.gender follows from them.",
            Template(
                "ServiceRequest", code: .referral, fixed: ["intent": "order"], status: "active",
                [.ext("study", "study", .text)],
                links: [
                    .init(element: "supportingInfo+", parts: ["age", "sex", "weight", "height", "lines", "ecog"]),
                    .init(element: "reasonReference+", parts: ["disease"]),
                ]),
            Template(
                "Condition", part: "disease", status: nil, [.at("code.text", "disease", .text)],
                derive: Derive.condition(onset: nil)),
            .observation(.age, part: "age", [.value("age", .quantity("a"))]),
            .observation(.sex, part: "sex", [.value("sex", .coded(.sex))]),
            .observation(.weight, part: "weight", category: "vital-signs", [.value("weight", .quantity("kg"))]),
            .observation(.height, part: "height", category: "vital-signs", [.value("height", .quantity("cm"))]),
            .observation(.priorLines, part: "lines", [.value("priorLines", .integer)]),
            .observation(.ecog, part: "ecog", category: "survey", [.value("ecog", .integer)], when: .with("ecog"))),
        EventMap(
            .eligibilityAssessed, "The product definition is the method by which it was judged.",
            .observation(
                .eligibility,
                [
                    .value("eligible", .boolean), .at("note*.text", "reasons", .text),
                    .at("method.text", "productVersion", .text),
                ])),
        EventMap(
            .consentRecorded, "The status follows from given.",
            Template(
                "Consent",
                fixed: [
                    "scope": [
                        "coding": [
                            ["system": "http://terminology.hl7.org/CodeSystem/consentscope", "code": "treatment"]
                        ]
                    ],
                    "category": [Concept.consent.codeable],
                    "policyRule": ["text": "Consent to the therapy, as the treatment centre has it"],
                ], status: { $0["given"] == true ? "active" : "inactive" },
                [.at("provision.type", "given", .code([(true, "permit"), (false, "deny")]))])),
        EventMap(
            .coverageVerified, "CoverageEligibilityResponse has no denial and demands an insurer, who may be unknown.",
            .task(
                .coverage,
                status: {
                    switch $0["status"]?.text {
                    case "approved": "completed"
                    case "denied": "rejected"
                    default: "in-progress"
                    }
                },
                [
                    .at("businessStatus", "status", .coded(.coverage)), .at("owner", "payer", .name),
                    .identifier(.coverageReference, "reference"),
                ])),
        EventMap(
            .fitnessChecked, "",
            .observation(
                .fitness,
                [
                    .component(.ecog, "ecog", .integer), .component(.activeInfection, "activeInfection", .boolean),
                    .component(.pregnancy, "pregnant", .boolean),
                    .component(.oxygenSaturation, "oxygenSaturation", .quantity("%")),
                    .component(.ejectionFraction, "ejectionFraction", .quantity("%")),
                    .component(.creatinineClearance, "creatinineClearance", .quantity("mL/min")),
                    .component(.progressing, "progressing", .boolean),
                ])),
        EventMap(
            .productOrdered, "HCPCS codes follow from the product, where we know one.",
            Template(
                "MedicationRequest", fixed: ["intent": "order"], status: "active",
                [
                    .at("medicationCodeableConcept.text", "product", .text),
                    .ext("product-version", "productVersion", .text),
                    .identifier(.chainOfIdentity, "chainOfIdentity"),
                ],
                derive: { resource, payload, _ in
                    guard let code = ProductCode.hcpcs(payload["product"]?.text) else { return }
                    resource.put([code.coding], at: "medicationCodeableConcept.coding")
                })),
        EventMap(
            .slotChanged, "Slot and a booked Appointment demand an end, which a journal does not know.",
            .task(
                .slot,
                status: {
                    switch $0["status"]?.text {
                    case "booked": "accepted"
                    case "lost": "failed"
                    case "released": "cancelled"
                    default: "requested"
                    }
                },
                [
                    .identifier(.slotIdentifier, "slot"), .at("businessStatus", "status", .coded(.slot)),
                    .at("owner", "manufacturer", .name), .at("restriction.period.start", "startsAt", .dateTime),
                ])),
        EventMap(
            .washoutChecked, "",
            Template(
                "MedicationStatement",
                status: { payload in
                    switch payload["neverGiven"]?.truth {
                    case true: "not-taken"
                    case false: "completed"
                    default: "unknown"
                    }
                },
                [
                    .at("medicationCodeableConcept.text", "treatment", .text),
                    .at("effectiveDateTime", "lastGivenAt", .dateTime),
                    .at("statusReason+", "neverGiven", .coded(.treatmentHistory)),
                ])),
        EventMap(
            .infectiousMarkersReported, "A marker that is awaited is registered, without a value.",
            Template(
                "DiagnosticReport", code: .infectiousMarkers, status: "final",
                [.at("effectiveDateTime", "takenAt", .dateTime)],
                links: [.init(element: "result+", parts: ["marker"])], time: "issued"),
            Template(
                "Observation", part: "marker", status: { $0["reactive"] == nil ? "registered" : "final" },
                [.at("code.text", "name", .text), .value("reactive", .boolean)], when: .each("markers"),
                derive: { resource, payload, _ in
                    if payload["reactive"] == nil { resource["dataAbsentReason"] = dataAbsent("temp-unknown") }
                })),
    ]
}
