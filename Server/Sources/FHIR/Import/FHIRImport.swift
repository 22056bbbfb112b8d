import Care
import Foundation

/// Reads what `FHIRExport` writes, and single observations that other systems post.
///
/// A bundle is read in four passes: the definitions of FHIR R4; the map, from elements to entries; the journal's own
/// rules; and last the journal is written again and compared, so that an element that contradicts another, or that no
/// field holds, is refused rather than passed over.
public struct FHIRImport {
    /// The journal of a bundle, of whatever realm it says it is.
    /// - Throws: `FHIRFault` for the first fault. Nothing is guessed or left out.
    public static func journal(from bundle: FHIRResource) throws(FHIRFault) -> Journal {
        try Validator.check(bundle.json, at: "Bundle")
        let contents = try BundleContents(bundle.json)
        let subject = try contents.subject()
        var journal = Journal(therapy: try contents.therapy(), subject: subject)
        let provenances = try contents.provenances()
        let decoder = JSONDecoder()
        for provenance in provenances {
            let entry = try EntryReader(contents: contents, provenance: provenance, decoder: decoder).entry()
            do {
                try journal.append(entry)
            } catch {
                throw EntryReader.fault(error, of: entry, at: provenance.path)
            }
        }
        let again: FHIRResource
        do {
            again = try FHIRExport.bundle(of: journal, centre: try contents.centre())
        } catch {
            throw FHIRFault(at: "Bundle", error.code, error.text, error.remedy)
        }
        try Difference.check(bundle.json, against: again.json)
        return journal
    }

    /// The journal of a bundle of one realm.
    /// - Throws: `FHIRFault` with the code `forbidden` for a bundle of another realm.
    public static func journal(from bundle: FHIRResource, into realm: FHIRRealm) throws(FHIRFault) -> Journal {
        let named = try FHIRRealm.named(by: bundle.json["meta"], at: "Bundle")
        guard named == realm else {
            throw FHIRFault(
                at: "Bundle.meta", .forbidden,
                "the bundle is \(named.map(\.rawValue) ?? "of no realm"), and this store is \(realm.rawValue)",
                "Real, training and simulated journals never mix: import it into a store of its own realm.")
        }
        return try journal(from: bundle)
    }

    /// The journal of a bundle as JSON text.
    public static func journal(
        from data: Data, into realm: FHIRRealm, limits: ReadingLimits = ReadingLimits()
    ) throws(FHIRFault) -> Journal {
        try journal(from: FHIRResource(data, limits: limits), into: realm)
    }

    /// The journal of a bundle as JSON text, of whatever realm it says it is.
    public static func journal(from data: Data, limits: ReadingLimits = ReadingLimits()) throws(FHIRFault) -> Journal {
        try journal(from: FHIRResource(data, limits: limits))
    }
}
