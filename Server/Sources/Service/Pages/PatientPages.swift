import Care
import Catalogue
import Foundation
import Hummingbird
import Pages
import Records

/// The board, the chart and what belongs to it.
extension Desk {
    var patientPages: [Route] {
        [
            Route(
                method: .get, path: "/", name: "boardPage", words: "All patients by stage", access: .signedIn,
                parameters: [
                    Parameter(place: .query, name: "q", shape: .text(length: 0...100), words: "What to look for")
                ], answers: [.page, .elsewhere]
            ) { call in try await board(call) },
            Route(
                method: .get, path: "/patients/new", name: "newPatientPage", words: "Open a journal",
                access: .needs(.openJournal), answers: [.page]
            ) { call in
                page(
                    try PatientNewPage(isTraining: realm == .training).html(in: frame("New patient", call)))
            },
            Route(
                method: .post, path: "/patients/new", name: "newPatientForm", words: "Open a journal",
                access: .needs(.openJournal), input: .form, answers: [.page, .elsewhere]
            ) { call in try await openForm(call) },
            Route(
                method: .get, path: "/patients/{therapy}", name: "chartPage", words: "The chart",
                access: .needs(.readChart),
                parameters: [
                    .therapy,
                    Self.span,
                    Parameter(
                        place: .query, name: "enter", shape: .choice(EntryKind.allCases.map(\.rawValue)),
                        words: "The form to open"),
                    Parameter(place: .query, name: "order", shape: .text(length: 0...200), words: "The order to give"),
                ], answers: [.page]
            ) { call in
                let view = try await chartView(call, try await patient(call))
                return page(try view.html(in: frame("Chart \(try call.path("therapy"))", call)))
            },
            Route(
                method: .get, path: "/patients/{therapy}/panel", name: "chartPanel", words: "The part that changes",
                access: .needs(.readChart), parameters: [.therapy, Self.span], answers: [.page]
            ) { call in
                let view = try await chartView(call, try await patient(call))
                return page(try view.panel(csrf: call.identity.csrf ?? ""))
            },
            Route(
                method: .get, path: "/patients/{therapy}/events", name: "chartEvents", words: "Changes as they come",
                access: .needs(.readChart), parameters: [.therapy],
                answers: [.init(status: .ok, words: "Events", mediaType: "text/event-stream", shape: .text())]
            ) { call in
                let therapy = try call.path("therapy")
                let found = try await store.journal(therapy)
                try await log(call.identity, .read, therapy, call.route.name)
                return journalEvents(of: therapy, from: found, for: try call.identity)
            },
            Route(
                method: .get, path: "/patients/{therapy}/infusion", name: "infusionPage",
                words: "The identity check, thaw and infusion", access: .needs(.readChart), parameters: [.therapy],
                answers: [.page]
            ) { call in
                let view = InfusionPage(
                    try await patient(call), mayWrite: try call.identity.may(.appendEntries))
                return page(try view.html(in: frame("Infusion", call)))
            },
            Route(
                method: .get, path: "/patients/{therapy}/expect", name: "expectPage", words: "What to expect",
                access: .needs(.readExpectations), parameters: [.therapy], answers: [.page], problems: [.conflict]
            ) { call in
                let plan = try expectation(of: try await reading(call))
                let path = "/patients/\(Self.segment(try call.path("therapy")))"
                return page(try ExpectPageView(plan, chartPath: path).html(in: frame("What to expect", call)))
            },
        ]
    }

    /// A therapy as a part of a path.
    static func segment(_ therapy: String) -> String {
        therapy.addingPercentEncoding(withAllowedCharacters: .alphanumerics.union(CharacterSet(charactersIn: "-._")))
            ?? ""
    }

    /// The patient of a page's path, after it was written down who asks.
    func patient(_ call: Call) async throws -> PatientView {
        let reading = try await reading(call)
        return view(of: reading)
    }

