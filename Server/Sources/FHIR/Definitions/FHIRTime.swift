import Care

/// Times as FHIR R4 writes them: a time of day always has seconds and a zone of at most 14 hours.
enum FHIRTime {
    static let zoneProblem = (
        text: "it is no time of FHIR",
        remedy: "Write date, time with seconds, and zone, for example 2026-03-01T14:30:00+01:00."
    )

    /// Whether it has the form `YYYY-MM-DDThh:mm:ss(.s+)?(Z|±hh:mm)` and names a moment of the calendar.
    static func isInstant(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes[16] == UInt8(ascii: ":"),
            !text.hasPrefix("0000"), !bytes.contains(UInt8(ascii: "z")), let instant = try? Instant(iso8601: text)
        else { return false }
        return abs(instant.zoneOffsetMinutes) <= 14 * 60
    }

    /// Whether it is an instant, or a date that may lack day or month.
    static func isDateTime(_ text: String) -> Bool { isDate(text) || isInstant(text) }

    /// Whether it is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    static func isDate(_ text: String) -> Bool {
        guard [4, 7, 10].contains(text.utf8.count) else { return false }
        return isInstant(
            text + "-01-01".dropFirst(text.utf8.count == 4 ? 0 : text.utf8.count == 7 ? 3 : 6) + "T00:00:00Z")
    }

    /// Whether it is `hh:mm:ss` with or without a fraction.
    static func isTime(_ text: String) -> Bool { isInstant("2000-01-01T" + text + "Z") }

    /// The text of a journal's instant.
    /// - Throws: `FHIRFault` for a year before 1 or after 9999 or a zone beyond 14 hours, which FHIR cannot write.
    static func text(_ instant: Instant, at path: String) throws(FHIRFault) -> JSON {
        try checked(instant.iso8601, at: path)
    }

    /// A journal's time, if FHIR can write it.
    static func checked(_ text: String, at path: String) throws(FHIRFault) -> JSON {
        guard isInstant(text) else {
            throw FHIRFault(
                at: path, .value, "FHIR has no way to write this time", "Correct its zone (at most 14 hours) or year.")
        }
        return .string(text)
    }
}
