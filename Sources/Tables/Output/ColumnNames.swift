/// Names of columns and variables from the identifiers of quantities: legal where they go, and no two the same.
enum ColumnNames {
    /// NetCDF allows 256 bytes; this leaves room for a number.
    private static let longest = 200

    /// One name for each identifier. Identifiers that are legal and free keep theirs; others are mended, and numbered
    /// where that makes them meet another.
    static func unique(
        _ ids: [String], reserved: Set<String>, legal: (String) -> String = { $0 }
    ) -> [String] {
        var taken = reserved
        var names = ids.map { id -> String? in
            legal(id) == id && !id.isEmpty && taken.insert(id).inserted ? id : nil
        }
        for (index, id) in ids.enumerated() where names[index] == nil {
            let stem = id.isEmpty ? "column" : legal(id)
            var (name, number) = (reserved.contains(stem) ? stem + "_" : stem, 2)
            while !taken.insert(name).inserted {
                name = "\(stem)_\(number)"
                number += 1
            }
            names[index] = name
        }
        return names.map { $0 ?? "" }
    }

    /// The identifier with all but ASCII letters, digits and underscores replaced by underscores, beginning with a
    /// letter (CF conventions, section 2.3).
    static func netCDF(_ id: String) -> String {
        var name = ""
        for scalar in id.unicodeScalars.prefix(longest) {
            let isWord =
                scalar.isASCII && (scalar.properties.isAlphabetic || "0123456789_".unicodeScalars.contains(scalar))
            name.unicodeScalars.append(isWord ? scalar : "_")
        }
        let beginsWell = name.unicodeScalars.first?.properties.isAlphabetic ?? false
        return beginsWell ? name : "v_" + name
    }
}