    func view(of reading: ChartReading) -> PatientView {
        PatientView(
            reading.journal, at: reading.at, label: reading.label, labelWords: reading.label?.nameAndVersion ?? "none",
            site: records.register, chart: reading.chart)
    }

    /// The forms that somebody may fill in: those whose events are their work.
    func entries(_ identity: Identity) -> Set<EntryKind> {
        guard identity.may(.appendEntries), let own = identity.account.role.actingRole else { return [] }
        let roles = identity.account.duties.union([own])
        let samples: [(EntryKind, Set<Role>)] = [
            (.vitals, Event.vitalsTaken(VitalSigns()).roles),
            (.neurology, Event.neurologyAssessed(NeurologicalAssessment()).roles),
            (.dose, Event.drugGiven(DrugAdministration(drug: .paracetamol, amount: 0, unit: "mg", minutes: 0)).roles),
            (.lab, Event.labReported(LabResult(.crp, 0)).roles),
            (.order, Event.orderStopped(OrderStop(id: "", reason: "")).roles),
            (.correction, Event.corrected(Correction(sequence: 1, reason: "")).roles),
        ]
        return Set(samples.filter { !$0.1.isDisjoint(with: roles) }.map(\.0) + [.step])
    }

    func chartView(
        _ call: Call, _ patient: PatientView, states: [EntryKind: FormState] = [:]
    ) async throws -> ChartPageView {
        ChartPageView(
            patient, span: call.text("span").flatMap(ChartPageView.Span.init) ?? .weeks4,
            entries: entries(try call.identity), open: call.text("enter").flatMap(EntryKind.init),
            order: call.text("order"), states: states)
    }

    private func board(_ call: Call) async throws -> Response {
        let identity = try call.identity
        guard !identity.account.mustChangePassword else { return go(to: "/password") }
        guard identity.may(.listPatients) else { return go(to: identity.may(.readTrials) ? "/trials" : "/admin/users") }
        var patients: [BoardPatient] = []
        var last: String?
        // Patients of a centre are hundreds; the board shows all of them.
        while patients.count < 2_000 {
            let summaries = try await store.journals(after: last, limit: 200)
            for summary in summaries {
                patients.append(try await boardPatient(summary))
            }
            guard summaries.count == 200, let newest = summaries.last?.therapy else { break }
            last = newest
        }
        try await log(identity, .read, nil, call.route.name)
        let view = BoardPage(
            patients, at: clock.now(), filter: call.text("q") ?? "", mayAdd: identity.may(.openJournal))
        return page(try view.html(in: frame("Board", call)))
    }

    /// A line of the board: computed anew when the journal, or the minute, is another.
    private func boardPatient(_ summary: JournalSummary) async throws -> BoardPatient {
        let minute = clock.now().milliseconds / 60_000
        if let known = boardLines.line(summary.therapy, head: summary.head, minute: minute) { return known }
        let line = BoardPatient(view(of: try await charts.reading(summary.therapy, at: nil)))
        boardLines.keep(line, summary.therapy, head: summary.head, minute: minute)
        return line
    }

    private static let span = Parameter(
        place: .query, name: "span", shape: .choice(ChartPageView.Span.allCases.map(\.rawValue)),
        words: "How far back plots look")

    private func openForm(_ call: Call) async throws -> Response {
        let form = try call.form()
        func again(_ state: FormState) throws -> Response {
            page(
                try PatientNewPage(state: state, isTraining: realm == .training).html(in: frame("New patient", call)),
                .unprocessableContent)
        }
        do {
            let read = try PatientNewPage.read(form, now: clock.now())
            let therapy = try await open(
                read.therapy, with: EntryRequest(event: .referralReceived(read.referral), occurredAt: read.at),
                by: call.identity, key: nil, route: call.route.name
            ).receipt.therapy
            return go(to: "/patients/\(Self.segment(therapy))")
        } catch let fault as FormFault {
            return try again(fault.state)
        } catch {
            return try again(Problem(error).state(of: form))
        }
    }
}
