import Care

/// Alerts, with the form that takes one on.
enum AlertFields {
    static func fields(_ alert: Alert, number: Int, _ patient: PatientView, _ mayWrite: Bool) -> Fields {
        [
            "alertId": alert.id, "number": "\(number)", "title": Words.sentence(alert.title),
            "urgency": alert.urgency.words, "urgencyLevel": "\(alert.urgency.rawValue)",
            "owner": Words.spaced(alert.owner.rawValue), "since": Words.time(alert.since),
            "ago": Words.away(alert.since, from: patient.at), "alertReasons": alert.reasons.map(reason),
            "action": "\(patient.path)/step", "mayWrite": mayWrite,
        ]
    }

    static func taken(_ alert: Alert) -> Fields {
        let taken = alert.acknowledgement.map { "\($0.by.name), \(Words.moment($0.at))" } ?? ""
        return ["title": Words.sentence(alert.title), "by": taken, "what": alert.acknowledgement?.action]
    }

    private static func reason(_ reason: AlertReason) -> Fields {
        [
            "finding": Words.humane("\(reason.finding): \(reason.threshold)"), "at": Words.time(reason.at),
            "entry": reason.entry.map(String.init), "citation": reason.citation,
        ]
    }
}

/// Stops, overrides and warnings.
enum StopFields {
    static func fields(_ patient: PatientView, mayWrite: Bool) -> Fields {
        let all = patient.steps.stops
        let forbidding = all.filter(\.forbids)
        return [
            "forbidden": forbidding.enumerated().map { stop($1, $0, patient, mayWrite) },
            "hasForbidden": !forbidding.isEmpty,
            "warnings": all.filter { !$0.forbids }.enumerated().map { stop($1, 1_000 + $0, patient, false) },
            "warningCount": all.count { !$0.forbids },
            "hasWarnings": all.contains { !$0.forbids },
            "overridden": patient.steps.overridden.map { overridden in
                [
                    "stop": overridden.stop.id, "reason": overridden.by.reason,
                    "second": overridden.by.secondSignature.name, "entry": overridden.entry.map(String.init),
                ] as Fields
            },
            "hasOverridden": !patient.steps.overridden.isEmpty,
        ]
    }

    private static func stop(_ stop: Stop, _ number: Int, _ patient: PatientView, _ mayWrite: Bool) -> Fields {
        let kind =
            switch stop.severity {
            case .identity: "identity: never overridden"
            case .stop: stop.override == nil ? "stop" : "stop, an override is possible"
            case .warning: "look at"
            }
        return [
            "stopId": stop.id, "kind": kind, "severity": stop.severity.rawValue,
            "against": Words.list(stop.actions.map { Words.spaced($0.rawValue) }), "stopStep": stop.step.title,
            "finding": Words.humane(Words.sentence(stop.finding)), "isUnknown": stop.isUnknown,
            "clearedBy": Words.humane(stop.clearedBy),
            "stopSources": Array(Set(stop.reasons.map(\.source.description))).sorted(),
            "override": stop.override.flatMap { rule in mayWrite ? form(stop, rule, number, patient) : nil },
        ]
    }

    private static func form(_ stop: Stop, _ rule: OverrideRule, _ number: Int, _ patient: PatientView) -> Fields {
        let roles = { (roles: Set<Role>) in roles.map { Words.spaced($0.rawValue) }.sorted().joined(separator: " or ") }
        return FormView(
            id: "override-\(number)", action: "\(patient.path)/step", submit: "Override with both signatures",
            groups: [
                .init(fields: [Field(name: "reason", label: "Reason for the override", isRequired: true)]),
                EntryFields.secondSignature(
                    "First: \(roles(rule.roles)). Second: \(roles(rule.second)), another person."),
            ], hidden: [("type", "stopOverridden"), ("stop", stop.id)]
        ).fields
    }
}
