/// One of the resources that an event is written as.
struct Template: Sendable {
    /// A payload as JSON.
    typealias Payload = [String: JSON]

    /// When the resource is there.
    enum Presence: Sendable {
        /// Always; where the payload has this field; once for each item of this list, whose fields are then the payload
        case always, with(String), each(String)
        /// Where the payload says so (in words, and as a test)
        case given(String, @Sendable (Payload) -> Bool)
    }
    /// A reference from this resource to another of the entry.
    struct Link: Sendable {
        /// Path of the element, a list if it ends with `+`.
        var element: String
        /// The parts referred to; nil is the main resource.
        var parts: [String?]
    }

    /// Type of resource.
    let type: String
    /// Name within the entry; nil for the main resource.
    let part: String?
    /// What is the same in each.
    let fixed: [String: JSON]
    /// The status, where there is one and the entry counts.
    let status: @Sendable (Payload) -> String?
    /// The payload's fields that this resource holds.
    let fields: [Field]
    /// When the resource is there.
    let presence: Presence
    /// References to other resources of the entry.
    let links: [Link]
    /// Path of the time, if not the usual one of the type; "" for none.
    let time: String?
    /// Adds what follows from the payload.
    let derive: @Sendable (inout [String: JSON], Payload, EntryContext) -> Void

    init(
        _ type: String, part: String? = nil, code: Concept? = nil, fixed: [String: JSON] = [:],
        status: @escaping @Sendable (Payload) -> String?, _ fields: [Field], when presence: Presence = .always,
        links: [Link] = [], time: String? = nil,
        derive: @escaping @Sendable (inout [String: JSON], Payload, EntryContext) -> Void = { _, _, _ in }
    ) {
        self.type = type
        self.part = part
        var all = fixed
        if let code { all["code"] = code.codeable }
        self.fixed = all
        self.status = status
        self.fields = fields
        self.presence = presence
        self.links = links
        self.time = time
        self.derive = derive
    }

    init(
        _ type: String, part: String? = nil, code: Concept? = nil, fixed: [String: JSON] = [:], status: String?,
        _ fields: [Field], when presence: Presence = .always, links: [Link] = [], time: String? = nil,
        derive: @escaping @Sendable (inout [String: JSON], Payload, EntryContext) -> Void = { _, _, _ in }
    ) {
        self.init(
            type, part: part, code: code, fixed: fixed, status: { _ in status }, fields, when: presence, links: links,
            time: time, derive: derive)
    }

    /// A final observation.
    static func observation(
        _ code: Concept, part: String? = nil, category: String? = nil, fixed: [String: JSON] = [:], _ fields: [Field],
        when presence: Presence = .always, links: [Link] = [],
        derive: @escaping @Sendable (inout [String: JSON], Payload, EntryContext) -> Void = { _, _, _ in }
    ) -> Template {
        var all = fixed
        if let category {
            let system = "http://terminology.hl7.org/CodeSystem/observation-category"
            all["category"] = [["coding": [["system": .string(system), "code": .string(category)]]]]
        }
        return Template(
            "Observation", part: part, code: code, fixed: all, status: "final", fields, when: presence, links: links,
            derive: { resource, payload, context in
                derive(&resource, payload, context)
                let isEmpty = resource["component"] == nil && resource["hasMember"] == nil
                if isEmpty, !resource.keys.contains(where: { $0.hasPrefix("value") || $0.hasPrefix("_value") }),
                    resource["dataAbsentReason"] == nil
                {
                    resource["dataAbsentReason"] = dataAbsent("unknown")
                }
            })
    }

    /// A completed task.
    static func task(
        _ code: Concept, status: @escaping @Sendable (Payload) -> String? = { _ in "completed" }, _ fields: [Field],
        derive: @escaping @Sendable (inout [String: JSON], Payload, EntryContext) -> Void = { _, _, _ in }
    ) -> Template {
        Template("Task", code: code, fixed: ["intent": "order"], status: status, fields, derive: derive)
    }
}

/// Why a value is not there.
func dataAbsent(_ code: String) -> JSON {
    [
        "coding": [
            ["system": "http://terminology.hl7.org/CodeSystem/data-absent-reason", "code": .string(code)]
        ]
    ]
}
