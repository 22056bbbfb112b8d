import Care
import Foundation

extension ChartAnswer {
    /// The answer as JSON, the same bytes as an encoder's.
    func bytes() throws -> [UInt8] {
        var text = JSONText(capacity: 96 * 1024)
        write(to: &text)
        // What cannot be written the encoder refuses, with its own words.
        return text.isBroken ? Array(try Wire.data(self)) : text.bytes
    }
}

extension ChartAnswer: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("activeOrders", activeOrders)
            text.member("alerts", alerts)
            text.member("at", at)
            text.member("bestResponse", bestResponse?.rawValue)
            text.member("corrections", corrections)
            text.member("counsel", counsel)
            text.member("crs", crs)
            text.member("day", day)
            text.member("doubts", doubts)
            text.member("due", due)
            text.member("head", head)
            text.member("icans", icans)
            text.member("label", label)
            text.member("next", next)
            text.member("notice", notice)
            text.member("patient", patient)
            text.member("place", place)
            text.member("stage", stage)
            text.member("steps", steps)
            text.member("stops", stops)
            text.name("subject")
            text.encoded(subject)
            text.member("therapy", therapy)
            text.member("version", version)
        }
    }
}

extension JSONText {
    /// A value of a small and rare kind, by the encoder.
    mutating func encoded(_ value: some Encodable) {
        copy((try? Wire.data(value)).map(Array.init) ?? Array("null".utf8))
    }
}

extension ChartAnswer.Grade: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("grade", grade)
            text.member("reasons", reasons)
            text.member("unknown", unknown)
        }
    }
}

extension ChartAnswer.StepAnswer: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("next", next)
            text.member("state", state)
            text.member("step", step)
        }
    }
}

extension ChartAnswer.Patient: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("age", age)
            text.member("disease", disease)
            text.member("sex", sex)
            text.member("weight", weight)
        }
    }
}

extension Order: JSONWritten {
    func write(to text: inout JSONText) {
        text.object { text in
            text.member("amount", amount)
            text.member("doses", doses)
            text.member("drug", drug.rawValue)
            text.member("id", id)
            text.member("intervalHours", intervalHours)
            text.member("minutes", minutes)
            if let oxygen {
                text.name("oxygen")
                text.encoded(oxygen)
            }
            text.member("reason", reason)
            text.member("route", route?.rawValue)
            text.member("source", source)
            text.member("unit", unit)
        }
    }
}
