import Care
import Foundation

/// Reads one entry from its Provenance and the resources that this names.
struct EntryReader {
    let contents: BundleContents
    let provenance: BundleContents.Item
    let decoder: JSONDecoder

    /// The entry.
    func entry() throws(FHIRFault) -> Entry {
        let row = try row()
        var line: [String: JSON] = [
            "sequence": try extensionValue(EntryProvenance.sequenceURL, "valuePositiveInt") ?? .null,
            "type": .string(row.type.rawValue), "actor": try actor(),
            "occurredAt": try time("occurredDateTime"), "recordedAt": try time("recorded"),
        ]
        line["simulatedDay"] = try extensionValue(EntryProvenance.simulatedDayURL, "valueQuantity")?["value"]
        line["productVersion"] = try text(EntryProvenance.productVersionURL)
        line["submission"] = try text(EntryProvenance.submissionURL)
        let sequence = line["sequence"]?.number?.integer ?? 0
        line["payload"] = .object(try PayloadReader(row: row, contents: contents, sequence: sequence).payload())
        do {
            return try decoder.decode(Entry.self, from: Data(JSON.object(line).bytes))
        } catch let error as DecodingError {
            throw PayloadReader(row: row, contents: contents, sequence: sequence).fault(error, at: provenance.path)
        } catch {
            throw FHIRFault(at: provenance.path, .value, "the entry cannot be read", "See docs/fhir.md.")
        }
    }

    private func row() throws(FHIRFault) -> EventMap {
        let path = "\(provenance.path).activity.coding"
        let codings = (provenance.resource["activity"]?["coding"]?.items ?? []).filter {
            $0["system"]?.text == LocalSystem.event.uri
        }
        guard codings.count == 1, let code = codings[0]["code"]?.text else {
            throw FHIRFault(
                at: path, .required, "the kind of entry is missing", "Give one code of \(LocalSystem.event.uri).")
        }
        guard let row = EventType(rawValue: code).flatMap(EventMap.row) else {
            throw FHIRFault(
                at: path, .codeInvalid, "\(quoted(code)) is no kind of entry", "See docs/fhir.md for those there are.")
        }
        return row
    }

    private func time(_ name: String) throws(FHIRFault) -> JSON {
        guard let text = provenance.resource[name]?.text, FHIRTime.isInstant(text) else {
            throw FHIRFault(
                at: "\(provenance.path).\(name)", .required,
                "the time is missing, or lacks the time of day or the zone",
                FHIRTime.zoneProblem.remedy)
        }
        return .string(text)
    }

    private func actor() throws(FHIRFault) -> JSON {
        let path = "\(provenance.path).agent[0]"
        guard let agent = provenance.resource["agent"]?.items?.first,
            let role = agent["role"]?.items?.first?["coding"]?.items?.first?["code"]?.text
        else { throw FHIRFault(at: "\(path).role", .required, "the author's role is missing", "Give one.") }
        guard Role(rawValue: role) != nil else {
            throw FHIRFault(
                at: "\(path).role", .codeInvalid, "\(quoted(role)) is no role",
                "It is one of \(Role.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        guard let name = try FHIRText.read("display", of: agent["who"]?.members ?? [:], at: "\(path).who") else {
            throw FHIRFault(at: "\(path).who.display", .required, "the author's name is missing", "Give it.")
        }
        return ["role": .string(role), "name": .string(name)]
    }

    private func found(_ url: String) throws(FHIRFault) -> JSON? {
        let all = (provenance.resource["extension"]?.items ?? []).filter { $0["url"]?.text == url }
        guard all.count <= 1 else {
            throw FHIRFault(
                at: "\(provenance.path).extension", .duplicate, "an extension stands more than once", "Leave one.")
        }
        return all.first
    }

    private func extensionValue(_ url: String, _ name: String) throws(FHIRFault) -> JSON? { try found(url)?[name] }

    private func text(_ url: String) throws(FHIRFault) -> JSON? {
        guard let members = try found(url)?.members else { return nil }
        return try FHIRText.read("valueString", of: members, at: "\(provenance.path).extension").map(JSON.string)
    }

    /// What the journal's own rules refuse. The rule's words may quote values, its remedy never does.
    static func fault(_ fault: EntryFault, of entry: Entry, at path: String) -> FHIRFault {
        FHIRFault(
            at: path, .businessRule,
            "entry \(entry.sequence) cannot stand in the journal: \(fault.field) is refused by its rules", fault.remedy)
    }
}
