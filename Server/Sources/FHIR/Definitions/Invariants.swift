import Care

/// Rules between elements that FHIR R4 states as invariants, for the types used here.
enum Invariants {
    static func check(_ members: [String: JSON], as type: String, at path: String) throws(FHIRFault) {
        func demand(_ holds: Bool, _ text: String, _ remedy: String) throws(FHIRFault) {
            if !holds { throw FHIRFault(at: path, .invariant, text, remedy) }
        }
        switch type {
        case "Extension":
            let hasValue = members.keys.contains { $0.hasPrefix("value") || $0.hasPrefix("_value") }
            try demand(
                hasValue != (members["extension"] != nil), "ext-1: an extension has either a value or extensions",
                "Give one of them.")
        case "Quantity", "Duration", "Age":
            try demand(
                members["code"] == nil || members["system"] != nil, "qty-3: a code of a unit needs its system",
                "Add \"system\": \"\(UCUM.system)\".")
        case "Period":
            if let start = instant(members["start"]), let end = instant(members["end"]) {
                try demand(start <= end, "per-1: the period ends before it begins", "Swap start and end.")
            }
        case "Range":
            if let low = members["low"]?["value"]?.number?.double, let high = members["high"]?["value"]?.number?.double
            {
                try demand(low <= high, "rng-2: the range's low is above its high", "Swap low and high.")
            }
        case "Observation":
            try demand(
                members["dataAbsentReason"] == nil || !members.keys.contains { $0.hasPrefix("value") },
                "obs-6: a value and a reason for its absence stand together", "Leave one out.")
        case "TimingRepeat":
            try demand(
                members["duration"] == nil || members["durationUnit"] != nil, "tim-1: duration has no unit",
                "Add durationUnit.")
            try demand(
                members["period"] == nil || members["periodUnit"] != nil, "tim-2: period has no unit", "Add periodUnit."
            )
        case "MedicationAdministrationDosage":
            try demand(
                members.keys.contains { $0 == "dose" || $0.hasPrefix("rate") }, "mad-1: a dosage has dose or rate",
                "Add the dose.")
        case "Condition":
            let isError = members["verificationStatus"]?["coding"]?.items?.contains {
                $0["code"]?.text == "entered-in-error"
            }
            try demand(
                isError != true || members["clinicalStatus"] == nil,
                "con-5: what was entered in error has no clinical status", "Leave clinicalStatus out.")
        case "Consent":
            try demand(
                members["policy"] != nil || members["policyRule"] != nil,
                "ppc-1: neither policy nor policyRule is there",
                "Name one of them.")
        default: break
        }
    }

    private static func instant(_ value: JSON?) -> Instant? { value?.text.flatMap { try? Instant(iso8601: $0) } }
}
