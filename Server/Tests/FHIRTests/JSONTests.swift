import Testing

@testable import FHIR

@Suite("JSON is read within limits and written to the digit")
struct JSONTests {
    private func read(_ text: String, _ limits: ReadingLimits = ReadingLimits()) throws(FHIRFault) -> JSON {
        try JSONReader.read(Array(text.utf8), limits: limits)
    }

    @Test(
        "numbers keep their digits",
        arguments: ["0", "-0", "38.60", "1e-7", "1E+400", "0.1", "12345678901234567890.123456789", "-1.50e3"])
    func digits(literal: String) throws {
        let value = try read(literal)
        #expect(String(decoding: value.bytes, as: UTF8.self) == literal)
    }

    @Test("numbers are compared by their decimal value")
    func equality() throws {
        for (a, b) in [("38.6", "38.60"), ("1e2", "100"), ("0.001", "1E-3"), ("-0.0", "0"), ("120", "1.2e+2")] {
            #expect(try read(a) == read(b))
        }
        for (a, b) in [
            ("38.6", "38.600000000000000001"), ("1", "-1"), ("1e400", "1e401"), ("10", "1"), ("0.1", "0.01"),
        ] {
            #expect(try read(a) != read(b))
        }
        #expect(try read("1e99999999999999999999") != read("1"))
    }

    @Test(
        "what is no JSON is refused, with the place",
        arguments: [
            "", " ", "{", "}", "[1,]", "{\"a\":1,}", "{\"a\" 1}", "{a:1}", "01", "1.", ".5", "-", "+1", "1e", "NaN",
            "tru",
            "nul", "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"", "\"\n\"", "[1 2]",
            "{} {}", "'a'", "{\"a\":1,\"a\":2}", "[", "\"\\u+123\"", "\u{FEFF}",
        ])
    func malformed(text: String) throws {
        let fault = #expect(throws: FHIRFault.self) { try read(text) }
        #expect(fault?.code == .structure)
        #expect(fault?.text.contains("byte") == true)
    }

    @Test("a name twice is refused even where the two are canonically the same text")
    func canonicalDuplicate() {
        #expect(throws: FHIRFault.self) { try read("{\"é\":1,\"e\u{301}\":2}") }
    }

    @Test("text that is no UTF-8 is refused")
    func encoding() {
        for bytes: [UInt8] in [[0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]] {
            #expect(throws: FHIRFault.self) { try JSONReader.read(bytes, limits: ReadingLimits()) }
        }
    }

    @Test("texts come back as they were")
    func texts() throws {
        for text in ["", "a\"b\\c/d", "\u{0}\u{1F}\u{7F}", "é", "e\u{301}", "🧬\u{2028}", "\r\n\t"] {
            let value = try read(String(decoding: JSON.string(text).bytes, as: UTF8.self))
            #expect(value.text.map { Array($0.utf8) } == Array(text.utf8))
        }
        #expect(try read("\"\\ud83e\\uddec\\u00e9\\/\"").text == "🧬é/")
    }

    @Test("each limit: at it is read, beyond it is refused as too long")
    func limits() throws {
        var limits = ReadingLimits(bytes: 20, depth: 3, values: 5, textBytes: 4, numberBytes: 3)
        for text in ["[[[1]]]", "[1,2,3,4]", "\"abcd\"", "123", "                   1"] { _ = try read(text, limits) }
        for text in ["[[[[1]]]]", "[1,2,3,4,5]", "\"abcde\"", "1234", "                    1"] {
            let fault = #expect(throws: FHIRFault.self) { try read(text, limits) }
            #expect(fault?.code == .tooLong, "\(text)")
        }
        limits = ReadingLimits()
        let deep = String(repeating: "[", count: 1_000_000)
        #expect(throws: FHIRFault.self) { try read(deep, limits) }
        let deepObject = String(repeating: "{\"a\":", count: 100_000)
        #expect(throws: FHIRFault.self) { try read(deepObject, limits) }
    }

    @Test("a byte order mark is passed over, and names are written in order, resourceType first")
    func order() throws {
        let value = try read("\u{FEFF}{\"b\":1,\"resourceType\":\"X\",\"a\":[true,null,{}]}")
        #expect(
            String(decoding: value.bytes, as: UTF8.self) == "{\"resourceType\":\"X\",\"a\":[true,null,{}],\"b\":1}")
    }
}
