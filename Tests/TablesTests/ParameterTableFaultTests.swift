import Foundation
import Testing

@testable import Tables

/// Tables of parameters with a fault: the error says where, what and what to do.
struct ParameterTableFaultTests {
    private let scratch = Scratch()

    /// One bad file and what is said of it.
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var kind: TableError.Kind
        var row: Int?
        var line: Int?
        var column: String?
        /// A part of the message.
        var says: String

        init(
            _ text: String, _ kind: TableError.Kind, row: Int? = nil, line: Int? = nil, column: String? = nil,
            says: String
        ) {
            (self.text, self.kind, self.row, self.line, self.column, self.says) = (text, kind, row, line, column, says)
        }

        var testDescription: String { says }
    }

    static let cases = [
        Case("", .empty, says: "an empty file"),
        Case("\n", .badHeader, line: 1, says: "a blank line"),
        Case("CL,V", .noRows, says: "a header and no row"),
        Case("CL,V\n\n\n", .noRows, says: "Add a row"),
        Case("CL,\n1,2\n", .badHeader, line: 1, says: "no name for column 2"),
        Case("id\n1\n", .badHeader, line: 1, says: "a header without a parameter"),
        Case("CL,CLX\n1,2\n", .unknownColumn, line: 1, column: "CLX", says: "Did you mean CL?"),
        Case("cl\n1\n", .unknownColumn, line: 1, column: "cl", says: "Did you mean CL?"),
        Case("dose\n1\n", .unknownColumn, line: 1, column: "dose", says: "Known: CL, V, KA, clearance."),
        Case("clearence\n1\n", .unknownColumn, line: 1, column: "clearence", says: "Did you mean clearance?"),
        Case("CL,id\n1,2\n", .unknownColumn, line: 1, column: "id", says: "Put the column of labels first"),
        Case("id,CL,id\n1,2,3\n", .duplicateColumn, line: 1, column: "id", says: "two columns of this name"),
        Case("1,2\n3,4\n", .unknownColumn, line: 1, column: "1", says: "Begin the file with a header"),
        Case("CL;V\n1;2\n", .unknownColumn, line: 1, column: "CL;V", says: "by commas"),
        Case("CL,V,CL\n1,2,3\n", .duplicateColumn, line: 1, column: "CL", says: "two columns of this name"),
        Case("CL,V\n1,2\n3\n", .fieldCount, row: 2, line: 3, column: "V", says: "found 1 field; expected 2"),
        Case("CL,V\n1,2,3\n", .fieldCount, row: 1, line: 2, says: "found 3 fields; expected 2"),
        Case("CL,V\n1,2\n\n3,4\n", .fieldCount, row: 2, line: 3, says: "a blank line between rows"),
        Case("CL,V\n1,\n", .emptyCell, row: 1, line: 2, column: "V", says: "an empty cell"),
        Case("CL,V\n1,\"\"\n", .emptyCell, row: 1, line: 2, column: "V", says: "an empty cell"),
        Case("id,CL\n,1\n", .emptyCell, row: 1, line: 2, column: "id", says: "a label"),
        Case("CL,V\n1,abc\n", .notANumber, row: 1, line: 2, column: "V", says: "found 'abc'; expected a number"),
        Case("CL,V\n1,2 mg\n", .notANumber, row: 1, line: 2, column: "V", says: "without a unit"),
        Case("CL,V\n1,NA\n", .notANumber, row: 1, line: 2, column: "V", says: "cannot be missing"),
        Case("CL,V\n1,0x1p3\n", .notANumber, row: 1, line: 2, column: "V", says: "'0x1p3'"),
        Case("CL,V\n1,nan\n", .notFinite, row: 1, line: 2, column: "V", says: "a finite number"),
        Case("CL,V\n-Inf,2\n", .notFinite, row: 1, line: 2, column: "CL", says: "'-Inf'"),
        Case("CL,V\n1,1e999\n", .notFinite, row: 1, line: 2, column: "V", says: "below 1.8e308"),
        Case("CL,V\n1,\"2\n", .badQuotes, row: 1, line: 2, column: "V", says: "never closed"),
        Case("CL,V\n1,\"2\"3\n", .badQuotes, row: 1, line: 2, column: "V", says: "a stray quote"),
        Case("CL,V\n1\"\",2\n", .badQuotes, row: 1, line: 2, column: "CL", says: "a stray quote"),
        Case("CL,\"V\n1,2\n", .garbage, line: 1, says: "not text"),
        Case("CL,V\n1,2\u{0}\n", .garbage, row: 1, line: 2, column: "V", says: "\\u{0}"),
        Case("CL,V\u{0}\n1,2\n", .garbage, line: 1, says: "not text"),
        Case("CL,V\r1,2\r", .garbage, line: 1, says: "LF or CR LF"),
        Case("id,CL\na\u{0},2\n", .garbage, row: 1, line: 2, column: "id", says: "not text"),
    ]

    @Test(arguments: cases)
    func faultsAreTold(_ fault: Case) throws {
        let path = try scratch.write(fault.text)
        let error = #expect(throws: TableError.self) {
            try ParameterTable(contentsOf: path, knownColumns: ["CL", "V", "KA", "clearance"])
        }
        guard let error else { return }
        #expect(error.kind == fault.kind)
        #expect(error.file == path)
        #expect(error.row == fault.row)
        #expect(error.line == fault.line)
        #expect(error.column == fault.column)
        #expect(error.description.contains(fault.says), "\(error)")
        #expect(error.remedy.hasSuffix("."), "\(error)")
    }

    @Test func aRowIsNamedInWords() throws {
        let path = try scratch.write("CL\n1\n2\nabc\n")
        let error = #expect(throws: TableError.self) { try ParameterTable(contentsOf: path, knownColumns: ["CL"]) }
        #expect(
            error?.description
                == "\(path): row 3 (line 4), column 'CL': found 'abc'; expected a number. Write a decimal number such as 0.25 or 2.5e-1, without a unit."
        )
    }

    @Test(arguments: [[0xFF, 0xFE, 0x43, 0x00], [0xFE, 0xFF, 0x00, 0x43]])
    func anotherEncodingIsNamed(bytes: [UInt8]) throws {
        let path = try scratch.write(bytes)
        let error = #expect(throws: TableError.self) { try ParameterTable(contentsOf: path, knownColumns: ["C"]) }
        #expect(error?.kind == .garbage)
        #expect(error?.found == "text in UTF-16")
    }

    @Test func filesThatCannotBeRead() throws {
        let missing = #expect(throws: TableError.self) {
            try ParameterTable(contentsOf: scratch.file("none.csv"), knownColumns: ["CL"])
        }
        #expect(missing?.kind == .unreadable)
        #expect(missing?.remedy == "Check the path.")
        let folder = #expect(throws: TableError.self) {
            try ParameterTable(contentsOf: scratch.path, knownColumns: ["CL"])
        }
        #expect(folder?.kind == .unreadable)
        #expect(folder?.remedy == "Name a file, not a folder.")
    }

    /// A file without an end to its first quote is given up before it fills the memory.
    @Test func anEndlessRowIsGivenUp() throws {
        let path = try scratch.write("CL\n\"" + String(repeating: "1\n", count: 40 << 20))
        let error = #expect(throws: TableError.self) { try ParameterTable(contentsOf: path, knownColumns: ["CL"]) }
        #expect(error?.kind == .badQuotes)
        #expect(error?.line == 2)
    }
}
