import Care
import Report
import Therapy

/// Turns a trial's result into what its report shows.
struct FigureMaker {
    private let setting: TrialSetting
    private let result: Trial.Result
    private let summary: TrialSummary
    private let command: String
    private let infused: [Outcome]

    /// Lines of the swimmer plot; more could not be told apart.
    private static let lanes = 40

    init(_ setting: TrialSetting, _ result: Trial.Result, _ summary: TrialSummary, command: String) {
        self.setting = setting
        self.result = result
        self.summary = summary
        self.command = command
        infused = result.outcomes.filter { $0.failure == nil && $0.infused }
    }

    func figures() -> TrialFigures {
        let entries = setting.parameters.entries
        func count(_ origin: Origin) -> Int { entries.filter { $0.value.origin == origin }.count }
        return TrialFigures(
            study: study, funnel: funnel, endpoints: endpoints,
            bands: TrialFigures.Band.all(of: result.traces, study: setting.study, course: setting.course),
            toxicity: toxicity, swimmer: swimmer,
            survival: TrialFigures.Curve.all(of: result.outcomes, study: setting.study), steps: steps,
            origins: .init(published: count(.published), fitted: count(.fitted), assumed: count(.assumed)),
            assumed: entries.filter { $0.value.origin == .assumed }.map {
                .init(
                    name: "\($0.id): \($0.meaning)", value: "\($0.value.value)", unit: $0.value.unit,
                    source: $0.value.source)
            })
    }

    private var study: TrialFigures.Study {
        .init(
            id: setting.study.id, title: setting.study.title, product: setting.product.definition.shortName,
            disease: setting.disease.title, patients: result.outcomes.count, seed: setting.seed,
            policy: setting.guideline.policy.title, command: command, sources: setting.study.sources)
    }

    /// From referral to response, with what was lost on the way.
    private var funnel: [TrialFigures.Stage] {
        let all = result.outcomes
        let eligible = all.filter(\.eligible)
        let collected = eligible.filter { $0.collections > 0 }
        let made = collected.filter { $0.manufactured == true }
        func lost(_ from: [Outcome], _ to: [Outcome]) -> [TrialFigures.Loss] {
            let kept = Set(to.map(\.patient.index))
            var counts: [String: Int] = [:]
            for outcome in from where !kept.contains(outcome.patient.index) {
                let reason =
                    outcome.failure != nil
                    ? "numerical failure" : outcome.diedWaiting ? "died" : outcome.notInfused?.words ?? "other"
                counts[reason, default: 0] += 1
            }
            return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
                .init(reason: $0.key, count: $0.value)
            }
        }
        let screened = all.reduce(0) { $0 + $1.patient.screenFailures }
        let refused = TrialFigures.Loss(
            reason: "did not meet the criteria", count: screened + all.count - eligible.count)
        let responded = infused.filter { $0.bestResponse?.isObjective ?? false }
        return [
            .init(name: "Referred", count: all.count + screened, lost: [refused]),
            .init(name: "Enrolled", count: eligible.count, lost: lost(eligible, collected)),
            .init(name: "Cells collected", count: collected.count, lost: lost(collected, made)),
            .init(name: "Product released", count: made.count, lost: lost(made, infused)),
            .init(
                name: "Infused", count: infused.count,
                lost: [.init(reason: "no objective response", count: infused.count - responded.count)]),
            .init(name: "Responded", count: responded.count, lost: []),
        ]
    }

    private var endpoints: [TrialFigures.Endpoint] {
        EndpointName.allCases.compactMap { name in
            guard let endpoint = summary.endpoints[name.rawValue] else { return nil }
            return .init(
                name: name.rawValue, label: name.label(of: endpoint.analysisSet), value: endpoint.value,
                low: endpoint.low, high: endpoint.high,
                unit: endpoint.unit,
                published: endpoint.published.map {
                    .init(
                        value: $0.value, low: $0.low, high: $0.high, n: $0.n, scale: $0.scale, source: $0.source,
                        verification: $0.verification.rawValue, note: $0.note)
                })
        }
    }

    // MARK: Curves

    private var toxicity: TrialFigures.Toxicity {
        let traces = result.traces.filter { !$0.days.isEmpty }
        func counts(_ path: KeyPath<PatientTrace, [Int]>) -> [[Int]] {
            (0...5).map { grade in
                (0...30).map { day in traces.filter { $0[keyPath: path][day] == grade }.count }
            }
        }
        return .init(days: (0...30).map(Double.init), crs: counts(\.crs), icans: counts(\.icans))
    }

    private var swimmer: [TrialFigures.Lane] {
        result.traces.filter { $0.places.count > 1 }.prefix(Self.lanes).map { trace in
            var segments: [TrialFigures.Segment] = []
            for (position, move) in trace.places.enumerated() {
                let end = position + 1 < trace.places.count ? trace.places[position + 1].day : trace.last
                segments.append(.init(kind: move.place.rawValue, from: move.day, to: max(move.day, end)))
            }
            return .init(
                patient: "\(trace.patient)", segments: segments,
                marks: trace.marks.map { .init(kind: $0.mark.rawValue, day: $0.day) })
        }
    }

    private var steps: [TrialFigures.Step] {
        TherapyStep.allCases.map { step in
            let days = infused.compactMap { $0.stepDays[step] }
            let costs = infused.map { $0.ledger.cost(of: step, by: setting.product.prices) }
            return .init(
                name: step.label, p25: Quantile.of(days, 0.25), p50: Quantile.of(days, 0.5),
                p75: Quantile.of(days, 0.75), costMean: MeanEstimate(costs)?.value ?? 0)
        }
    }
}

extension Cancellation.Reason {
    /// For people.
    var words: String {
        switch self {
        case .ineligible: "did not meet the criteria"
        case .progression: "progressed while waiting"
        case .manufacturingFailure: "product could not be made"
        case .adverseEvent: "complication while waiting"
        case .withdrawal: "withdrew"
        }
    }
}
