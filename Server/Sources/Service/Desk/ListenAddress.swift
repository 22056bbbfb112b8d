/// Where the server listens.
public struct ListenAddress: Sendable, Equatable {
    /// A host name or a numeric address.
    public let host: String

    /// - Parameter host: a host name or a numeric address.
    public init(_ host: String) { self.host = host }

    /// Whether only programs of the same machine reach it: `localhost`, 127.0.0.0/8 or ::1. A name that must be looked up
    /// first is not believed to stay here.
    public var isOwnMachine: Bool {
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
