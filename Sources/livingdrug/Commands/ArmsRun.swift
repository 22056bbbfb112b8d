import Care
import Catalogue
import Foundation
import Report
import Therapy

/// `livingdrug trial STUDY --policy A --policy B`: arms in the same virtual patients, each beside the first.
struct ArmsRun {
    private let arms: [TrialSetting]
    private let desk: Desk

    init(_ arms: [TrialSetting], _ desk: Desk) {
        self.arms = arms
        self.desk = desk
    }

    func run() throws {
        let meter = ProgressMeter(total: desk.patients * arms.count, noun: "patients")
        let started = Date()
        var results: [Trial.Result] = []
        do {
            for (position, arm) in arms.enumerated() {
                let before = position * desk.patients
                results.append(
                    try Trial(arm).run(
                        patients: desk.patients, threads: desk.threads,
                        // Curves and courses are drawn of the reference.
                        tracing: desk.output == nil || position > 0 ? 0 : TrialCommand.traced,
                        progress: { meter.update(before + $0) }, isCancelled: { Interruption.isRequested }))
            }
        } catch {
            meter.finish()
            throw Interrupted()
        }
        meter.finish()
        let comparison = ArmComparison(results.map(\.outcomes), study: arms[0].study, seed: arms[0].seed)
        let seconds = Date().timeIntervalSince(started)
        let summary = ArmsSummary(arms, results, comparison, seconds: seconds)
        if let output = desk.output { try write(results, summary, comparison, seconds: seconds, to: output) }
        if desk.json {
            print(try summary.json())
        } else {
            print(ArmsTable.text(arms, comparison, patients: desk.patients))
            if let output = desk.output { print("\nReport: \(output)/report.html") }
        }
        for failure in summary.failures.prefix(5) {
            FileHandle.standardError.write(Data("livingdrug: \(failure)\n".utf8))
        }
    }

    private func write(
        _ results: [Trial.Result], _ summary: ArmsSummary, _ comparison: ArmComparison, seconds: Double,
        to folder: String
    ) throws {
        let reference = TrialSummary(arms[0], results[0], seconds: seconds)
        var figures = FigureMaker(arms[0], results[0], reference, command: desk.command).figures()
        figures.arms = TrialFigures.Arms(comparison, arms)
        figures.study.policy =
            arms[0].guideline.policy.id + "; compared with it: "
            + arms.dropFirst().map(\.guideline.policy.id).joined(separator: ", ")
        let tables = zip(arms, results).map { arm, result in
            ("outcomes-\(arm.fileName).csv", OutcomeTable.csv(result.outcomes))
        }
        try OutputFolder(path: folder).write(
            tables + [
                ("trial.json", try summary.json() + "\n"),
                ("report.html", ReportPage.html(for: figures, plotly: Plotly.text(near: desk.shelf.root))),
            ])
    }
}

extension TrialFigures.Arms {
    /// What the report shows of a comparison.
    init(_ comparison: ArmComparison, _ arms: [TrialSetting]) {
        self.init(
            arms: zip(arms, comparison.infused).map {
                .init(name: $0.guideline.policy.id, title: $0.guideline.policy.title, infused: $1)
            },
            rows: comparison.rows.map { row in
                .init(
                    name: row.measure.name, label: row.measure.label, unit: row.measure.unit,
                    values: row.estimates.map(\.value),
                    differences: row.differences.map {
                        .init(
                            value: $0.value, low: $0.low, high: $0.high, pairs: $0.pairs,
                            onlyReference: $0.onlyReference,
                            onlyArm: $0.onlyArm)
                    })
            })
    }
}
