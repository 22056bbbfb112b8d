import Foundation

/// A page taken apart just enough to be judged: tags with their attributes, in order. Templates write attributes in double
/// quotes only, and what is not so is an error here.
struct Markup {
    struct Tag {
        var name: String
        var attributes: [(name: String, value: String)]
        var isClosing: Bool
        subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }
    }

    var tags: [Tag] = []

    init(_ html: String) {
        let pattern = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s=>\/"]+(?:="[^"]*")?)*)\s*\/?>/
        let attribute = /([^\s=>\/"]+)(?:="([^"]*)")?/
        for match in html.matches(of: pattern) {
            let attributes = String(match.output.3).matches(of: attribute).map {
                (name: String($0.output.1).lowercased(), value: String($0.output.2 ?? ""))
            }
            tags.append(
                Tag(
                    name: String(match.output.2).lowercased(), attributes: attributes,
                    isClosing: !match.output.1.isEmpty))
        }
    }

    /// Opening tags of a name.
    func all(_ name: String) -> [Tag] { tags.filter { $0.name == name && !$0.isClosing } }

    /// Values of an attribute.
    func values(_ attribute: String) -> [String] { tags.compactMap { $0[attribute] } }

    /// Forms, each with the tags within it.
    var forms: [(form: Tag, tags: [Tag])] {
        var forms: [(Tag, [Tag])] = []
        var open: (Tag, [Tag])?
        for tag in tags {
            if tag.name == "form" {
                if let found = open, tag.isClosing { forms.append(found) }
                open = tag.isClosing ? nil : (tag, [])
            } else {
                open?.1.append(tag)
            }
        }
        return forms
    }
}
