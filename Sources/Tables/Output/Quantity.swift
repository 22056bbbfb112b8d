/// What one column of values means.
public struct Quantity: Sendable, Equatable {
    /// Its identifier in the model, which becomes the column's name.
    public var id: String
    /// What it is, in words; may be empty.
    public var name: String
    /// Its unit; empty if it has none.
    public var unit: String

    /// Makes a description of a column.
    public init(id: String, name: String = "", unit: String = "") {
        self.id = id
        self.name = name
        self.unit = unit
    }
}
