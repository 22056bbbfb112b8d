import Care
import Catalogue
import Dynamics
import Foundation
import Pages
import Therapy

/// The pages of one virtual patient, the board of a dozen, a small trial, and the rest of the house.
struct Album {
    let folder: URL
    let shelf: Shelf
    let setting: TrialSetting
    let journal: Journal

    init(folder: String, shelf: Shelf) throws {
        self.folder = URL(fileURLWithPath: folder)
        self.shelf = shelf
        try FileManager.default.createDirectory(
            at: self.folder.appendingPathComponent("assets"), withIntermediateDirectories: true)
        let url = try shelf.model("body")
        let program = try Program(Model(sbml: String(contentsOf: url, encoding: .utf8), file: "body.xml"))
        let study = try shelf.study("zuma-1")
        setting = try TrialSetting(
            study: study, product: shelf.product(study.product), disease: shelf.disease(study.disease),
            covariates: shelf.covariates(), course: shelf.course(), body: Body(program), base: shelf.bodyParameters(),
            policy: nil, fitted: try shelf.fitted()?.parameters ?? .none, drugs: shelf.drugs(), seed: 1)
        // The sickest of a few.
        journal =
            try (0..<6).map { [setting, self_folder = self.folder] index in
                try Album.cached(self_folder.appendingPathComponent("patient-\(index).ndjson")) {
                    Trial(setting).patient(index).journal
                }
            }.max { Album.severity($0).grade < Album.severity($1).grade } ?? Journal(therapy: "", subject: .training)
    }

    /// A journal is kept beside the pages, since making one takes a while in a debug build.
    static func cached(_ file: URL, _ make: () throws -> Journal) throws -> Journal {
        if let text = try? String(contentsOf: file, encoding: .utf8) {
            return try Journal(ndjson: text, file: file.lastPathComponent)
        }
        let journal = try make()
        try journal.ndjson().write(to: file, atomically: true, encoding: .utf8)
        return journal
    }

    func frame(_ title: String, _ path: String, _ realm: PageRealm = .simulated, signedIn: Bool = true) -> PageFrame {
        PageFrame(
            title: title, user: signedIn ? .init(name: "N. Okafor", role: "nurse") : nil, csrf: "preview", realm: realm,
            path: path, sections: PageSection.allCases)
    }

    func write(_ name: String, _ html: String) throws {
        try html.write(to: folder.appendingPathComponent("\(name).html"), atomically: true, encoding: .utf8)
    }

    /// The patient at a time; by its label.
    func patient(_ journal: Journal, at instant: Instant) throws -> PatientView {
        let chart = Chart(of: journal, at: instant)
        let book = try shelf.labels()
        let label = chart.productOrder.flatMap { order in
            book.label(named: order.productVersion)
                ?? (try? book.label(of: order.product, in: .us, on: Day(of: instant)))
        }
        return PatientView(
            journal, at: instant, label: label, labelWords: label?.nameAndVersion ?? "none is in force", chart: chart)
    }

    /// The time at which the patient is worst.
    var worst: Instant { Album.severity(journal).at }

    static func severity(_ journal: Journal) -> (grade: Int, at: Instant) {
        var chart = Chart(therapy: journal.therapy)
        var worst = (grade: -1, at: Instant(millisecondsSince1970: 0))
        for entry in journal.entries {
            chart.apply(entry)
            guard chart.death == nil else { break }
            let grade = chart.crsGrade.rawValue * 10 + chart.icansGrade.rawValue
            if grade > worst.grade { worst = (grade, entry.occurredAt) }
        }
        return worst
    }

    func writeAll() throws {
        for asset in try Assets.all() {
            try Data(asset.bytes).write(to: folder.appendingPathComponent(String(asset.path.dropFirst())))
        }
        try writeAccount()
        try writeCharts()
        try writeBoard()
        try writeTrials()
        try writeShelf()
    }
}
