import Foundation

/// A FHIR resource as JSON. Nothing is checked but that it is an object with a `resourceType`; reading it is the task
/// of
/// `FHIRImport`.
public struct FHIRResource: Sendable, Equatable {
    /// The resource as JSON.
    public let json: JSON

    /// The kind of resource (for example `Observation`).
    public var resourceType: String { json["resourceType"]?.text ?? "" }

    /// A resource from its JSON.
    /// - Throws: `FHIRFault` if it is no object, or names no type.
    public init(json: JSON) throws(FHIRFault) {
        guard case .object(let members) = json else {
            throw FHIRFault(at: "", .structure, "\(json.kind) stands where a resource belongs", "Send a JSON object.")
        }
        guard let type = members["resourceType"]?.text, !type.isEmpty else {
            throw FHIRFault(
                at: "", .structure, "resourceType is missing",
                "Name the kind of resource, for example \"resourceType\": \"Observation\".")
        }
        self.json = json
    }

    /// Reads a resource from JSON text.
    /// - Throws: `FHIRFault` for text that is no JSON, is no resource, or exceeds the limits.
    public init(_ data: Data, limits: ReadingLimits = ReadingLimits()) throws(FHIRFault) {
        try self.init(json: JSONReader.read(Array(data), limits: limits))
    }

    /// A resource that is right by construction.
    init(_ members: [String: JSON]) { json = .object(members) }

    /// The resource as JSON text in UTF-8, the same for equal resources.
    public var data: Data { Data(json.bytes) }
}
