import Catalogue
import Testing

@Suite("Unknown names")
struct NameTests {
    static let studies = ["cartitude-1", "eliana", "zuma-1"]

    @Test(
        "A slip is answered with the name that was meant",
        arguments: [
            ("zuma1", "zuma-1"), ("ZUMA-1", "zuma-1"), ("zuma_1", "zuma-1"), ("zmua-1", "zuma-1"),
            ("elianna", "eliana"), ("elian", "eliana"), ("cartitude", "cartitude-1"), ("cartitud1", "cartitude-1"),
        ])
    func slip(name: String, meant: String) {
        #expect(NearMatches.of(name, among: Self.studies).first == meant)
    }

    @Test("A name unlike any is answered with the list alone", arguments: ["transcend", "x", "", "juliet"])
    func unlike(name: String) {
        #expect(NearMatches.of(name, among: Self.studies).isEmpty)
    }

    @Test("The nearest comes first, at most three")
    func order() {
        let known = ["zuma-1", "zuma-2", "zuma-3", "zuma-5", "zuma-7"]
        #expect(NearMatches.of("zuma-7", among: known).first == "zuma-7")
        #expect(NearMatches.of("zuma-9", among: known).count == 3)
    }

    @Test("The message names the kind, the slip, the match and all there are")
    func message() throws {
        let shelf = try #require(shipped)
        let error = #expect(throws: UnknownName.self) { try shelf.study("zuma1") }
        let known = shelf.studies.joined(separator: ", ")
        let near = try #require(error?.nearMatches).joined(separator: " or ")
        #expect(error?.description == "no study 'zuma1'. Did you mean \(near)? Known: \(known)")
        #expect(error?.nearMatches.first == "zuma-1")
        #expect(throws: UnknownName.self) { try shelf.product("kymriah") }
        let policy = #expect(throws: UnknownName.self) { try shelf.policy("asco") }
        #expect(policy?.nearMatches == ["asco-2021"])
        #expect(throws: UnknownName.self) { try shelf.model("../Evidence") }
    }
}
