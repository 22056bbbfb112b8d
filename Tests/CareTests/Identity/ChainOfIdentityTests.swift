import Testing

@testable import Care

@Suite("Chain of identity: our own identifier")
struct ChainOfIdentityTests {
    @Test("ISO 7064 Mod 37,2 agrees with known values")
    func checkCharacters() {
        #expect(Mod37.checkCharacter(of: "COI000000001") == "Z")
        #expect(Mod37.checkCharacter(of: "G123489654321") == "Y")
        #expect(Mod37.checkCharacter(of: "") == nil)
        #expect(Mod37.checkCharacter(of: "coi1") == nil)
        #expect(Mod37.checkCharacter(of: "A*") == nil)
    }

    @Test("an identifier is made with its check character, and reads back")
    func makeAndRead() throws {
        let first = try ChainOfIdentity(issuer: "COI", serial: 1)
        #expect(first.description == "COI-000000001Z")
        #expect(try ChainOfIdentity("COI-000000001Z") == first)
        var chance = RandomCases(seed: 1)
        var checks: Set<Character> = []
        for _ in 1...2000 {
            let made = try ChainOfIdentity(issuer: issuer(&chance), serial: serial(&chance))
            #expect(try ChainOfIdentity(made.description) == made)
            checks.insert(made.check)
        }
        #expect(checks.count == 37)
        #expect(checks.contains("*"))
    }

    @Test("the last serial number fits, the next does not, nor does a negative one")
    func serials() throws {
        #expect(try ChainOfIdentity(issuer: "AB", serial: 28_211_099_074_559).body == "9ZZZZZZZZ")
        for serial in [28_211_099_074_560, -1] {
            #expect(throws: ChainOfIdentityFault.serial(serial)) { try ChainOfIdentity(issuer: "AB", serial: serial) }
        }
    }

    @Test("an issuer has 2 to 8 capital letters")
    func issuers() throws {
        #expect(try ChainOfIdentity(issuer: "AB", serial: 1).issuer == "AB")
        #expect(try ChainOfIdentity(issuer: "ABCDEFGH", serial: 1).issuer == "ABCDEFGH")
        #expect(throws: ChainOfIdentityFault.issuer(length: 1)) { try ChainOfIdentity(issuer: "A", serial: 1) }
        #expect(throws: ChainOfIdentityFault.issuer(length: 9)) { try ChainOfIdentity(issuer: "ABCDEFGHI", serial: 1) }
        #expect(throws: ChainOfIdentityFault.issuer(length: 0)) { try ChainOfIdentity(issuer: "", serial: 1) }
        #expect(
            throws: ChainOfIdentityFault.character(
                position: 2, found: "ü", right: "a capital letter of the issuer")
        ) { try ChainOfIdentity(issuer: "Aü", serial: 1) }
    }

    private func issuer(_ chance: inout RandomCases) -> String {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
        return String((0..<Int.random(in: 2...8, using: &chance)).map { _ in letters.randomElement(using: &chance)! })
    }

    private func serial(_ chance: inout RandomCases) -> Int { Int.random(in: ChainOfIdentity.serials, using: &chance) }

    @Test("every single wrong character is caught, at every place, whatever it is")
    func substitutions() throws {
        let characters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*-azO ÄÅ")
        var chance = RandomCases(seed: 2)
        for _ in 1...60 {
            let text = Array(try ChainOfIdentity(issuer: issuer(&chance), serial: serial(&chance)).description)
            for place in text.indices {
                for wrong in characters where wrong != text[place] {
                    var read = text
                    read[place] = wrong
                    #expect(throws: ChainOfIdentityFault.self, "\(String(text)) read as \(String(read))") {
                        try ChainOfIdentity(String(read))
                    }
                }
            }
        }
    }

    @Test("every swap of two neighbours is caught, at every place, the hyphen's too")
    func transpositions() throws {
        var chance = RandomCases(seed: 3)
        var swaps = 0
        for _ in 1...2000 {
            let text = Array(try ChainOfIdentity(issuer: issuer(&chance), serial: serial(&chance)).description)
            for place in text.indices.dropLast() where text[place] != text[place + 1] {
                var read = text
                read.swapAt(place, place + 1)
                swaps += 1
                #expect(throws: ChainOfIdentityFault.self, "\(String(text)) read as \(String(read))") {
                    try ChainOfIdentity(String(read))
                }
            }
        }
        #expect(swaps > 20_000)
    }

    @Test("a lost or doubled character is caught")
    func lengths() throws {
        let text = Array("COI-000000001Z")
        for place in text.indices {
            var short = text
            short.remove(at: place)
            var long = text
            long.insert(text[place], at: place)
            #expect(throws: ChainOfIdentityFault.self) { try ChainOfIdentity(String(short)) }
            #expect(throws: ChainOfIdentityFault.self) { try ChainOfIdentity(String(long)) }
        }
    }

    @Test(
        "the fault says which character is wrong, and what would be right",
        arguments: [
            ("COI-000000001Y", ChainOfIdentityFault.check(position: 14, found: "Y", right: "Z")),
            ("COI-0000O0001Z", .check(position: 14, found: "Z", right: "7")),
            ("COI-00000000!Z", .character(position: 13, found: "!", right: "a digit or a capital letter")),
            ("COI-00000000aZ", .character(position: 13, found: "a", right: "a digit or a capital letter")),
            ("COI-A00000001Z", .character(position: 5, found: "A", right: "a digit")),
            ("C0I-000000001Z", .character(position: 2, found: "0", right: "a capital letter of the issuer")),
            ("COI 000000001Z", .character(position: 4, found: " ", right: "a hyphen")),
            ("COI-1", .length(found: 5)), ("", .length(found: 0)),
            ("ABCDEFGHI-000000001Z", .length(found: 20)),
        ])
    func faults(text: String, fault: ChainOfIdentityFault) {
        #expect(throws: fault) { try ChainOfIdentity(text) }
        #expect(TherapyIdentifier.fault(in: text) == fault)
        #expect(TherapyIdentifier(text) == .opaque(text))
        #expect(!fault.description.isEmpty)
    }

    @Test("a journal's therapy is ours, or anybody's text, kept to the character")
    func therapies() throws {
        #expect(TherapyIdentifier("COI-000000001Z") == .own(try ChainOfIdentity(issuer: "COI", serial: 1)))
        for text in ["COI-1", "COI-000000001Z", "MAKER/77 a", "COI-000000001Y"] {
            #expect(TherapyIdentifier(text).text == text)
        }
        #expect(TherapyIdentifier.fault(in: "COI-000000001Z") == nil)
    }
}
