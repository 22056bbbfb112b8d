import Care

extension Alert: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("acknowledgement", acknowledgement)
            text.member("id", id)
            text.member("owner", owner.rawValue)
            text.member("reasons", reasons)
            text.member("resolution", resolution)
            text.member("since", since)
            text.member("title", title)
            text.member("urgency", urgency.rawValue)
        }
    }
}

extension Alert.Acknowledgement: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("action", action)
            text.member("at", at)
            text.member("by", by)
            text.member("entry", entry)
        }
    }
}

extension Alert.Resolution: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("at", at)
            text.member("entry", entry)
            text.member("why", why)
        }
    }
}

extension AlertReason: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("at", at)
            text.member("entry", entry)
            text.member("finding", finding)
            text.member("flag", flag.rawValue)
            text.member("source", source)
            text.member("threshold", threshold)
        }
    }
}

extension Actor: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("name", name)
            text.member("role", role.rawValue)
        }
    }
}
