import Care
import Chain
import Foundation

/// Writes a whole journal as a FHIR R4 (4.0.1) Bundle of type `collection`: the patient, the centre, the episode of
/// care,
/// and for each entry its resources with a Provenance that bears what every entry has. `docs/fhir.md` has the table.
public struct FHIRExport {
    /// The bundle of a journal: the same journal and centre give the same bundle to the byte.
    /// - Parameter centre: identifier of the treatment centre that holds the journal.
    /// - Throws: `FHIRFault` with the entry's number for what FHIR cannot hold (a zone beyond 14 hours, a year beyond
    ///   9999), and for an entry that no journal would accept.
    public static func bundle(of journal: Journal, centre: String) throws(FHIRFault) -> FHIRResource {
        let base = FHIRBase(centre: centre, therapy: journal.therapy)
        let realm = FHIRRealm(journal.subject)
        let struck = Set(journal.corrections.filter(\.stands).map(\.entry))
        let frame = ExportFrame(journal: journal, centre: centre, struck: struck)
        var resources = [frame.patient, frame.organization, frame.episode]
        guard var chain = try? JournalChain(of: journal) else {
            throw FHIRFault(at: "therapy", .value, "the journal has no header that can be written", "Correct it.")
        }
        let types = journal.entries.map { EventMap.row(of: $0.event.type)?.templates.first?.type }
        for entry in journal.entries {
            let path = "entry \(entry.sequence)"
            let line = try Self.line(of: entry)
            let members = try JSONReader.read(Array(line.utf8), limits: ReadingLimits()).members ?? [:]
            chain.add(line)
            guard let row = EventMap.row(of: entry.event.type) else {
                throw FHIRFault(at: path, .notSupported, "\(entry.event.type.rawValue) has no map", "Add its row.")
            }
            let context = EntryContext(
                sequence: entry.sequence, occurredAt: try FHIRTime.text(entry.occurredAt, at: "\(path).occurredAt"),
                recordedAt: try FHIRTime.text(entry.recordedAt, at: "\(path).recordedAt"),
                actor: members["actor"] ?? .null, chainHash: chain.head, realm: realm,
                isStruck: struck.contains(entry.sequence),
                mainType: { types.indices.contains($0 - 1) ? types[$0 - 1] : nil })
            let own = try row.resources(of: members["payload"]?.members ?? [:], context)
            resources += own
            resources.append(try EntryProvenance.resource(of: members, type: row.type, targets: own, context))
        }
        var meta = realm.meta
        meta["extension"] = [["url": .string(JournalChain.headURL), "valueString": .string(chain.head)]]
        var bundle: [String: JSON] = [
            "resourceType": "Bundle", "type": "collection", "meta": .object(meta),
            "identifier": FHIRText.object(
                ["system": .string(LocalSystem.chainOfIdentity.uri)], "value", journal.therapy),
        ]
        bundle["entry"] = .array(resources.map { ["fullUrl": .string(base.url(of: $0)), "resource": $0] })
        return FHIRResource(bundle)
    }

    /// An entry as its line in a journal.
    private static func line(of entry: Entry) throws(FHIRFault) -> String {
        do {
            return try CanonicalJSON.text(entry)
        } catch {
            throw FHIRFault(
                at: "entry \(entry.sequence)", .value, "a number of the entry is infinite or none",
                "Correct the entry in the journal.")
        }
    }
}
