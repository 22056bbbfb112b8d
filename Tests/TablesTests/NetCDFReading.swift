import CNetCDF
import Testing

@testable import Tables

/// A NetCDF file as the C library reads it.
final class NetCDFReading {
    private var id: Int32 = 0
    private let path: String

    init(_ path: String) throws {
        self.path = path
        var opened: Int32 = 0
        try call { nc_open(path, NC_NOWRITE, &opened) }
        id = opened
    }

    deinit { NetCDFLibrary.callAnyway { nc_close(id) } }

    /// Names and lengths of the dimensions of a variable.
    func dimensions(_ name: String) throws -> [String] {
        let variable = try variable(name)
        var (count, identifiers): (Int32, [Int32]) = (0, Array(repeating: 0, count: 8))
        try call { nc_inq_var(id, variable, nil, nil, &count, &identifiers, nil) }
        return try identifiers.prefix(Int(count)).map { dimension in
            var (name, length) = ([CChar](repeating: 0, count: 257), 0)
            try call { nc_inq_dim(id, dimension, &name, &length) }
            return "\(name.withUnsafeBufferPointer { String(cString: $0.baseAddress!) })=\(length)"
        }
    }

    /// All numbers of a variable.
    func numbers(_ name: String) throws -> [Double] {
        let variable = try variable(name)
        var values = [Double](repeating: 0, count: try count(name))
        try call { nc_get_var_double(id, variable, &values) }
        return values
    }

    /// All texts of a variable.
    func texts(_ name: String) throws -> [String] {
        let variable = try variable(name)
        var values = [UnsafeMutablePointer<CChar>?](repeating: nil, count: try count(name))
        try call { nc_get_var_string(id, variable, &values) }
        let texts = values.map { $0.map { String(cString: $0) } ?? "" }
        NetCDFLibrary.callAnyway { nc_free_string(values.count, &values) }
        return texts
    }

    /// A text attribute of a variable, or of the file.
    func attribute(_ name: String, of variable: String? = nil) throws -> String {
        let owner = try variable.map { try self.variable($0) } ?? NC_GLOBAL
        var length = 0
        try call { nc_inq_attlen(id, owner, name, &length) }
        var bytes = [CChar](repeating: 0, count: length)
        try call { nc_get_att_text(id, owner, name, &bytes) }
        return String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// The value that stands where nothing was written.
    func fillValue(_ name: String) throws -> Double {
        let variable = try variable(name)
        var value = 0.0
        try call { nc_get_att_double(id, variable, "_FillValue", &value) }
        return value
    }

    /// Lengths of a variable's chunks.
    func chunks(_ name: String) throws -> [Int] {
        let variable = try variable(name)
        var (storage, lengths): (Int32, [Int]) = (0, [0, 0])
        try call { nc_inq_var_chunking(id, variable, &storage, &lengths) }
        return lengths
    }

    private func count(_ name: String) throws -> Int {
        try dimensions(name).map { Int($0.split(separator: "=")[1]) ?? 0 }.reduce(1, *)
    }

    private func variable(_ name: String) throws -> Int32 {
        var variable: Int32 = 0
        try call { nc_inq_varid(id, name, &variable) }
        return variable
    }

    private func call(_ body: () -> Int32) throws { try NetCDFLibrary.call(file: path, folder: "/", body) }
}
