import Care

/// How one kind of event is written in FHIR: a row of the published table.
struct EventMap: Sendable {
    /// The kind of event.
    let type: EventType
    /// Why these resources, where it is not plain.
    let note: String
    /// The resources; the first is the main one.
    let templates: [Template]

    init(_ type: EventType, _ note: String = "", _ templates: Template...) {
        self.type = type
        self.note = note
        self.templates = templates
    }

    /// Every row, in the order of `EventType`.
    static let all: [EventMap] = {
        let rows =
            referral + collection + custody + manufacture + release + infusion + bedside + drugs + outcome + followUp
        return EventType.allCases.compactMap { type in rows.first { $0.type == type } }
    }()

    private static let byType: [EventType: EventMap] = Dictionary(
        all.map { ($0.type, $0) }, uniquingKeysWith: { first, _ in first })

    /// The row of a kind of event.
    static func row(of type: EventType) -> EventMap? { byType[type] }

    /// The resources of an entry, the main one first.
    func resources(of payload: Template.Payload, _ context: EntryContext) throws(FHIRFault) -> [JSON] {
        let flat = OxygenFields.flattened(payload)
        var resources: [JSON] = []
        for template in templates {
            for (part, index) in template.payloads(in: flat) {
                resources.append(
                    try template.resource(part, index: index, all: templates, whole: flat, context))
            }
        }
        return resources
    }
}
