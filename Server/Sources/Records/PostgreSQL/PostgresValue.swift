import CPQ

/// Values on their way to and from PostgreSQL: numbers as text, text and bytes as they are with their length.
enum PostgresValue {
    private static let bool: Oid = 16
    private static let bytea: Oid = 17
    private static let int8: Oid = 20
    private static let int2: Oid = 21
    private static let int4: Oid = 23
    private static let text: Oid = 25
    private static let float4: Oid = 700
    private static let float8: Oid = 701
    private static let numeric: Oid = 1700

    /// The type that a value is sent as; 0 lets the server find it.
    static func type(of value: SQLValue) -> Oid {
        switch value {
        case .null: 0
        case .integer: int8
        case .real: float8
        case .text: text
        case .blob: bytea
        }
    }

    /// Lends the values in libpq's form.
    static func withParameters<R>(
        _ arguments: [SQLValue],
        _ body: (UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<CInt>?, UnsafePointer<CInt>?) -> R
    ) -> R {
        var bytes: [CChar] = []
        var starts: [Int?] = []
        var lengths: [CInt] = []
        var formats: [CInt] = []
        func add(_ new: some Sequence<UInt8>, binary: Bool) {
            let start = bytes.count
            bytes.append(contentsOf: new.lazy.map { CChar(bitPattern: $0) })
            starts.append(start)
            lengths.append(CInt(bytes.count - start))
            formats.append(binary ? 1 : 0)
            bytes.append(0)
        }
        for argument in arguments {
            switch argument {
            case .null:
                starts.append(nil)
                lengths.append(0)
                formats.append(0)
            case .integer(let value): add("\(value)".utf8, binary: false)
            case .real(let value): add("\(value)".utf8, binary: false)
            case .text(let value): add(value.utf8, binary: true)
            case .blob(let value): add(value, binary: true)
            }
        }
        return bytes.withUnsafeBufferPointer { buffer in
            let values = starts.map { start -> UnsafePointer<CChar>? in start.flatMap { buffer.baseAddress! + $0 } }
            return values.withUnsafeBufferPointer { body($0.baseAddress, lengths, formats) }
        }
    }

    /// The rows of an answer.
    static func rows(of result: OpaquePointer?) throws(SQLError) -> [SQLRow] {
        let width = PQnfields(result)
        let columns = (0..<width).map { String(cString: PQfname(result, $0)) }
        let types = (0..<width).map { PQftype(result, $0) }
        var rows: [SQLRow] = []
        rows.reserveCapacity(Int(PQntuples(result)))
        for row in 0..<PQntuples(result) {
            var values: [SQLValue] = []
            values.reserveCapacity(Int(width))
            for column in 0..<width { values.append(try value(result, row, column, types[Int(column)])) }
            rows.append(SQLRow(columns: columns, values: values))
        }
        return rows
    }

    private static func value(
        _ result: OpaquePointer?, _ row: CInt, _ column: CInt, _ type: Oid
    ) throws(SQLError) -> SQLValue {
        if PQgetisnull(result, row, column) == 1 { return .null }
        let length = Int(PQgetlength(result, row, column))
        let written = UnsafeRawBufferPointer(start: PQgetvalue(result, row, column), count: length)
        let string = String(decoding: written, as: UTF8.self)
        let value: SQLValue? =
            switch type {
            case int2, int4, int8: Int64(string).map { .integer($0) }
            case bool: .integer(string == "t" ? 1 as Int64 : 0)
            case float4, float8: Double(string).map { .real($0) }
            case numeric: Int64(string).map { .integer($0) } ?? Double(string).map { .real($0) }
            case bytea: blob(written).map { .blob($0) }
            default: .text(string)
            }
        guard let value else {
            throw SQLError(.unexpected, code: "", problem: "the server answered with a value that its type cannot have")
        }
        return value
    }

    /// Bytes written as `\x` and hex.
    private static func blob(_ written: UnsafeRawBufferPointer) -> [UInt8]? {
        guard written.count >= 2, written.count.isMultiple(of: 2), written[0] == 92, written[1] == 120 else {
            return nil
        }
        func digit(_ byte: UInt8) -> UInt8? { Character(UnicodeScalar(byte)).hexDigitValue.map { UInt8($0) } }
        var bytes: [UInt8] = []
        for index in stride(from: 2, to: written.count, by: 2) {
            guard let high = digit(written[index]), let low = digit(written[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
