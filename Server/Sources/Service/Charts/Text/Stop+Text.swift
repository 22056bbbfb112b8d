import Care

extension StopAnswer: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("actions", actions)
            text.member("clearedBy", clearedBy)
            text.member("id", id)
            text.member("override", override)
            text.member("reasons", reasons)
            text.member("rule", rule)
            text.member("severity", severity)
            text.member("step", step)
            text.member("subject", subject)
            text.member("unknown", unknown)
        }
    }
}

extension StopAnswer.Override: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("first", first)
            text.member("second", second)
        }
    }
}
