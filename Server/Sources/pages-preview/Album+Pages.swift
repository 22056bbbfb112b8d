import Care
import Catalogue
import Foundation
import Pages
import Therapy

extension Album {
    func writeAccount() throws {
        let faulty = FormState(
            values: ["name": "nokafor"], errors: ["password": "User name or password is wrong; 4 tries are left."])
        try write(
            "sign-in", SignInPage(state: faulty).html(in: frame("Sign in", "/sign-in", .training, signedIn: false)))
        try write("password", PasswordPage(mustChange: true).html(in: frame("Change password", "/password", .real)))
        try write(
            "error",
            ErrorPage(
                status: 404, problem: "There is no such page", remedy: "Check the address, or go to the board.",
                reference: "req-7f3a"
            ).html(in: frame("Not found", "/nowhere", .real)))
        try write("patient-new", PatientNewPage().html(in: frame("New patient", "/patients/new", .training)))
        let now = worst
        try write(
            "users",
            UsersPage(
                [
                    .init(id: "1", name: "admin", fullName: "A. Admin", roles: ["administrator"], lastSeen: now),
                    .init(id: "2", name: "nokafor", fullName: "N. Okafor", roles: ["nurse"], isLocked: true),
                ], roles: [("nurse", "nurse"), ("physician", "physician")],
                password: ("nokafor", "correct-horse-battery")
            ).html(in: frame("Users", "/admin/users", .real)))
        try write(
            "access-log",
            AccessLogPage(
                [
                    .init(
                        at: now, user: "N. Okafor", role: "nurse", action: "read chart", therapy: journal.therapy,
                        isAllowed: true),
                    .init(
                        at: now, user: "S. Curie", role: "scientist", action: "read chart", therapy: journal.therapy,
                        isAllowed: false),
                ], next: "/admin/access-log?after=2"
            ).html(in: frame("Access log", "/admin/access-log", .real)))
        try write(
            "tokens",
            TokensPage(
                [.init(id: "t1", name: "laboratory system", scopes: ["fhir.write"], expires: now.advanced(byDays: 30))],
                scopes: ["fhir.read", "fhir.write", "api.read"], at: now, secret: "eyJhbGciOi…"
            ).html(in: frame("Tokens", "/admin/tokens", .real)))
    }

    func writeCharts() throws {
        let sick = try patient(journal, at: worst)
        let entries = Set(EntryKind.allCases)
        try write("chart", ChartPageView(sick, entries: entries).html(in: frame(sick.chart.therapy, "/patients/x")))
        let faulty = FormState(
            values: ["temperature": "102.4", "pressure": "60"],
            errors: ["temperature": "102.4 °C cannot be: 25 to 45 °C is taken. Check the unit."])
        try write(
            "chart-faulty",
            ChartPageView(sick, entries: entries, states: [.vitals: faulty])
                .html(in: frame(sick.chart.therapy, "/patients/x", .training)))
        try write("panel", ChartPageView(sick, entries: entries).panel(csrf: "preview"))
        let last = journal.entries.last?.occurredAt ?? worst
        let end = try patient(journal, at: last)
        try write(
            "chart-end",
            ChartPageView(end, span: .all, path: "/trials/1/patients/7").html(
                in: frame("Patient 7", "/trials/1/patients/7")))
        let early = try patient(journal, at: journal.entries[min(12, journal.entries.count - 1)].occurredAt)
        try write("chart-early", ChartPageView(early, entries: entries).html(in: frame("Early", "/patients/x")))
        for (name, moment) in infusionMoments {
            let view = try patient(journal, at: moment)
            try write(name, InfusionPage(view, mayWrite: true).html(in: frame("Infusion", "/patients/x/infusion")))
        }
        let figures = try shelf.expectedFigures(
            product: "axi-cel", disease: sick.chart.referral.flatMap { Label.Disease(named: $0.disease) },
            jurisdiction: .us, on: Day(of: worst))
        try write(
            "expect",
            ExpectPageView(try Expectation(figures, for: .patient), chartPath: "/patients/x")
                .html(in: frame("What to expect", "/patients/x/expect")))
        try write(
            "expect-now",
            ExpectPageView(
                try Expectation(figures, for: .patient, chart: (sick.chart, at: worst), subject: journal.subject),
                chartPath: "/patients/x", phone: "+1 555 0100"
            ).html(in: frame("What to expect", "/patients/x/expect")))
    }

