import Foundation
import Hummingbird
import NIOCore

/// Answers as routes give them.
enum Reply {
    /// A value as JSON.
    static func json(_ value: some Encodable, _ status: HTTPResponse.Status = .ok) throws -> Response {
        data(try Wire.data(value), status)
    }

    /// JSON that is at hand.
    static func data(_ data: Data, _ status: HTTPResponse.Status = .ok, type: String = "application/json") -> Response {
        buffer(ByteBuffer(bytes: data), status, type: type)
    }

    /// What is at hand as it goes out.
    static func buffer(
        _ buffer: ByteBuffer, _ status: HTTPResponse.Status = .ok, type: String = "application/json"
    ) -> Response {
        Response(
            status: status, headers: [.contentType: type, .cacheControl: "no-store"], body: .init(byteBuffer: buffer))
    }

    /// Text of another kind.
    static func text(_ text: String, type: String) -> Response { data(Data(text.utf8), type: type) }

    /// Done, and nothing to say.
    static var nothing: Response { Response(status: .noContent, headers: [.cacheControl: "no-store"]) }
}

/// The version of a journal as HTTP knows it: number of entries and the hash of the last. Equal tags are equal journals.
struct JournalTag: Equatable {
    let version: Int
    let head: String

    /// As a strong ETag.
    var text: String { "\"\(version)-\(head)\"" }

    /// Whether an If-None-Match names it.
    func isNamed(in header: String?) -> Bool {
        guard let header else { return false }
        return header.split(separator: ",").contains { tag in
            let tag = tag.trimmingCharacters(in: .whitespaces)
            return tag == "*" || tag == text || tag == "W/\(text)"
        }
    }

    /// The version that an If-Match names; nil for `*` or none.
    /// - Throws: `Problem` if it is no tag of ours.
    static func version(in header: String?) throws -> (version: Int, head: String)? {
        guard let header, header != "*" else { return nil }
        let bare = header.trimmingCharacters(in: .whitespaces)
        let parts = bare.dropFirst().dropLast().split(separator: "-", maxSplits: 1)
        guard bare.hasPrefix("\""), bare.hasSuffix("\""), parts.count == 2, let version = Int(parts[0]), version >= 0
        else {
            throw Problem.invalid(
                "If-Match", "it is no tag of this server", "Send the ETag of the journal, once, as it came.")
        }
        return (version, String(parts[1]))
    }
}
