import Care
import Foundation

/// An entry as somebody sends it. Number, time of writing and actor are ours to say.
struct EntryRequest: Sendable {
    /// What happened, when.
    var event: Event
    var occurredAt: Instant
    var productVersion: String?
    var submission: String?
    /// The password again, or a second person.
    var signature: SignatureRequest?

    /// Shape of one entry, for the document and the check.
    static let shape = Shape.object([
        .must("type", .choice(EventType.allCases.map(\.rawValue)), "What happened"),
        .must("occurredAt", .moment, "When it happened, with zone; never later than now"),
        .must("payload", .component("Payload"), "As docs/journal.md describes it for this type"),
        .may("productVersion", .line(1...200), "Product definition that a decision used, as name@version"),
        .may("submission", .line(1...200), "The sender's identifier of this entry: written once"),
        .may("signature", SignatureRequest.shape, "Where the act demands it"),
    ])

    /// Reads one entry of a checked body.
    /// - Parameter path: where it stands, for faults.
    init(_ json: JSON, at path: String) throws {
        guard case .object(let fields) = json, let payload = fields["payload"] else {
            throw Problem.invalid(path, "an object belongs here", "See the OpenAPI document.")
        }
        func at(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }
        guard let type = EventType(rawValue: fields["type"]?.text ?? "") else {
            throw Problem.invalid(at("type"), "this word is not known here", "The OpenAPI document lists the words.")
        }
        guard let occurredAt = try? Instant(iso8601: fields["occurredAt"]?.text ?? "") else {
            throw Problem.invalid(at("occurredAt"), "it is no time", "Write ISO 8601 with a zone.")
        }
        self.occurredAt = occurredAt
        productVersion = fields["productVersion"]?.text
        submission = fields["submission"]?.text
        signature = fields["signature"].map(SignatureRequest.init)
        event = try Self.event(type, payload, at: at("payload"))
    }

    init(event: Event, occurredAt: Instant, submission: String? = nil, signature: SignatureRequest? = nil) {
        self.event = event
        self.occurredAt = occurredAt
        self.submission = submission
        self.signature = signature
    }

    /// Reads a payload as its type does. A field that the type does not know is refused.
    static func event(_ type: EventType, _ payload: JSON, at path: String) throws -> Event {
        let envelope: JSON = [
            "sequence": 1, "type": .string(type.rawValue), "occurredAt": "2000-01-01T00:00:00Z",
            "recordedAt": "2000-01-01T00:00:00Z", "actor": ["role": "registry", "name": "-"], "payload": payload,
        ]
        let entry: Entry
        let sent = Data(JSONText(of: envelope).bytes)
        do {
            entry = try JSONDecoder().decode(Entry.self, from: sent)
        } catch let error as DecodingError {
            var fault = FieldFault(error, under: "")
            let inner = fault.field.hasPrefix("payload") ? String(fault.field.dropFirst("payload".count)) : ""
            fault.field = path + inner
            throw Problem.invalid([fault])
        }
        let read = try Wire.data(entry)
        // What comes out again to the letter holds no field that was not understood.
        if read == sent { return entry.event }
        let understood = try JSONDecoder().decode(JSON.self, from: read)["payload"]
        if let field = payload.firstField(unknownTo: understood ?? .null) {
            throw Problem.invalid(
                "\(path).\(field.prefix(80))", "this field is not known here",
                "Check its spelling; docs/journal.schema.json describes every field.")
        }
        return entry.event
    }
}

/// The password again, a second person by name and password, or a second person's confirmation.
struct SignatureRequest: Sendable {
    var name: String?
    var password: String?
    var confirmation: String?

    static let shape = Shape.object([
        .may("name", .line(1...80), "Of the second person; left out where one's own password is asked for"),
        .may("password", .line(1...1024), "Theirs, or one's own"),
        .may("confirmation", .line(10...100), "Code that the second person was given by POST /api/v1/confirmations"),
    ])

    init(_ json: JSON) {
        name = json["name"]?.text
        password = json["password"]?.text
        confirmation = json["confirmation"]?.text
    }

    init(name: String? = nil, password: String? = nil, confirmation: String? = nil) {
        self.name = name
        self.password = password
        self.confirmation = confirmation
    }
}
