/// A reference to a resource in the same bundle, as `Type/id`, with or without the base before it.
struct FHIRReference: Equatable {
    /// Type of the resource.
    var type: String
    /// Its id.
    var id: String

    /// Reads a relative or absolute reference; nil for any other text (a URN, a fragment).
    init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count >= 2, let type = parts.dropLast().last, type.first?.isUppercase == true, let id = parts.last,
            !id.isEmpty
        else { return nil }
        self.type = String(type)
        self.id = String(id)
    }
}
