import Care
import Testing

@Suite("Identifiers that others issue")
struct ForeignIdentifierTests {
    @Test("two are the same only if issuer and text are, to the character")
    func key() throws {
        let one = try ForeignIdentifier(issuer: "Maker A", value: "12-345")
        #expect(one == (try ForeignIdentifier(issuer: "Maker A", value: "12-345")))
        for (issuer, value) in [("Maker B", "12-345"), ("Maker A", "12345"), ("Maker A", "12-345 ")] {
            #expect(one != (try ForeignIdentifier(issuer: issuer, value: value)))
        }
    }

    @Test("a blank issuer or value is no identifier")
    func blank() {
        #expect(throws: ForeignIdentifierFault.empty("issuer")) { try ForeignIdentifier(issuer: " ", value: "1") }
        #expect(throws: ForeignIdentifierFault.empty("value")) { try ForeignIdentifier(issuer: "A", value: "\n") }
    }

    @Test(
        "a donation number's check character",
        arguments: [
            ("G123489654321Y", IdentifierVerdict.passed), ("G1234 89 654321 Y", .passed),
            ("G123489654321X", .failed(position: 14, found: "X", right: "Y")),
            ("G123489654312Y", .failed(position: 14, found: "Y", right: "*")),
            ("G123489654321", .unchecked(why: "it was read without its check character")),
            ("G12348965432", .malformed(why: "12 characters; 13, or 14 with the check character, are right")),
            ("g123489654321Y", .malformed(why: "only digits and capital letters can stand in it")),
        ])
    func donation(text: String, verdict: IdentifierVerdict) throws {
        #expect(try ForeignIdentifier(issuer: "site", value: text).verdict(of: DonationNumberCheck()) == verdict)
    }

    @Test("GS1's modulo 10 on numbers in public use")
    func gs1() {
        #expect(GS1.checkDigit(of: "400638133393") == "1")
        #expect(GS1Check.shipment.verdict(on: "106141412345678908") == .passed)
        #expect(
            GS1Check.shipment.verdict(on: "106141412345678909") == .failed(position: 18, found: "9", right: "8"))
        #expect(GS1Check.tradeItem.verdict(on: "04006381333931") == .passed)
        #expect(
            GS1Check.shipment.verdict(on: "10614141234567890") == .malformed(why: "17 characters; 18 digits are right"))
        #expect(GS1Check.shipment.verdict(on: "1061414123456789A8") == .malformed(why: "only digits can stand in it"))
        #expect(GS1.checkDigit(of: "") == nil)
    }

    @Test("a site's own check plugs in")
    func pluggable() throws {
        struct House: IdentifierCheck {
            let name = "house numbers"
            func verdict(on text: String) -> IdentifierVerdict {
                text.hasPrefix("H") ? .passed : .malformed(why: "house numbers begin with H")
            }
        }
        #expect(try ForeignIdentifier(issuer: "us", value: "H1").verdict(of: House()) == .passed)
        #expect(try ForeignIdentifier(issuer: "us", value: "1").verdict(of: House()) != .passed)
    }
}
