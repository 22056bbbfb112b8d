import Care

/// The resources of a bundle by type and id.
struct BundleContents {
    /// A resource and where it stands.
    struct Item {
        var resource: JSON
        var path: String
        var members: [String: JSON] { resource.members ?? [:] }
    }

    private let bundle: JSON
    private let items: [Item]
    private let byReference: [String: Int]
    private let realm: FHIRRealm

    init(_ bundle: JSON) throws(FHIRFault) {
        guard bundle["resourceType"]?.text == "Bundle", bundle["type"]?.text == "collection" else {
            throw FHIRFault(
                at: "Bundle.type", .value, "a journal is a Bundle of type collection, and this is none",
                "Send what an export of a journal gave; single results are posted as Observations.")
        }
        guard let realm = try FHIRRealm.named(by: bundle["meta"], at: "Bundle") else {
            throw FHIRFault(
                at: "Bundle.meta.tag", .required, "the bundle does not say whether it is real, training or simulated",
                "Give a tag of the system \(LocalSystem.realm.uri).")
        }
        self.bundle = bundle
        self.realm = realm
        var items: [Item] = []
        var byReference: [String: Int] = [:]
        for (index, entry) in (bundle["entry"]?.items ?? []).enumerated() {
            let path = "Bundle.entry[\(index)]"
            guard let resource = entry["resource"] else {
                throw FHIRFault(at: "\(path).resource", .required, "it is missing", "Each entry holds a resource.")
            }
            guard let id = resource["id"]?.text, let type = resource["resourceType"]?.text else {
                throw FHIRFault(at: "\(path).resource.id", .required, "it is missing", "Give each resource its id.")
            }
            guard byReference.updateValue(index, forKey: "\(type)/\(id)") == nil else {
                throw FHIRFault(
                    at: "\(path).resource.id", .duplicate, "\(type)/\(quoted(id)) stands twice", "Leave one of them.")
            }
            let named = try FHIRRealm.named(by: resource["meta"], at: "\(path).resource")
            guard named == realm else {
                throw FHIRFault(
                    at: "\(path).resource.meta", .conflict,
                    "the resource is \(named.map(\.rawValue) ?? "of no realm"), and its bundle is \(realm.rawValue)",
                    "Real, training and simulated data never mix.")
            }
            items.append(Item(resource: resource, path: "\(path).resource"))
        }
        self.items = items
        self.byReference = byReference
        for item in items { try checkReferences(item.resource, at: item.path) }
    }

    /// A resource by `Type/id`.
    subscript(_ reference: String) -> Item? { byReference[reference].map { items[$0] } }

    private func need(_ reference: String) throws(FHIRFault) -> Item {
        if let item = self[reference] { return item }
        throw FHIRFault(at: "Bundle.entry", .required, "there is no \(reference)", "An exported bundle has one.")
    }

    /// Whose journal it is.
    func subject() throws(FHIRFault) -> SubjectKind {
        let patient = try need("Patient/patient")
        switch realm {
        case .real: return .real
        case .training: return .training
        case .simulated: return try VirtualPatient.subject(of: patient.resource, at: patient.path)
        }
    }

    /// Chain-of-identity identifier of the therapy.
    func therapy() throws(FHIRFault) -> String {
        try identifier(bundle["identifier"], .chainOfIdentity, at: "Bundle.identifier")
    }

    /// The centre's identifier.
    func centre() throws(FHIRFault) -> String {
        let centre = try need("Organization/centre")
        return try identifier(centre.resource["identifier"]?.items?.first, .centre, at: "\(centre.path).identifier[0]")
    }

    private func identifier(_ json: JSON?, _ system: LocalSystem, at path: String) throws(FHIRFault) -> String {
        guard let members = json?.members, members["system"]?.text == system.uri,
            let text = try FHIRText.read("value", of: members, at: path)
        else {
            throw FHIRFault(at: path, .required, "it is missing or of another system", "Give one of \(system.uri).")
        }
        return text
    }

    /// The provenances in the order of their sequence numbers, which are 1, 2, 3 …
    func provenances() throws(FHIRFault) -> [Item] {
        var numbered: [Int: Item] = [:]
        for item in items where item.resource["resourceType"]?.text == "Provenance" {
            let number = (item.resource["extension"]?.items ?? []).first {
                $0["url"]?.text == EntryProvenance.sequenceURL
            }?["valuePositiveInt"]?.number?.integer
            guard let number else {
                throw FHIRFault(
                    at: "\(item.path).extension", .required, "the entry's sequence number is missing",
                    "Give the extension \(EntryProvenance.sequenceURL).")
            }
            guard numbered.updateValue(item, forKey: number) == nil else {
                throw FHIRFault(
                    at: "\(item.path).extension", .duplicate, "the sequence number \(number) stands twice",
                    "Entries are numbered from 1 without gaps.")
            }
        }
        var ordered: [Item] = []
        for number in 1..<numbered.count + 1 {
            guard let item = numbered[number] else {
                throw FHIRFault(
                    at: "Bundle.entry", .required, "the entry \(number) is missing",
                    "Entries are numbered from 1 without gaps; send the whole journal.")
            }
            ordered.append(item)
        }
        return ordered
    }

    /// Every reference leads to a resource of this bundle.
    private func checkReferences(_ value: JSON, at path: String) throws(FHIRFault) {
        switch value {
        case .object(let members):
            if let text = members["reference"]?.text {
                let named = FHIRReference(text)
                guard let named, self["\(named.type)/\(named.id)"] != nil else {
                    throw FHIRFault(
                        at: "\(path).reference", .notFound, "the reference leads to no resource of this bundle",
                        "Refer to one as Type/id, and send it along.")
                }
            }
            for name in members.keys.sorted() {
                if let inner = members[name] { try checkReferences(inner, at: "\(path).\(name)") }
            }
        case .array(let list):
            for (index, inner) in list.enumerated() { try checkReferences(inner, at: "\(path)[\(index)]") }
        default: break
        }
    }
}
