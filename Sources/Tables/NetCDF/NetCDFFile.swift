import CNetCDF

/// A NetCDF-4 file that is written until it is whole: the library's calls, one by one, with its errors as ours.
final class NetCDFFile {
    /// Number of a dimension or a variable in its file.
    typealias Identifier = Int32

    /// The file, as it was named.
    var path: String { replacement.path }
    private let replacement: ReplacementFile
    private let folder: String
    private var id: Int32?
    private var lifetime = Lifetime.open

    /// Makes the file under a temporary name.
    init(path: String) throws(TableError) {
        replacement = try ReplacementFile(path: path)
        let temporary = replacement.temporaryPath
        if temporary.contains("\\") {
            throw TableError(
                .unwritable, file: path, found: "a folder with a backslash in its name",
                remedy: "Write to another folder: the NetCDF library takes backslashes for slashes.")
        }
        folder = String(temporary[...(temporary.lastIndex(of: "/") ?? temporary.startIndex)])
        var created: Int32 = 0
        try NetCDFLibrary.call(file: path, folder: folder) { nc_create(temporary, NC_NETCDF4 | NC_CLOBBER, &created) }
        id = created
    }

    deinit { discard() }

    /// Runs one step of writing; an error removes the file.
    func step(_ body: () throws(TableError) -> Void) throws(TableError) {
        try Lifetime.step(&lifetime, file: path, cleanUp: abandon, body)
    }

    /// Closes the file and gives it its name.
    func finish() throws(TableError) {
        try step { () throws(TableError) in
            // What does not reach the disk is to be found out while the file can still be given up.
            try call(nc_sync)
            try call(nc_close)
            id = nil
            try replacement.commit()
        }
        lifetime = .finished
    }

    /// Removes the file, unless it is finished.
    func discard() {
        guard case .open = lifetime else { return }
        lifetime = .discarded
        if let id { NetCDFLibrary.callAnyway { nc_abort(id) } }
        id = nil
        replacement.discard()
    }

    /// Removes the file after an error. The library crashes if it is to close a file that it could not write, so it
    /// keeps it open, without a name and empty, as long as the process lasts.
    private func abandon() {
        id = nil
        replacement.discard(emptied: true)
    }

    /// Defines a dimension of a fixed length, which is at least one.
    func dimension(_ name: String, length: Int) throws(TableError) -> Identifier {
        var dimension: Identifier = 0
        try call { nc_def_dim($0, name, length, &dimension) }
        return dimension
    }

    /// Defines a variable; chunks have as many lengths as there are dimensions, or none if it is stored in one piece.
    func variable(
        _ name: String, type: Int32, dimensions: [Identifier], chunks: [Int] = []
    ) throws(TableError) -> Identifier {
        var variable: Identifier = 0
        try call { nc_def_var($0, name, type, Int32(dimensions.count), dimensions, &variable) }
        if !chunks.isEmpty { try call { nc_def_var_chunking($0, variable, NC_CHUNKED, chunks) } }
        return variable
    }

    /// Says what stands where nothing was written.
    func fill(_ variable: Identifier, with value: Double) throws(TableError) {
        try call { id in withUnsafePointer(to: value) { nc_def_var_fill(id, variable, NC_FILL, $0) } }
    }

    /// Compresses a variable with zlib's fastest level, its bytes shuffled.
    func compress(_ variable: Identifier) throws(TableError) {
        try call { nc_def_var_deflate($0, variable, 1, 1, 1) }
    }

    /// Keeps at most one chunk of a variable in memory, of so many bytes.
    func limitCache(_ variable: Identifier, bytes: Int) throws(TableError) {
        try call { nc_set_var_chunk_cache($0, variable, bytes, 7, 1) }
    }

    /// Sets a text attribute of a variable, or of the file.
    func attribute(_ name: String, of variable: Identifier = NC_GLOBAL, _ text: String) throws(TableError) {
        try call { nc_put_att_text($0, variable, name, text.utf8.count, text) }
    }

    /// Ends the definitions; values follow.
    func endDefinitions() throws(TableError) { try call(nc_enddef) }

    /// Writes a block of numbers, the last dimension running fastest.
    func put(
        _ variable: Identifier, from start: [Int], counts: [Int], _ values: UnsafePointer<Double>
    ) throws(TableError) {
        try call { nc_put_vara_double($0, variable, start, counts, values) }
    }

    /// Writes a block of whole numbers of a variable of one dimension.
    func put(_ variable: Identifier, from start: Int, _ values: [Int64]) throws(TableError) {
        try call { id in
            values.withUnsafeBufferPointer { values in
                values.withMemoryRebound(to: CLongLong.self) {
                    nc_put_vara_longlong(id, variable, [start], [values.count], $0.baseAddress)
                }
            }
        }
    }

    /// Writes one text of a variable of one dimension.
    func put(_ variable: Identifier, at index: Int, _ text: String) throws(TableError) {
        try call { id in
            text.withCString { text in
                var pointer: UnsafePointer<CChar>? = text
                return nc_put_var1_string(id, variable, [index], &pointer)
            }
        }
    }

    private func call(_ body: (Int32) -> Int32) throws(TableError) {
        guard let id else { return }
        try NetCDFLibrary.call(file: path, folder: folder) { body(id) }
    }
}
