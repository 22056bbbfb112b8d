import Care

/// The chart of a patient: where they stand and why, what to do next, and the forms beside it.
public struct ChartPageView: Sendable {
    /// How far back plots look.
    public enum Span: String, Sendable, CaseIterable {
        /// The last three days, four weeks, a year; everything
        case days3, weeks4, year, all

        var words: String {
            switch self {
            case .days3: "3 days"
            case .weeks4: "4 weeks"
            case .year: "1 year"
            case .all: "all"
            }
        }

        var days: Double? {
            switch self {
            case .days3: 3
            case .weeks4: 28
            case .year: 365
            case .all: nil
            }
        }
    }

    let patient: PatientView
    let span: Span
    /// What the user may write.
    let entries: Set<EntryKind>
    /// The form that is open and has the focus.
    let open: EntryKind?
    /// The order that the form for doses is filled in from.
    let order: String?
    /// What was sent and is wrong.
    let states: [EntryKind: FormState]
    /// Where the chart is, where it is not among the patients.
    let path: String

    /// Makes the page.
    /// - Parameters:
    ///   - entries: what the user may write; nothing for virtual patients of a trial.
    ///   - open: the form to open, from the query `enter`.
    ///   - order: the order to fill the dose in from, from the query `order`.
    ///   - states: forms that came back with faults.
    ///   - path: where the chart is; nil: `/patients/{therapy}`.
    public init(
        _ patient: PatientView, span: Span = .weeks4, entries: Set<EntryKind> = [], open: EntryKind? = nil,
        order: String? = nil, states: [EntryKind: FormState] = [:], path: String? = nil
    ) {
        self.patient = patient
        self.span = span
        self.entries = entries
        self.open = open ?? states.first { $0.value.isFaulty }?.key
        self.order = order
        self.states = states
        self.path = path ?? patient.path
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let shown = EntryKind.besideChart.filter(entries.contains)
        return try Layout.page(
            "chart",
            panelFields.with([
                "path": path, "hasForms": !shown.isEmpty, "isLive": !isOfTrial,
                "jumps": shown.map {
                    ["href": "\(path)?enter=\($0.rawValue)#enter-\($0.rawValue)", "title": $0.title, "key": $0.key]
                        as Fields
                },
                "forms": shown.map(form),
                // What to expect depends on the product.
                "expectHref": isOfTrial || patient.chart.productOrder == nil ? nil : "\(path)/expect",
                "infusionHref": isOfTrial || patient.chart.death != nil ? nil : "\(path)/infusion",
            ]), in: frame, wide: true)
    }

    /// The part that changes when the journal does, for `/patients/{therapy}/panel`.
    public func panel(csrf: String) throws -> String {
        try Templates.render("panel", panelFields.with(["csrf": csrf]))
    }

    /// Whether it is a patient of a virtual trial, opened to be looked at.
    private var isOfTrial: Bool { path.hasPrefix("/trials") }

    private func form(_ kind: EntryKind) -> Fields {
        let state = states[kind] ?? .empty
        let isFocused = open == kind && !state.isFaulty
        let view: FormView =
            switch kind {
            case .vitals: VitalsForm.view(patient, state: state, isFocused: isFocused)
            case .neurology: NeurologyForm.view(patient, state: state, isFocused: isFocused)
            case .dose: DoseForm.view(patient, order: order, state: state, isFocused: isFocused)
            case .lab: LabForm.view(patient, state: state, isFocused: isFocused)
            default: OrderForm.view(patient, state: state, isFocused: isFocused)
            }
        return [
            "kind": kind.rawValue, "title": kind.title, "key": kind.key,
            "isOpen": open == kind || (open == nil && kind == EntryKind.besideChart.first { entries.contains($0) }),
            "form": view.fields,
        ]
    }
}
