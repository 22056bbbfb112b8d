extension Template {
    /// Where the resource is there: the payloads it is made from, each with its place in the list it stands in.
    func payloads(in payload: Payload) -> [(payload: Payload, index: Int?)] {
        switch presence {
        case .always: return [(payload, nil)]
        case .with(let name): return payload[name] == nil ? [] : [(payload, nil)]
        case .given(_, let test): return test(payload) ? [(payload, nil)] : []
        case .each(let name):
            return (payload[name]?.items ?? []).enumerated().map { ($0.element.members ?? [:], $0.offset) }
        }
    }

    /// The resource of an entry.
    func resource(_ payload: Payload, index: Int?, all: [Template], whole: Payload, _ context: EntryContext)
        throws(FHIRFault) -> JSON
    {
        var resource = fixed
        resource["resourceType"] = .string(type)
        resource["id"] = .string(context.id(part, index))
        var meta = context.realm.meta
        if context.isStruck {
            meta["tag"] = .array((meta["tag"]?.items ?? []) + [LocalSystem.standing.coding("struck-out")])
        }
        resource["meta"] = .object(meta)
        for field in fields {
            guard let value = payload[field.name] else { continue }
            if field.isOptionalList, value == [] {
                let mark: JSON = ["url": .string(extensionURL("empty-list")), "valueCode": .string(field.name)]
                resource["extension"] = .array((resource["extension"]?.items ?? []) + [mark])
            }
            try field.write(value, into: &resource, context)
        }
        if let habit = ResourceHabit.all[type] {
            if let patient = habit.patient { resource.put(["reference": "Patient/patient"], at: patient) }
            if let time = time ?? habit.time, !time.isEmpty { resource.put(context.occurredAt, at: time) }
            if let place = habit.status, let status = status(payload) {
                resource.put(.string(context.isStruck ? habit.struck : status), at: place)
            }
        }
        for link in links { link.write(into: &resource, all, whole, context) }
        derive(&resource, payload, context)
        return .object(resource)
    }
}

extension Template.Link {
    fileprivate func write(
        into resource: inout [String: JSON], _ all: [Template], _ whole: Template.Payload, _ context: EntryContext
    ) {
        var references: [JSON] = []
        for part in parts {
            guard let target = all.first(where: { $0.part == part }) else { continue }
            references += target.payloads(in: whole).map { context.reference(target.type, part, $0.index) }
        }
        guard let first = references.first else { return }
        if element.hasSuffix("+") {
            resource.put(.array(references), at: String(element.dropLast()))
        } else {
            resource.put(first, at: element)
        }
    }
}
