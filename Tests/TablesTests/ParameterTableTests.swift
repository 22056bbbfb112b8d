import Foundation
import Testing

@testable import Tables

/// Tables of parameters that are in order.
struct ParameterTableTests {
    private let scratch = Scratch()
    private let known = ["CL", "V", "KA", "F"]

    private func read(_ text: String, known: [String]? = nil) throws -> ParameterTable {
        try ParameterTable(contentsOf: scratch.write(text), knownColumns: known ?? self.known)
    }

    @Test func rowsAndColumnsAreRead() throws {
        let table = try read("V,CL\n1,2\n3,4.5\n-6e-1,0\n")
        #expect(table.columns == ["V", "CL"])
        #expect(table.labels == nil)
        #expect(table.values == [1, 2, 3, 4.5, -0.6, 0])
        #expect(table.rowCount == 3)
        #expect(table[row: 1, column: 1] == 4.5)
        #expect(table[row: 2] == [-0.6, 0])
    }

    @Test(arguments: ["member", "patient", "id"])
    func aFirstColumnOfLabelsIsKept(name: String) throws {
        let table = try read("\(name),CL,V\nA-1,1,2\n  β 2 ,3,4\n\"x,\"\"y\"\"\",5,6")
        #expect(table.columns == ["CL", "V"])
        #expect(table.labels == ["A-1", "β 2", "x,\"y\""])
        #expect(table.values == [1, 2, 3, 4, 5, 6])
    }

    @Test func aParameterNamedAsALabelIsAParameter() throws {
        let table = try read("id,CL\n1,2\n", known: known + ["id"])
        #expect(table.columns == ["id", "CL"])
        #expect(table.labels == nil)
    }

    private static let spellings = [
        "\u{FEFF}CL,V\r\n1,2\r\n3,4\r\n", "CL,V\n1,2\n3,4", "CL,V\n1,2\n3,4\n\n\n", "CL,V\r\n1,2\r\n3,4\r\n\r\n",
        "\"CL\",\"V\"\n\"1\",2\n3,\"4\"\n", " CL , V\n 1,2\n3\t, 4 \n", "CL,V\n1,2\n3,4\n   \n",
        "CL,V\n\" 1 \",2\n 3 ,\" 4\"\n", "CL,V\n1.0,+2\n3.,0.4e1\n",
    ]

    @Test(arguments: spellings.indices)
    func waysToWriteTheSame(number: Int) throws {
        let table = try read(Self.spellings[number])
        #expect(table.columns == ["CL", "V"])
        #expect(table.values == [1, 2, 3, 4])
    }

    @Test func aQuotedLabelMayHoldALineEnd() throws {
        let table = try? read("id,CL\n\"a\nb\",1\n")
        // Labels are for one line: the row is refused, but as one row.
        #expect(table == nil)
        let error = #expect(throws: TableError.self) { try read("id,CL\nx,1\n\"a\nb\",1\ny,z\n") }
        #expect(error?.row == 2)
        #expect(error?.line == 3)
    }

    /// A window far smaller than a row gives the same as one that holds all.
    @Test func theWindowDoesNotMatter() throws {
        var random = RandomNumbers(seed: 4)
        let names = (0..<40).map { "p\($0)" }
        let values = (0..<(40 * 300)).map { _ in random.number() }
        var text = "id," + names.joined(separator: ",") + "\n"
        for row in 0..<300 {
            text += row.isMultiple(of: 7) ? "\"label \"\"\(row)\"\"\"," : "label \(row),"
            text += values[(row * 40)..<((row + 1) * 40)].map(\.description).joined(separator: ",") + "\r\n"
        }
        let path = try scratch.write(text)
        for window in [4, 7, 64, 1000, 1 << 20] {
            var parser = try TableParser(path: path, knownColumns: names, window: window)
            try parser.parse()
            #expect(parser.values == values)
            #expect(parser.labels.count == 300)
            #expect(parser.labels[7] == "label \"7\"")
        }
    }
}
