import Mustache

/// Named values for a template. What is nil or empty renders as nothing and opens no section, so that a missing value
/// never falls through to one of the same name further out.
struct Fields: MustacheParent, ExpressibleByDictionaryLiteral {
    private var values: [String: Any] = [:]

    init(dictionaryLiteral elements: (String, Any?)...) {
        for (name, value) in elements { self[name] = value }
    }

    subscript(name: String) -> Any? {
        get { values[name] }
        set {
            if let text = newValue as? String, text.isEmpty {
                values[name] = Blank()
            } else {
                values[name] = newValue ?? Blank()
            }
        }
    }

    func child(named name: String) -> Any? { values[name] }

    /// These, and others over them.
    func with(_ others: Fields) -> Fields {
        var all = self
        for (name, value) in others.values { all.values[name] = value }
        return all
    }
}

/// Nothing to show.
private struct Blank: MustacheCustomRenderable {
    var renderText: String { "" }
    var isNull: Bool { true }
}
