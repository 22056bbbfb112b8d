import Care

extension DueItem: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("flag", flag.rawValue)
            text.member("id", id)
            text.member("owner", owner.rawValue)
            text.member("reason", reason)
            text.member("source", source)
            text.member("status", status)
            text.member("topic", topic.rawValue)
            text.member("what", what)
            text.member("window", window)
        }
    }
}

extension DueWindow: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("byDay", byDay)
            text.member("closes", closes)
            text.member("due", due)
            text.member("opens", opens)
        }
    }
}

extension DueStatus: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            switch self {
            case .upcoming: text.name("upcoming")
            case .due: text.name("due")
            case .overdue: text.name("overdue")
            case .done: text.name("done")
            case .missed: text.name("missed")
            case .notApplicable: text.name("notApplicable")
            case .undated: text.name("undated")
            }
            text.object { text in
                switch self {
                case .upcoming, .due, .overdue: break
                case .done(let at, let entry):
                    text.member("at", at)
                    text.member("entry", entry)
                case .missed(let reason): text.member("reason", reason)
                case .notApplicable(let why), .undated(let why): text.member("why", why)
                }
            }
        }
    }
}