    /// Just before the identity check, and once the bag is thawed.
    private var infusionMoments: [(String, Instant)] {
        var moments: [(String, Instant)] = []
        for entry in journal.entries {
            switch entry.event {
            case .identityVerified: moments.append(("infusion", entry.occurredAt.advanced(byDays: -1.0 / 1_440)))
            case .thawEnded: moments.append(("infusion-thawed", entry.occurredAt.advanced(byDays: 1.0 / 1_440)))
            default: break
            }
        }
        return Array(moments.prefix(2))
    }

    func writeBoard() throws {
        let now = worst
        var rows = [BoardPatient(try patient(journal, at: now))]
        for index in 0..<11 {
            let file = folder.appendingPathComponent("patient-\(100 + index).ndjson")
            let other = try Album.cached(file) { Trial(setting).patient(100 + index).journal }
            let count = other.entries.count
            // Each at another place on the way.
            let entry = other.entries[min(count - 1, [3, 12, 25, 40, 60, 75, 90, 140, 260, 700, 2_000][index])]
            rows.append(BoardPatient(try patient(other, at: entry.occurredAt)))
        }
        try write("board", BoardPage(rows, at: now, mayAdd: true).html(in: frame("Board", "/")))
        try write("board-empty", BoardPage([], at: now, mayAdd: true).html(in: frame("Board", "/", .real)))
    }

    func writeTrials() throws {
        let studies = try shelf.studies.map { TrialsPage.Choice(id: $0, words: try shelf.study($0).title) }
        let policies = shelf.policies.map { TrialsPage.Choice(id: $0, words: $0) }
        func summary(_ id: String, _ state: TrialSummaryView.State) -> TrialSummaryView {
            TrialSummaryView(
                id: id, study: "zuma-1", title: setting.study.title, patients: 60, seed: 1,
                policies: ["as-published", policies.first?.id ?? ""], by: "S. Curie", at: worst, state: state)
        }
        try write(
            "trials",
            TrialsPage(
                [summary("1", .finished(seconds: 41)), summary("2", .running(done: 23))], studies: studies,
                policies: policies, mayRun: true
            ).html(in: frame("Trials", "/trials")))
        try write(
            "trial-running",
            TrialRunPage(summary("2", .running(done: 23)), mayStop: true).html(in: frame("Trial", "/trials/2")))
        let reference = try Trial(setting).run(patients: 40, threads: 2).outcomes
        let comparison = ArmComparison([reference, reference], study: setting.study, seed: 1)
        let outcome = TrialOutcome(
            reference, study: setting.study, arms: ["as-published", "again"], comparison: comparison)
        try write(
            "trial",
            TrialRunPage(
                summary("1", .finished(seconds: 41)), outcome: outcome,
                patients: (0..<12).map { .init(index: $0, words: reference[$0].infused ? "infused" : "not infused") }
            ).html(in: frame("Trial", "/trials/1")))
    }

    func writeShelf() throws {
        let models = try shelf.models.map { try ModelView($0, on: shelf) }
        try write("models", ModelsPage(models).html(in: frame("Models", "/models", .real)))
        for name in ["body", shelf.publishedModels.first].compactMap(\.self) {
            try write(
                name == "body" ? "model-body" : "model",
                ModelPageView(try ModelView(name, on: shelf)).html(in: frame(name, "/models/\(name)", .real)))
        }
        try write(
            "evidence",
            EvidencePage(try shelf.studies.map { try shelf.study($0) }).html(in: frame("Evidence", "/evidence", .real)))
        try write("study", StudyPage(setting.study).html(in: frame("Study", "/evidence/zuma-1", .real)))
    }
}
