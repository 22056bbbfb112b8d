import Care
import Catalogue
import Foundation
import Report
import Therapy

/// `livingdrug trial STUDY --sensitivity`: what drives each result.
struct SensitivityRun {
    private let setting: TrialSetting
    private let desk: Desk

    init(_ setting: TrialSetting, _ desk: Desk) {
        self.setting = setting
        self.desk = desk
    }

    func run() throws {
        let analysis = SensitivityAnalysis(setting, patients: desk.patients)
        let started = Date()
        let result: SensitivityAnalysis.Result
        do {
            try sayCost(of: analysis)
            let meter = ProgressMeter(total: analysis.runs, noun: "virtual patients")
            defer { meter.finish() }
            result = try analysis.run(
                threads: desk.threads, progress: { meter.update($0) }, isCancelled: { Interruption.isRequested })
        } catch {
            throw Interrupted()
        }
        let summary = SensitivitySummary(analysis, result, seconds: Date().timeIntervalSince(started))
        if let output = desk.output { try write(summary, analysis, result, to: output) }
        if desk.json {
            print(try summary.json())
        } else {
            print(SensitivityTable.text(analysis, result, seconds: summary.wall_seconds))
            if let output = desk.output { print("\nReport: \(output)/report.html") }
        }
        if result.failures > 0 { say("\(result.failures) virtual patients could not be computed and are left out") }
    }

    /// Patients of the trial run that measures the speed.
    private static let trialRun = 200

    /// Says what the analysis will cost, by the speed of a few patients.
    private func sayCost(of analysis: SensitivityAnalysis) throws {
        let patients = min(Self.trialRun, desk.patients)
        let started = Date()
        _ = try Trial(analysis.setting).run(
            patients: patients, threads: desk.threads, isCancelled: { Interruption.isRequested })
        let rate = Double(patients) / max(Date().timeIntervalSince(started), 1e-3)
        let seconds = Double(analysis.runs) / rate
        let time = seconds < 90 ? "\(Int(seconds.rounded(.up))) s" : "\(Int((seconds / 60).rounded(.up))) min"
        say(
            "\(analysis.inputs.count) inputs in cohorts of \(analysis.patients), \(analysis.levers.count) numbers held in "
                + "cohorts of \(analysis.tornadoPatients): \(analysis.runs.grouped) virtual patients, about \(time) at "
                + "\(Int(rate).grouped) a second on \(desk.threads) threads")
    }

    private func write(
        _ summary: SensitivitySummary, _ analysis: SensitivityAnalysis, _ result: SensitivityAnalysis.Result,
        to folder: String
    ) throws {
        let figures = SensitivityFigures(analysis, result, command: desk.command)
        try OutputFolder(path: folder).write([
            ("sobol.csv", SensitivityFiles.sobol(result)), ("tornado.csv", SensitivityFiles.tornado(result)),
            ("sensitivity.json", try summary.json() + "\n"),
            ("report.html", ReportPage.html(for: figures, plotly: Plotly.text(near: desk.shelf.root))),
        ])
    }

    private func say(_ text: String) { FileHandle.standardError.write(Data("livingdrug: \(text)\n".utf8)) }
}
