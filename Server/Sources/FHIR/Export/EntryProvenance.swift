import Care

/// The Provenance of an entry: which resources are the entry, what kind it is, when it happened and was written down,
/// by
/// whom, and in extensions what FHIR has no element for (sequence, simulated day, product version, submission).
enum EntryProvenance {
    static let sequenceURL = extensionURL("sequence")
    static let simulatedDayURL = extensionURL("simulated-day")
    static let productVersionURL = extensionURL("product-version")
    static let submissionURL = extensionURL("submission")

    static func resource(
        of members: [String: JSON], type: EventType, targets: [JSON], _ context: EntryContext
    ) throws(FHIRFault) -> JSON {
        var extensions: [JSON] = [
            ["url": .string(sequenceURL), "valuePositiveInt": JSON(integerLiteral: context.sequence)]
        ]
        if let day = members["simulatedDay"] {
            extensions.append([
                "url": .string(simulatedDayURL),
                "valueQuantity": ["value": day, "unit": "d", "system": .string(UCUM.system), "code": "d"],
            ])
        }
        for (name, url) in [("productVersion", productVersionURL), ("submission", submissionURL)] {
            guard let text = members[name]?.text else { continue }
            extensions.append(FHIRText.object(["url": .string(url)], "valueString", text))
        }
        extensions.append(["url": .string(JournalChain.entryURL), "valueString": .string(context.chainHash)])
        let references: [JSON] = targets.map {
            ["reference": .string("\($0["resourceType"]?.text ?? "")/\($0["id"]?.text ?? "")")]
        }
        let actor = context.actor
        let agentType: JSON = [
            "coding": [
                ["system": "http://terminology.hl7.org/CodeSystem/provenance-participant-type", "code": "author"]
            ]
        ]
        return [
            "resourceType": "Provenance", "id": .string("p\(context.sequence)"),
            "meta": .object(context.realm.meta), "extension": .array(extensions), "target": .array(references),
            "occurredDateTime": context.occurredAt, "recorded": context.recordedAt,
            "activity": ["coding": [LocalSystem.event.coding(type.rawValue, words(type.rawValue))]],
            "agent": [
                [
                    "type": agentType,
                    "role": [["coding": [LocalSystem.role.coding(actor["role"]?.text ?? "")]]],
                    "who": FHIRText.object([:], "display", actor["name"]?.text ?? ""),
                ]
            ],
        ]
    }
}
