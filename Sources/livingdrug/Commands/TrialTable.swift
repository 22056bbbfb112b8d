import Therapy

/// The table that `trial` prints: simulated beside published, with intervals.
enum TrialTable {
    static func text(_ summary: TrialSummary, setting: TrialSetting) -> String {
        var table = TextTable([
            ("endpoint", .left), ("simulated", .right), ("95 % interval", .left), ("published", .right),
            ("n", .right), ("", .left),
        ])
        var notes: [String] = []
        for name in EndpointName.allCases {
            guard let endpoint = summary.endpoints[name.rawValue] else { continue }
            let published = endpoint.published
            var mark = published?.scale.map { "(\($0))" } ?? ""
            if published?.verification == .unverified { mark += " *" }
            table.add([
                name.label(of: endpoint.analysisSet), value(endpoint.value, endpoint.unit),
                interval(endpoint.low, endpoint.high, endpoint.unit),
                value(published?.value, endpoint.unit), published.map { String($0.n) } ?? "", mark,
            ])
        }
        notes.append("* published figure not yet checked against its source")
        let head =
            "\(setting.study.title)\n\(summary.patients) virtual patients, seed \(summary.seed), "
            + "\(summary.infused) infused; policy \(summary.policy); \(summary.patients_per_second.formatted) patients/s\n"
        return ([head, table.text] + notes + ["Research and education software, not a medical device."])
            .joined(separator: "\n")
    }

    /// A value in its unit; – for none.
    static func value(_ value: Double?, _ unit: String) -> String {
        guard let value else { return "–" }
        switch unit {
        case "1": return "\(percent(value)) %"
        case "USD": return "$\(Int(value.rounded()).grouped)"
        default: return "\(short(value)) \(unit == "d" ? "d" : symbol(unit))"
        }
    }

    /// An interval, in the unit that `value` shows.
    static func interval(_ low: Double?, _ high: Double?, _ unit: String) -> String {
        guard let low, let high else { return "" }
        switch unit {
        case "1": return "\(percent(low)) to \(percent(high))"
        case "USD": return "\(Int(low.rounded()).grouped) to \(Int(high.rounded()).grouped)"
        default: return "\(short(low)) to \(short(high))"
        }
    }

    private static func symbol(_ unit: String) -> String {
        unit == "{cells}/uL" ? "/µL" : unit == "d.{cells}/uL" ? "d/µL" : unit
    }

    /// A share in per cent, without the sign.
    static func percent(_ value: Double) -> String { short((value * 1000).rounded() / 10) }

    private static func short(_ value: Double) -> String {
        let rounded = value >= 100 ? value.rounded() : (value * 10).rounded() / 10
        return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
    }
}

extension Int {
    /// With commas between thousands.
    var grouped: String {
        var digits = String(magnitude)
        var parts: [String] = []
        while digits.count > 3 {
            parts.insert(String(digits.suffix(3)), at: 0)
            digits.removeLast(3)
        }
        return (self < 0 ? "-" : "") + ([digits] + parts).joined(separator: ",")
    }
}

extension Double {
    /// Without a fraction.
    var formatted: String { "\(Int(rounded()))" }
}
