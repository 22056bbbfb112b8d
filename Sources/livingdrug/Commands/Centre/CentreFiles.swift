import Care
import Foundation
import Report
import Therapy

/// The files of `centre --output`.
enum CentreFiles {
    static func write(
        _ cases: [CentreTrial.Case], _ result: CentreTrial.Result, _ figures: CentreFigures, to folder: String
    ) throws {
        try OutputFolder(path: folder).write([
            ("patients.csv", patients(cases, result)), ("stations.csv", stations(figures)),
            ("scenarios.csv", scenarios(figures)), ("events.ndjson", events(result)),
            ("centre.json", try json(figures) + "\n"), ("report.html", CentrePage.html(for: figures)),
        ])
    }

    static func json(_ figures: CentreFigures) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(figures), as: UTF8.self)
    }

    private static func patients(_ cases: [CentreTrial.Case], _ result: CentreTrial.Result) -> String {
        let stages = CentreStage.allCases
        let head =
            ["scenario", "seed", "patient", "service", "site", "kilometres", "hours", "referred_day", "stage", "fate"]
            + stages.map { "\($0.rawValue)_days" }
            + ["referral_to_infusion_days", "vein_to_vein_days", "baseline_burden_ml", "best_response", "cost_usd"]
        var lines = [head.joined(separator: ",")]
        for (one, runs) in zip(cases, result.runs) {
            let plan = one.model.plan
            for run in runs {
                for patient in run.patients {
                    let names = [
                        one.id, "\(run.seed)", "\(patient.index)", plan.services[patient.service].id,
                        plan.sites[patient.site].id,
                    ]
                    let way = [number(patient.distance), number(patient.hours), number(patient.referred)]
                    let end = [patient.stage.rawValue, patient.fate?.rawValue ?? ""]
                    let days = stages.map { number(patient.days(of: $0)) }
                    let rest = [
                        number(patient.referralToInfusion), number(patient.veinToVein),
                        number(patient.isInfused ? patient.outcome?.baselineBurden : nil),
                        patient.isInfused ? patient.outcome?.bestResponse?.rawValue ?? "" : "",
                        number(patient.outcome?.cost),
                    ]
                    lines.append((names + way + end + days + rest).map(cell).joined(separator: ","))
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func stations(_ figures: CentreFigures) -> String {
        let head =
            "resource,owner,capacity,unit,utilisation,mean_waiting,longest_line,mean_wait_days,served,left,wasted,beyond"
        let rows = figures.stations.map { station in
            [
                station.resource, station.owner, number(station.capacity), station.unit, number(station.utilisation),
                number(station.mean_waiting), "\(station.longest_line)", number(station.mean_wait_days),
                number(station.served), number(station.left), number(station.wasted), number(station.beyond),
            ].map(cell).joined(separator: ",")
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }

    private static func scenarios(_ figures: CentreFigures) -> String {
        let head =
            "scenario,measure,unit,plan,plan_low,plan_high,value,value_low,value_high,difference,difference_low,"
            + "difference_high"
        let rows = figures.scenarios.flatMap { scenario in
            scenario.rows.map { row in
                ([scenario.id, row.id, row.unit]
                    + [row.plan, row.scenario, row.difference].flatMap { [$0.value, $0.low, $0.high] }.map(number))
                    .map(cell).joined(separator: ",")
            }
        }
        return ([head] + rows).joined(separator: "\n") + "\n"
    }

    private static func events(_ result: CentreTrial.Result) -> String {
        (result.runs.first?.first?.events ?? []).map { event in
            "{\"day\":\(number(event.day)),\"patient\":\(event.patient),\"event\":\"\(event.what)\"}\n"
        }.joined()
    }

    /// Six digits say all that there is to say, and are the same on any machine.
    private static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "" }
        return String(format: "%.10g", (value * 1e6).rounded() / 1e6)
    }

    /// A cell of a CSV file: quoted where it must be, and never a formula for a spreadsheet.
    private static func cell(_ text: String) -> String {
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
