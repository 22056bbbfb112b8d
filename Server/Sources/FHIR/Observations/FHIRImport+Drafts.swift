import Care
import Foundation

extension FHIRImport {
    /// The events of an Observation, or of each Observation of a Bundle (collection, batch or transaction), that
    /// another
    /// system posts: laboratory results, vital signs one by one or as a panel, ICE and CAPD scores.
    ///
    /// Values in other units of UCUM are converted. What cannot be understood in full is refused, with what would be
    /// right; nothing of a bundle is taken if one of its resources is at fault.
    /// - Throws: `FHIRFault` for the first fault.
    public static func drafts(from resource: FHIRResource) throws(FHIRFault) -> [FHIREvent] {
        switch resource.resourceType {
        case "Observation": return try drafts(of: resource.json, at: "Observation")
        case "Bundle": return try drafts(ofBundle: resource.json)
        default:
            throw FHIRFault(
                at: "resourceType", .notSupported, "\(quoted(resource.resourceType)) is not taken here",
                "Post an Observation, or a Bundle of Observations.")
        }
    }

    /// The events of a resource for a store of one realm. A resource that names no realm counts as real.
    /// - Throws: `FHIRFault` with the code `forbidden` for data of another realm.
    public static func drafts(from resource: FHIRResource, into realm: FHIRRealm) throws(FHIRFault) -> [FHIREvent] {
        let drafts = try drafts(from: resource)
        if let stranger = drafts.first(where: { ($0.realm ?? .real) != realm }) {
            throw FHIRFault(
                at: "\(stranger.path).meta", .forbidden,
                "the data are \((stranger.realm ?? .real).rawValue), and this store is \(realm.rawValue)",
                "Real, training and simulated data never mix; data that are not a patient's bear the label HTEST.")
        }
        return drafts
    }

    /// The events of a resource as JSON text.
    public static func drafts(
        from data: Data, limits: ReadingLimits = .resource
    ) throws(FHIRFault) -> [FHIREvent] {
        try drafts(from: FHIRResource(data, limits: limits))
    }

    private static func drafts(ofBundle bundle: JSON) throws(FHIRFault) -> [FHIREvent] {
        try Validator.check(bundle, at: "Bundle")
        guard let type = bundle["type"]?.text, ["collection", "batch", "transaction"].contains(type) else {
            throw FHIRFault(
                at: "Bundle.type", .notSupported, "a bundle of this type brings no results",
                "Send a collection, batch or transaction.")
        }
        var drafts: [FHIREvent] = []
        for (index, entry) in (bundle["entry"]?.items ?? []).enumerated() {
            let path = "Bundle.entry[\(index)].resource"
            guard let resource = entry["resource"], resource["resourceType"]?.text == "Observation" else {
                throw FHIRFault(
                    at: path, .notSupported, "only Observations are taken here", "Leave the other resources out.")
            }
            guard (entry["request"]?["method"]?.text ?? "POST") == "POST" else {
                throw FHIRFault(
                    at: "Bundle.entry[\(index)].request.method", .notSupported, "results are only ever added",
                    "Use POST; what was wrong is corrected by an Observation with the status corrected.")
            }
            drafts += try Self.drafts(of: resource, at: path)
        }
        guard !drafts.isEmpty else {
            throw FHIRFault(at: "Bundle.entry", .required, "the bundle is empty", "Send at least one Observation.")
        }
        return drafts
    }

    private static func drafts(of resource: JSON, at path: String) throws(FHIRFault) -> [FHIREvent] {
        try Validator.check(resource, at: path)
        let reader = ObservationReader(resource: resource, path: path)
        return try reader.events()
    }
}
