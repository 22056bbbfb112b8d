import Care
import Catalogue
import Foundation
import Hummingbird
import Pages
import Therapy

/// Virtual trials, models and evidence, as pages.
extension Desk {
    private static let trial = Parameter(
        place: .path, name: "trial", shape: .text(length: 1...100), words: "The run", isRequired: true)
    private static let name = Parameter(
        place: .path, name: "name", shape: .text(length: 1...100), words: "Its name", isRequired: true)

    var trialPages: [Route] {
        [
            Route(
                method: .get, path: "/trials", name: "trialsPage", words: "Virtual trials", access: .needs(.readTrials),
                answers: [.page]
            ) { call in try await trialsPage(call, .empty) },
            Route(
                method: .post, path: "/trials", name: "trialForm", words: "Run a virtual trial",
                access: .needs(.runTrials), input: .form, answers: [.page, .elsewhere]
            ) { call in try await trialForm(call) },
            Route(
                method: .get, path: "/trials/{trial}", name: "trialPage", words: "A run", access: .needs(.readTrials),
                parameters: [Self.trial], answers: [.page]
            ) { call in try await trialPage(call) },
            Route(
                method: .post, path: "/trials/{trial}/stop", name: "stopTrialForm", words: "Stop a run",
                access: .needs(.runTrials), parameters: [Self.trial], input: .form, answers: [.elsewhere]
            ) { call in
                let run = try trials.run(call.path("trial"))
                run.cancel(at: clock.now())
                return go(to: "/trials/\(run.id)")
            },
            Route(
                method: .get, path: "/trials/{trial}/events", name: "trialEvents", words: "Progress as it comes",
                access: .needs(.readTrials), parameters: [Self.trial],
                answers: [.init(status: .ok, words: "Events", mediaType: "text/event-stream", shape: .text())]
            ) { call in try runEvents(of: trials.run(call.path("trial"))) },
            Route(
                method: .get, path: "/trials/{trial}/patients/{index}", name: "virtualPatientPage",
                words: "A virtual patient's chart", access: .needs(.readTrials),
                parameters: [
                    Self.trial,
                    Parameter(
                        place: .path, name: "index", shape: .integer(0...Int(Int32.max)), words: "From 0",
                        isRequired: true),
                    Parameter(
                        place: .query, name: "span", shape: .choice(ChartPageView.Span.allCases.map(\.rawValue)),
                        words: "How far back plots look"),
                ], answers: [.page]
            ) { call in try await virtualPatient(call) },
            Route(
                method: .get, path: "/trials/{trial}/patients", name: "findVirtualPatient", words: "Open by number",
                access: .needs(.readTrials),
                parameters: [
                    Self.trial, Parameter(place: .query, name: "index", shape: .text(length: 0...20), words: "From 0"),
                ], answers: [.elsewhere]
            ) { call in
                let run = try trials.run(call.path("trial"))
                guard let index = Int(call.text("index") ?? ""), (0..<run.order.patients).contains(index) else {
                    throw Problem(
                        .notFound, "there is no virtual patient of this number",
                        remedy: "Choose 0 to \(run.order.patients - 1).")
                }
                return go(to: "/trials/\(run.id)/patients/\(index)")
            },
            Route(
                method: .get, path: "/models", name: "modelsPage", words: "Models", access: .needs(.readEvidence),
                answers: [.page]
            ) { call in
                let names = ["body"] + shelf.publishedModels
                return page(
                    try ModelsPage(names.map { try ModelView($0, on: shelf) }).html(in: frame("Models", call)))
            },
            Route(
                method: .get, path: "/models/{name}", name: "modelPage", words: "A model",
                access: .needs(.readEvidence),
                parameters: [Self.name], answers: [.page]
            ) { call in
                let name = try call.path("name")
                guard name == "body" || shelf.publishedModels.contains(name) else { throw Problem.notFound("model") }
                return page(try ModelPageView(try ModelView(name, on: shelf)).html(in: frame("Model", call)))
            },
            Route(
                method: .get, path: "/evidence", name: "evidencePage", words: "Studies", access: .needs(.readEvidence),
                answers: [.page]
            ) { call in
                page(try EvidencePage(try shelf.studies.map { try shelf.study($0) }).html(in: frame("Evidence", call)))
            },
            Route(
                method: .get, path: "/evidence/{name}", name: "studyPage", words: "A study",
                access: .needs(.readEvidence), parameters: [Self.name], answers: [.page]
            ) { call in
                let name = try call.path("name")
                guard shelf.studies.contains(name) else { throw Problem.notFound("study") }
                return page(try StudyPage(try shelf.study(name)).html(in: frame("Study", call)))
            },
        ]
    }

