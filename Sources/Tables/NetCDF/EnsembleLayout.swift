/// What an ensemble's NetCDF file is to hold.
struct EnsembleLayout {
    /// Title, unless the attributes have another.
    var title: String
    var model: String
    var members: Int
    /// Times, or nil if there is one value a member.
    var times: [Double]?
    var timeUnit = ""
    var quantities: [Quantity]
    var attributes: [String: String]
    var compressed: Bool

    /// The file's attributes in the order in which they are written (CF conventions, section 2.6).
    var globalAttributes: [(name: String, text: String)] {
        let own = [
            ("title", title), ("source", "LivingDrug, model \(model)"), ("history", "written by LivingDrug"),
        ]
        let standard = own.map { ($0.0, attributes[$0.0] ?? $0.1) }
        let others = attributes.keys.filter { !["title", "source", "history"].contains($0) }.sorted()
        let names = ColumnNames.unique(
            others, reserved: ["Conventions", "title", "source", "history", "model"], legal: ColumnNames.netCDF)
        return [("Conventions", "CF-1.10")] + standard + [("model", model)]
            + zip(names, others).map { ($0, attributes[$1] ?? "") }
    }
}
