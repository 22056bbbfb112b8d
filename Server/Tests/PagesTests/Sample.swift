import Care
import Pages

/// Journals and frames for the tests, made by hand so that each says what it is about.
enum Sample {
    static let start = Instant(millisecondsSince1970: 1_772_323_200_000, zoneOffsetMinutes: 60)
    static let hostile = "<script>alert('x')</script>\"&"

    static func frame(
        realm: PageRealm = .real, signedIn: Bool = true, path: String = "/patients/x", title: String = "Page"
    ) -> PageFrame {
        PageFrame(
            title: title, user: signedIn ? .init(name: "N. Okafor", role: "nurse") : nil, csrf: "token-1", realm: realm,
            path: path, sections: PageSection.allCases)
    }

    static func referred(_ subject: SubjectKind = .real, disease: String = "large B-cell lymphoma") -> Journal {
        var journal = Journal(therapy: "COI-1", subject: subject)
        var simulated: Double? { if case .simulated = subject { -30 } else { nil } }
        journal.record(
            .referralReceived(
                Referral(disease: disease, age: 61, sex: .female, weight: 70, height: 168, priorLines: 2, ecog: 1)),
            by: Actor(role: .coordinator, name: "C. Lee"), at: start, simulatedDay: simulated)
        return journal
    }

    /// Infused ten days after referral.
    static func infused(by name: String = "N. Okafor") -> Journal {
        var journal = referred()
        let infusion = start.advanced(byDays: 10)
        journal.record(
            .infusionCompleted(
                Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20, bag: "B1-F1")),
            by: Actor(role: .nurse, name: name), at: infusion)
        return journal
    }

    /// Fever, then hypotension on a vasopressor, two days after infusion.
    static func sick(by name: String = "N. Okafor") -> Journal {
        var journal = infused(by: name)
        let nurse = Actor(role: .nurse, name: name)
        let infusion = start.advanced(byDays: 10)
        journal.record(.admitted(Admission(unit: .ward, reason: "infusion")), by: nurse, at: infusion)
        for hour in stride(from: 24.0, through: 48, by: 6) {
            journal.record(
                .vitalsTaken(
                    VitalSigns(
                        temperature: 38 + hour / 48, meanArterialPressure: hour > 40 ? 58 : 80, heartRate: 110,
                        oxygenSaturation: 95, oxygen: .roomAir, vasopressors: hour > 47 ? 1 : 0, vasopressin: false,
                        fluidBolus: hour > 40)), by: nurse, at: infusion.advanced(byDays: hour / 24))
            journal.record(
                .labReported(LabResult(.neutrophils, 2.4 - hour / 24)), by: nurse,
                at: infusion.advanced(byDays: hour / 24))
        }
        return journal
    }

    static func dead() -> Journal {
        var journal = sick()
        journal.record(
            .died(Death(cause: .crs)), by: Actor(role: .physician, name: "P. Roy"), at: start.advanced(byDays: 13))
        return journal
    }

    static func view(_ journal: Journal, label: Label? = nil) -> PatientView {
        PatientView(
            journal, at: (journal.entries.last?.occurredAt ?? start).advanced(byDays: 0.05), label: label,
            labelWords: "no product is ordered yet")
    }

    static let everything = Set(EntryKind.allCases)

    /// Every page in every state that matters, by name.
    static func pages() throws -> [(name: String, html: String)] {
        var pages: [(String, String)] = []
        let states: [(String, Journal)] = [
            ("referred", referred()), ("infused, no signs", infused()), ("CRS", sick()), ("dead", dead()),
            ("training", referred(.training)),
            ("simulated", referred(.simulated(study: "zuma-1", seed: 1, patient: 7))),
        ]
        let faulty = FormState(
            values: ["temperature": "102"], errors: ["temperature": "102 °C cannot be."], summary: "x")
        for (name, journal) in states {
            let view = view(journal)
            let faults: [EntryKind: FormState] = [.vitals: faulty, .correction: faulty]
            pages.append(("chart, \(name)", try ChartPageView(view, entries: everything).html(in: frame())))
            pages.append(
                (
                    "faulty chart, \(name)",
                    try ChartPageView(view, entries: everything, states: faults).html(in: frame())
                ))
            pages.append(("chart to look at, \(name)", try ChartPageView(view).html(in: frame(realm: .simulated))))
            pages.append(("infusion, \(name)", try InfusionPage(view, mayWrite: true).html(in: frame())))
            pages.append(
                (
                    "board, \(name)",
                    try BoardPage([BoardPatient(view)], at: start, mayAdd: true).html(in: frame(path: "/"))
                ))
        }
        pages.append(("empty board", try BoardPage([], at: start, mayAdd: true).html(in: frame(path: "/"))))
        pages.append(("sign-in", try SignInPage(state: faulty, next: "/").html(in: frame(signedIn: false))))
        pages.append(("password", try PasswordPage(mustChange: true).html(in: frame())))
        pages.append(("new patient", try PatientNewPage().html(in: frame())))
        pages.append(("error", try ErrorPage(status: 404, problem: "None", remedy: "Look again.").html(in: frame())))
        let account = UsersPage.Account(id: "1", name: "a", fullName: "A", roles: ["nurse"], isLocked: true)
        pages.append(
            ("users", try UsersPage([account], roles: [("nurse", "nurse")], password: ("a", "b")).html(in: frame())))
        let line = AccessLogPage.Line(
            at: start, user: "A", role: "nurse", action: "read", therapy: "COI-1", isAllowed: false)
        pages.append(("access log", try AccessLogPage([line]).html(in: frame())))
        let token = TokensPage.Token(id: "t", name: "lab", scopes: ["read"], expires: start.advanced(byDays: 1))
        pages.append(
            ("tokens", try TokensPage([token], scopes: ["read", "write"], at: start, secret: "s").html(in: frame())))
        let trial = TrialSummaryView(
            id: "1", study: "zuma-1", title: "ZUMA-1", patients: 10, seed: 1, policies: ["as-published"], by: "S",
            at: start, state: .running(done: 3))
        pages.append(("trial", try TrialRunPage(trial, mayStop: true).html(in: frame(realm: .simulated))))
        pages.append(
            (
                "trials",
                try TrialsPage([trial], studies: [.init(id: "zuma-1", words: "ZUMA-1")], policies: [], mayRun: true)
                    .html(in: frame(realm: .simulated))
            ))
        return pages
    }
}