    private func summary(_ run: TrialRun) async throws -> TrialSummaryView {
        let progress = run.progress(at: clock.now())
        let state: TrialSummaryView.State =
            switch progress.state {
            case .waiting: .queued
            case .running: .running(done: progress.done)
            case .done: .finished(seconds: progress.seconds)
            case .cancelled: .stopped
            case .failed: .failed(progress.problem ?? "the run failed")
            }
        let by = try await accounts.account(run.account)?.fullName ?? ""
        return TrialSummaryView(
            id: run.id, study: run.order.study, title: try shelf.study(run.order.study).title,
            patients: run.order.patients, seed: run.order.seed, policies: run.order.policies, by: by, at: run.orderedAt,
            state: state)
    }

    private func trialsPage(_ call: Call, _ state: FormState, _ status: HTTPResponse.Status = .ok) async throws
        -> Response
    {
        var summaries: [TrialSummaryView] = []
        for run in trials.all { summaries.append(try await summary(run)) }
        let studies = try shelf.studies.map { TrialsPage.Choice(id: $0, words: try shelf.study($0).title) }
        let policies = shelf.policies.map { TrialsPage.Choice(id: $0, words: $0) }
        let view = TrialsPage(
            summaries, studies: studies, policies: policies, mayRun: try call.identity.may(.runTrials),
            largest: trials.largest, state: state)
        return page(try view.html(in: frame("Trials", call, realm: .simulated)), status)
    }

    private func trialForm(_ call: Call) async throws -> Response {
        let form = try call.form()
        do {
            let read = try TrialsPage.read(form, largest: trials.largest)
            var order = TrialOrder(study: read.study)
            (order.patients, order.seed, order.policies) = (read.patients, read.seed, read.policies)
            return go(to: "/trials/\(try trials.start(order, for: call.identity.account.id).id)")
        } catch let fault as FormFault {
            return try await trialsPage(call, fault.state, .unprocessableContent)
        } catch let problem as Problem {
            return try await trialsPage(call, problem.state(of: form), problem.kind.status)
        }
    }

    private func trialPage(_ call: Call) async throws -> Response {
        let run = try trials.run(call.path("trial"))
        let outcome = run.result.map { result in
            TrialOutcome(
                result.outcomes, study: result.setting.study, arms: run.order.policies, comparison: result.comparison,
                curves: result.curves, bands: result.bands)
        }
        let patients = (run.result?.outcomes ?? []).prefix(60).map { outcome in
            TrialRunPage.Patient(index: outcome.patient.index, words: outcome.words)
        }
        let view = TrialRunPage(
            try await summary(run), outcome: outcome, patients: Array(patients),
            hasPlotly: AssetRoutes(shelf: shelf).hasPlotly, mayStop: try call.identity.may(.runTrials) && !run.isOver)
        return page(try view.html(in: frame("Trial", call, realm: .simulated)))
    }

    private func virtualPatient(_ call: Call) async throws -> Response {
        let run = try trials.run(call.path("trial"))
        let index = call.integer("index") ?? 0
        let journal = try await trials.journal(of: run, patient: index)
        let chart = Chart(of: journal)
        let at = chart.lastEventAt ?? clock.now()
        let label = records.label(of: chart, at: at)
        let patient = PatientView(
            journal, at: at, label: label, labelWords: label?.nameAndVersion ?? "none", site: nil, chart: chart)
        let view = ChartPageView(
            patient, span: call.text("span").flatMap(ChartPageView.Span.init) ?? .all,
            path: "/trials/\(run.id)/patients/\(index)")
        return page(try view.html(in: frame("Virtual patient \(index)", call, realm: .simulated)))
    }
}

extension Outcome {
    /// What became of them, in a line.
    fileprivate var words: String {
        guard infused else { return notInfused.map { "not infused: \($0.rawValue)" } ?? "not infused" }
        let grades = "CRS \(crsPeak?.rawValue ?? 0), ICANS \(icansPeak?.rawValue ?? 0)"
        return "\(grades), best response \(bestResponse?.rawValue ?? "none")\(died ? ", died" : "")"
    }
}
