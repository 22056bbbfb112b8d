import Care

/// The infusion as the two people at the bedside do it: identity, thaw, infusion; one bag after another.
public struct InfusionPage: Sendable {
    let patient: PatientView
    let state: FormState
    let mayWrite: Bool

    /// Makes the page.
    /// - Parameters:
    ///   - state: readings so far, or what is wrong with them. A scanner ends each reading with Enter, which sends the form
    ///     where no script moves on: the readings come back with the focus on the next empty field.
    ///   - mayWrite: whether the user may record the steps.
    public init(_ patient: PatientView, state: FormState = .empty, mayWrite: Bool) {
        self.patient = patient
        self.state = state
        self.mayWrite = mayWrite
    }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let history = ChartHistory(patient.journal, until: patient.at)
        let bags = BagState.all(history.entries, therapy: patient.therapy)
        let current =
            bags.first {
                (BagState.Stand.verified.rawValue...BagState.Stand.running.rawValue).contains($0.stand.rawValue)
            }
            ?? bags.first { $0.stand == .frozen }
        let stops = patient.steps.stops(against: .infusion).filter(\.forbids)
        let isOver = !bags.isEmpty && bags.allSatisfy { $0.stand == .infused }
        return try Layout.page(
            "infusion",
            [
                "therapy": patient.therapy, "path": patient.path, "person": patient.person,
                "bags": bags.map { bag in
                    [
                        "bag": bag.bag, "batch": bag.batch, "stand": bag.words,
                        "cells": "\(Words.number(bag.cells)) × 10⁶", "isCurrent": bag == current,
                    ] as Fields
                },
                "hasBags": !bags.isEmpty, "isOver": isOver,
                "stops": isOver
                    ? []
                    : stops.map {
                        ["finding": Words.sentence($0.finding), "clearedBy": $0.clearedBy, "stopId": $0.id] as Fields
                    },
                "hasStops": !stops.isEmpty && !isOver,
                "identity": isOver ? nil : findings, "hasIdentity": !isOver && !findings.isEmpty,
                "clock": current.flatMap(clock),
                "steps": current.map { InfusionSteps.steps(for: $0, patient, state, mayWrite: mayWrite) } ?? [],
                "clockRule": rule,
            ], in: frame)
    }

    /// What identity and custody still object to.
    private var findings: [Fields] {
        patient.chart.openIdentityFindings.map { finding in
            ["finding": Words.sentence(finding.finding), "entry": finding.entry.map(String.init)]
        }
    }

    private var rule: String {
        guard let thaw = patient.label?.thaw else {
            return "How long a thawed bag keeps is not known: no label is in force here. Ask the pharmacist."
        }
        let from =
            switch thaw.from {
            case .thawed: "from the end of the thaw"
            case .thawStarted: "from the beginning of the thaw"
            case .removed: "from the freezer"
            }
        let until = thaw.until == .infusionStarted ? "until the infusion begins" : "until the infusion is complete"
        return "\(Words.number(thaw.minutes)) min \(from) \(until). \(thaw.citation)."
    }

    /// The clock of the bag that is thawed, or nothing where it does not run.
    private func clock(_ bag: BagState) -> Fields? {
        guard let thaw = patient.label?.thaw, bag.stand != .infused else { return nil }
        let began = thaw.from == .thawed ? bag.thawEnded : bag.thawBegan ?? bag.thawEnded
        guard let began, !(thaw.until == .infusionStarted && bag.stand == .running) else { return nil }
        let end = began.advanced(byDays: thaw.minutes / 1_440)
        let left = (end.hours(since: patient.at) * 60).rounded(.down)
        return [
            "clockBag": bag.bag, "began": Words.time(began, Words.clock(began)),
            "end": Words.time(end, Words.clock(end)),
            "now": patient.at.iso8601, "minutes": Words.number(thaw.minutes),
            "left": left >= 0 ? "\(Int(left)) min left" : "\(Int(-left)) min over", "isOver": left < 0,
            "isLow": left >= 0 && left <= thaw.minutes / 2,
        ]
    }
}
