/// One step on the way from a resource to the element that holds a field.
enum Step: Sendable {
    /// Into an object
    case member(String)
    /// Into the item of a list that has these members, made if it is not there
    case slot(String, JSON)
    /// Into the only item of a list
    case first(String)
    /// For each value of a list, into an item of its own
    case each(String)
    /// … that has these members too
    case eachSlot(String, JSON)

    /// As a path for people.
    var name: String {
        switch self {
        case .member(let name), .first(let name), .each(let name): name
        case .slot(let name, let mark), .eachSlot(let name, let mark): "\(name)[\(Self.label(mark))]"
        }
    }

    /// Whether an item of a list is the one that the mark tells apart.
    static func matches(_ item: JSON, _ mark: JSON) -> Bool {
        (mark.members ?? [:]).allSatisfy { item[$0.key] == $0.value }
    }

    private static func label(_ mark: JSON) -> String {
        if let url = mark["url"]?.text { return String(url.split(separator: "/").last ?? "") }
        if let system = mark["system"]?.text { return String(system.split(separator: "/").last ?? "") }
        let codings = (mark["code"] ?? mark["type"])?["coding"]?.items ?? []
        return codings.first?["code"]?.text ?? ""
    }
}
