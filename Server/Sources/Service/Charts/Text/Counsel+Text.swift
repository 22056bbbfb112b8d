import Care

extension Counsel: JSONWritten {
    func write(to text: inout JSONText) {
        // Each recommendation stands twice: in the list, and beside those of the other guidelines.
        var written: [(question: CounselQuestion, authority: Authority, bytes: [UInt8])] = []
        text.object { text in
            text.member("at", at)
            text.name("items")
            text.array(items) { text, item in
                let start = text.count
                item.write(to: &text)
                written.append((item.question, item.authority, text.written(since: start)))
            }
            text.name("sideBySide")
            text.array(sideBySide) { text, row in
                text.object { text in
                    text.name("cells")
                    text.array(row.cells) { text, cell in
                        text.object { text in
                            if let answer = cell.answer {
                                text.name("answer")
                                // One guideline answers a question once.
                                let known = written.first {
                                    $0.question == answer.question && $0.authority == answer.authority
                                }
                                if let known { text.copy(known.bytes) } else { answer.write(to: &text) }
                            }
                            text.member("authority", cell.authority.rawValue)
                        }
                    }
                    text.member("question", row.question.rawValue)
                }
            }
            text.member("undecided", undecided)
        }
    }
}

extension CounselItem: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("action", action)
            text.member("alternatives", alternatives)
            text.member("authority", authority.rawValue)
            text.member("changes", changes)
            text.member("dose", dose)
            text.member("establishment", establishment.rawValue)
            text.member("question", question.rawValue)
            text.member("reasons", reasons)
            text.member("running", running)
            text.member("source", source)
            text.member("stance", stance.rawValue)
            text.member("stops", stops)
            text.member("unknown", unknown)
            text.member("urgency", urgency.rawValue)
        }
    }
}

extension CounselDose: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("amount", amount)
            text.member("calculation", calculation)
            text.member("course", course)
            text.member("drug", drug)
            text.member("given", given)
            text.member("intervalHours", intervalHours)
            text.member("maximum", maximum)
            text.member("minutes", minutes)
            text.member("route", route.rawValue)
            text.member("rules", rules)
            text.member("unit", unit)
            text.member("unknown", unknown)
        }
    }
}

extension Finding: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("at", at)
            text.member("finding", finding)
            text.member("threshold", threshold)
        }
    }
}

extension Citation: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("address", address)
            text.member("text", self.text)
            text.member("verification", verification.rawValue)
        }
    }
}

extension Undecided: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("action", action)
            text.member("authority", authority.rawValue)
            text.member("missing", missing)
            text.member("question", question.rawValue)
        }
    }
}
