import Foundation
import Testing

@testable import Tables

/// Whatever is written is read back; whatever the bytes, there is a table or an error.
struct ParameterTablePropertyTests {
    private let scratch = Scratch()

    @Test func whatIsWrittenIsReadBack() throws {
        var random = RandomNumbers(seed: 5)
        for _ in 0..<200 {
            let columns = (0..<Int.random(in: 1...12, using: &random)).map { "k_\($0)" }.shuffled(using: &random)
            let rows = Int.random(in: 1...30, using: &random)
            let values = (0..<(rows * columns.count)).map { _ in random.number() }
            let (labels, lineEnd) = (Bool.random(using: &random), Bool.random(using: &random) ? "\n" : "\r\n")
            var lines = [((labels ? ["patient"] : []) + columns).joined(separator: ",")]
            for row in 0..<rows {
                let cells = values[(row * columns.count)..<((row + 1) * columns.count)].map { value in
                    random.next() % 9 == 0 ? "\"\(value)\"" : "\(value)"
                }
                lines.append(((labels ? ["P\(row)"] : []) + cells).joined(separator: ","))
            }
            let text = lines.joined(separator: lineEnd) + (Bool.random(using: &random) ? lineEnd : "")
            let table = try ParameterTable(contentsOf: scratch.write(text), knownColumns: columns.sorted())
            #expect(table.columns == columns)
            #expect(table.labels == (labels ? (0..<rows).map { "P\($0)" } : nil))
            #expect(table.values.map(\.bitPattern) == values.map(\.bitPattern))
        }
    }

    @Test func mutatedBytesGiveATableOrAnError() throws {
        var random = RandomNumbers(seed: 6)
        let seeds = [
            "id,CL,V\nA,1,2.5\nB,-3e4,.5\n\"C \"\"x\"\"\",0.1,7\n", "CL,V,KA\r\n1,2,3\r\n4,5,6\r\n",
            "\u{FEFF}CL\n\"1\"\n2\n\n",
        ].map { Array($0.utf8) }
        let special = Array("\",\n\r\0\t .+-eE0919xnNiI\u{FEFF}é;".utf8) + [0xFF, 0xC3, 0x80]
        var (tables, errors) = (0, 0)
        for _ in 0..<10_000 {
            var bytes = seeds[Int.random(in: 0..<seeds.count, using: &random)]
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0...bytes.count, using: &random)
                let byte =
                    Bool.random(using: &random)
                    ? special[Int.random(in: 0..<special.count, using: &random)]
                    : UInt8(truncatingIfNeeded: random.next())
                switch random.next() % 4 {
                case 0: bytes.insert(byte, at: place)
                case 1 where place < bytes.count: bytes.remove(at: place)
                case 2 where place < bytes.count: bytes[place] = byte
                default:
                    bytes.removeSubrange(min(place, bytes.count)..<min(bytes.count, place + Int(random.next() % 6)))
                }
            }
            let path = try scratch.write(bytes)
            do throws(TableError) {
                let table = try ParameterTable(contentsOf: path, knownColumns: ["CL", "V", "KA"])
                #expect(table.values.count == table.rowCount * table.columns.count)
                let finite = table.values.allSatisfy { $0.isFinite }
                #expect(finite)
                #expect(table.rowCount > 0)
                #expect(table.labels == nil || table.labels?.count == table.rowCount)
                tables += 1
            } catch {
                #expect(error.file == path)
                #expect(!error.found.isEmpty && !error.remedy.isEmpty)
                errors += 1
            }
        }
        #expect(tables > 500)
        #expect(errors > 500)
    }
}
