import Foundation
import Testing

@testable import Tables

/// Numbers are read as the C library reads them, to the last bit.
struct DecimalTests {
    private func parse(_ text: String) -> Double? {
        let bytes = Array(text.utf8)
        return bytes.withUnsafeBufferPointer { bytes in
            guard var cursor = bytes.baseAddress else { return nil }
            let end = cursor + bytes.count
            guard let value = DecimalParser.parse(&cursor, before: end), cursor == end else { return nil }
            return value
        }
    }

    private func expectAsC(_ text: String, _ location: SourceLocation = #_sourceLocation) {
        let (ours, theirs) = (parse(text), strtod(text, nil))
        if ours?.bitPattern != theirs.bitPattern {
            Issue.record("\(text): \(String(describing: ours)), not \(theirs)", sourceLocation: location)
        }
    }

    @Test func specialCasesAreAsInC() {
        for text in [
            "0", "-0", "+0", "0.0", "00012", "5.", ".5", "-.5e1", "+5.e-1", "1e22", "1e23", "1e-22", "1e-27", "1e27",
            "9007199254740993", "9007199254740992.5", "9007199254740993e-1", "18446744073709551615",
            "9999999999999999999",
            "18446744073709551616", "1234567890123456789012345", "0.1", "0.3", "2.2250738585072011e-308", "4.9e-324",
            "2e-324", "1.7976931348623157e308", "1E+05", "1e00000000000000000005", "0e999999999999", "1e-999999999999",
            "0.000000000000000000000000000012345678901234567", "123456789012345678e27", "1e400", "-1e400",
            String(repeating: "9", count: 400), "0." + String(repeating: "0", count: 330) + "1",
            "8.5e-27", "1125899906842624.125", "1125899906842901.875", "4503599627370496.5", "4503599627370497.5",
        ] { expectAsC(text) }
    }

    @Test func whatIsNoDecimalNumberIsRefused() {
        for text in [
            "", "+", "-", ".", "e5", "1e", "1e+", "0x1p3", "0x10", "inf", "nan", "1_000", "1,5", "1 2", "--1", "1.2.3",
        ] {
            #expect(parse(text) == nil, "\(text)")
        }
    }

    @Test func shortestTextsReadBack() {
        var random = RandomNumbers(seed: 1)
        for _ in 0..<200_000 {
            let value = random.number()
            let text = value.description
            if parse(text)?.bitPattern != value.bitPattern { Issue.record("\(text)") }
        }
    }

    @Test func anyDigitsRoundAsInC() {
        var random = RandomNumbers(seed: 2)
        for _ in 0..<200_000 {
            let digits = String(random.next() >> UInt64.random(in: 0..<64, using: &random))
            let point = Int.random(in: 0...digits.count, using: &random)
            let exponent = Int.random(in: -45...45, using: &random)
            expectAsC("\(digits.prefix(point)).\(digits.dropFirst(point))e\(exponent)")
        }
    }

    @Test func halfwayCasesRoundToEven() {
        var random = RandomNumbers(seed: 3)
        for _ in 0..<50_000 {
            // 53 bits and a half, written out exactly: an integer and ".5", or times a power of two.
            let integer = (UInt64(1) << 52) | (random.next() >> 12)
            expectAsC("\(integer).5")
            expectAsC("\(integer / 4 * 4 + 2)5e-1")
            expectAsC("\(integer * 2 + 1)")
            expectAsC("\(integer * 4 + 2)000e-3")
        }
    }
}
