import Care

/// The panel: everything that follows from the journal.
extension ChartPageView {
    var panelFields: Fields {
        let chart = patient.chart
        let history = ChartHistory(patient.journal, until: patient.at)
        let mayWrite = entries.contains(.step)
        return [
            "therapy": patient.therapy, "person": patient.person, "disease": chart.referral?.disease,
            "stage": patient.stage, "place": patient.place, "label": patient.labelWords, "subject": patient.subject,
            "at": Words.time(patient.at), "isDead": chart.death != nil,
            "next": patient.steps.next.flatMap { next in
                next.next.map { ["what": Words.sentence($0), "step": next.step.title] as Fields }
            },
            "response": chart.latestResponse.map {
                "\(Words.sentence(Words.spaced($0.assessment.response.rawValue))) (\($0.assessment.criteria)), "
                    + Words.day($0.at)
            },
            "grades": [
                GradeFields.fields("CRS", chart.crs.grade.rawValue, chart.crs.reasons, chart.crs.unknown, patient),
                GradeFields.fields(
                    "ICANS", chart.icans.grade.rawValue, chart.icans.reasons, chart.icans.unknown, patient),
            ],
            "alerts": patient.standing.enumerated().map { AlertFields.fields($1, number: $0, patient, mayWrite) },
            "takenOn": patient.alerts.filter { $0.acknowledgement != nil && $0.resolution == nil }
                .map { AlertFields.taken($0) },
            "alertCount": patient.standing.count,
            "counsel": CounselFields.fields(patient.counsel, path: path, mayOrder: entries.contains(.order)),
            "stops": StopFields.fields(patient, mayWrite: mayWrite),
            "orders": chart.activeOrders.map { OrderFields.fields($0, patient, path: path, entries) },
            "due": DueFields.fields(patient), "scales": ScaleFields.fields(patient.scales),
            "faults": patient.scales.faults,
            "steps": StepFields.fields(patient.steps, failed: history.entries.contains { $0.event.step == .failure }),
            "spans": Span.allCases.map {
                ["href": "\(path)?span=\($0.rawValue)#plots", "words": $0.words, "isCurrent": $0 == span] as Fields
            },
            "bedsidePlots": plots(ChartPlots.bedside(history), history),
            "laboratoryPlots": plots(ChartPlots.laboratory(history), history),
            "timeline": TimelineFields.fields(history.entries, patient),
            "entryCount": "\(history.entries.count)",
            "corrections": patient.journal.corrections.map { Words.humane($0.line) },
            "doubts": patient.journal.doubts.map { Words.humane($0.line) },
            "correction": entries.contains(.correction)
                ? CorrectionForm.view(patient, state: states[.correction] ?? .empty).fields : nil,
            "correctionOpen": states[.correction]?.isFaulty == true,
        ]
    }

    private func plots(_ plots: [Plot], _ history: ChartHistory) -> [Fields] {
        let first = history.entries.first?.occurredAt ?? patient.at
        var from = span.days.map { max(patient.at.advanced(byDays: -$0), first) } ?? first
        let infused = patient.chart.infusedAt
        // In the first weeks what came before the infusion only takes room.
        if span != .all, let infused { from = max(from, infused.advanced(byDays: -1)) }
        return plots.filter { $0.isShown(from: from, to: patient.at) }.map { plot in
            PlotDrawing.fields(plot, from: from, to: patient.at) { instant in
                guard let infused else { return Words.shortDay(instant) }
                return "d \(Day(of: instant).daysSince1970 - Day(of: infused).daysSince1970)"
            }
        }
    }
}

/// A grade with its reasons.
enum GradeFields {
    static func fields(
        _ name: String, _ grade: Int, _ reasons: [Reason], _ unknown: [String], _ patient: PatientView
    ) -> Fields {
        // A grade before infusion, or one that rests on nothing, is not a grade of 0.
        let isGraded = patient.chart.infusedAt != nil && !(reasons.isEmpty && grade == 0)
        var sources: [String] = []
        for reason in reasons where !sources.contains(reason.source) { sources.append(reason.source) }
        return [
            "gradeName": name, "gradeId": name.lowercased(), "gradeValue": isGraded ? "\(grade)" : "–",
            "gradeWords": isGraded ? (grade == 0 ? "none" : "grade \(grade)") : "not graded",
            "gradeLevel": "\(isGraded ? grade : 0)", "isUnknown": !isGraded,
            "why": patient.chart.infusedAt == nil ? "Grading begins with the infusion." : nil,
            "reasons": reasons.map { ["finding": Words.humane($0.finding), "at": Words.time($0.at)] as Fields },
            "hasReasons": !reasons.isEmpty,
            "unknown": unknown.map(Words.humane), "hasUnknown": !unknown.isEmpty, "gradeSources": sources,
            "hasSources": !sources.isEmpty,
        ]
    }
}

/// A running order, with its next dose and the link that fills the form in.
enum OrderFields {
    static func fields(
        _ active: Chart.ActiveOrder, _ patient: PatientView, path: String, _ entries: Set<EntryKind>
    ) -> Fields {
        let order = active.order
        let given =
            "\(active.given)\(order.doses.map { " of \($0)" } ?? "") given"
            + (active.lastGivenAt.map { ", last \(Words.away($0, from: patient.at))" } ?? "")
        return [
            "words": DrugWords.order(order), "given": given, "reason": Words.humane(order.reason),
            "source": order.source,
            "placed": Words.time(active.placedAt),
            "giveHref": entries.contains(.dose)
                ? "\(path)?enter=dose&order=\(PatientView.pathComponent(order.id))#enter-dose" : nil,
            "drug": DrugWords.name(order.drug),
        ]
    }
}
