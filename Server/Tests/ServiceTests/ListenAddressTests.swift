import Service
import Testing

@Suite("Where the server listens")
struct ListenAddressTests {
    @Test("the own machine", arguments: ["localhost", "127.0.0.1", "127.255.0.9", "::1"])
    func own(_ host: String) { #expect(ListenAddress(host).isOwnMachine) }

    @Test(
        "others can reach it, or might",
        arguments: [
            "0.0.0.0", "::", "10.0.0.1", "128.0.0.1", "127.0.0.1.example.org", "127.0.0", "127.0.0.256", "", "centre",
        ])
    func others(_ host: String) { #expect(!ListenAddress(host).isOwnMachine) }
}
