import Care

extension Doubt: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("entries", entries)
            text.member("kind", kind.rawValue)
            text.member("problem", problem)
            text.member("remedy", remedy)
            text.member("weight", weight.rawValue)
        }
    }
}

extension StruckEntry: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("by", by)
            text.member("entry", entry)
            text.member("occurredAt", occurredAt)
            text.member("reason", reason)
            text.member("stands", stands)
            text.member("struckAt", struckAt)
            text.member("struckBy", struckBy)
            text.member("type", type.rawValue)
            text.member("writtenBy", writtenBy)
        }
    }
}
