/// Compares a bundle that was sent with the one that the journal read from it would give. Whatever differs is an
/// element
/// that contradicts another, that no field holds, or that should be there.
enum Difference {
    /// What servers add to a resource that they keep, and a journal does not.
    private static let ofServers: Set<String> = ["versionId", "lastUpdated", "source"]

    static func check(_ sent: JSON, against journal: JSON) throws(FHIRFault) {
        let expected = byURL(journal)
        var seen: Set<String> = []
        for (index, entry) in (sent["entry"]?.items ?? []).enumerated() {
            let path = "Bundle.entry[\(index)]"
            guard let url = entry["fullUrl"]?.text else {
                throw FHIRFault(at: "\(path).fullUrl", .required, "it is missing", "Give each entry its fullUrl.")
            }
            guard let other = expected[url] else {
                throw FHIRFault(
                    at: "\(path).fullUrl", .conflict, "no entry of the journal is written as this resource",
                    "fullUrl is the base of centre and therapy, type and id; leave out what no Provenance names.")
            }
            guard seen.insert(url).inserted else {
                throw FHIRFault(at: "\(path).fullUrl", .duplicate, "it stands twice", "Leave one of them.")
            }
            try compare(cleaned(entry), other, path)
        }
        if seen.count < expected.count {
            throw FHIRFault(
                at: "Bundle.entry", .required, "\(expected.count - seen.count) resources of the journal are missing",
                "Send the whole export; none of its resources may be left out.")
        }
        var frame = cleaned(sent).members ?? [:]
        frame["entry"] = nil
        for name in ["id", "timestamp", "link"] { frame[name] = nil }
        var own = journal.members ?? [:]
        own["entry"] = nil
        try compare(.object(frame), .object(own), "Bundle")
    }

    private static func byURL(_ bundle: JSON) -> [String: JSON] {
        var entries: [String: JSON] = [:]
        for entry in bundle["entry"]?.items ?? [] { entries[entry["fullUrl"]?.text ?? ""] = entry }
        return entries
    }

    /// Without what a server adds: version, time of its update, its narrative.
    private static func cleaned(_ json: JSON) -> JSON {
        guard var members = json.members else { return json }
        if var resource = members["resource"]?.members {
            clean(&resource)
            members["resource"] = .object(resource)
        }
        clean(&members)
        return .object(members)
    }

    private static func clean(_ members: inout [String: JSON]) {
        // A narrative is an object; elements named text are strings.
        if members["text"]?.members != nil { members["text"] = nil }
        if let meta = members["meta"]?.members {
            members["meta"] = .object(meta.filter { !ofServers.contains($0.key) })
        }
    }

    private static func compare(_ sent: JSON, _ own: JSON, _ path: String) throws(FHIRFault) {
        switch (sent, own) {
        case (.object(let a), .object(let b)):
            if let url = a["url"]?.text, url == b["url"]?.text, a != b { try checkChain(url, path) }
            for name in Set(a.keys).union(b.keys).sorted() {
                let place = "\(path).\(name)"
                guard let one = a[name] else {
                    throw FHIRFault(
                        at: place, .required, "it is missing, and the rest of the entry implies it",
                        "Send the export as it was written.")
                }
                guard let other = b[name] else {
                    throw FHIRFault(
                        at: place, .conflict, "nothing in the journal would hold this element",
                        "Leave it out; it would else be lost without a word.")
                }
                try compare(one, other, place)
            }
        case (.array(let a), .array(let b)):
            guard a.count == b.count else {
                throw FHIRFault(
                    at: path, .conflict, "there are \(a.count) items, and the rest of the entry implies \(b.count)",
                    "Send the export as it was written.")
            }
            for (index, (one, other)) in zip(a, b).enumerated() { try compare(one, other, "\(path)[\(index)]") }
        case (.string(let a), .string(let b)):
            guard a.utf8.elementsEqual(b.utf8) else { throw contradiction(path) }
        default:
            guard sent == own else { throw contradiction(path) }
        }
    }

    private static func checkChain(_ url: String, _ path: String) throws(FHIRFault) {
        guard url == JournalChain.entryURL || url == JournalChain.headURL else { return }
        throw FHIRFault(
            at: path, .conflict,
            "the entry, or one before it, is not what was exported: its hash in the journal's chain is another",
            "Export the journal again; a change of a journal is a new entry in it, not an edited export.")
    }

    private static func contradiction(_ path: String) -> FHIRFault {
        FHIRFault(
            at: path, .conflict, "it contradicts another element of the same entry, or has more digits than are kept",
            "Make both say the same; a change of a journal is a new entry in it, not an edited export.")
    }
}
