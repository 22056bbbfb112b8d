import Care

/// Reads one Observation that another system posted.
struct ObservationReader {
    let resource: JSON
    let path: String

    func events() throws(FHIRFault) -> [FHIREvent] {
        let amends = try status()
        let occurredAt = try time()
        let subject = try subject()
        let realm = try FHIRRealm.named(by: resource["meta"], at: path)
        if resource["hasMember"] != nil || resource["derivedFrom"] != nil, resource["component"] == nil, !hasValue {
            throw FHIRFault(
                at: "\(path).hasMember", .notSupported, "a panel that only refers to its members holds no result",
                "Post the members, each as an Observation.")
        }
        if resource["dataAbsentReason"] != nil {
            throw FHIRFault(
                at: "\(path).dataAbsentReason", .notSupported, "there is no value to write down",
                "Post the Observation when the value is there.")
        }
        let event = try event()
        if let fault = Self.plausibilityFault(event, at: occurredAt) {
            throw FHIRFault(at: "\(path).\(fault.0)", .businessRule, "no patient can have this value", fault.1)
        }
        return [
            FHIREvent(
                event: event, occurredAt: occurredAt, submission: submission, amends: amends, subject: subject,
                performer: performer, realm: realm, path: path)
        ]
    }

    private var hasValue: Bool { resource.members?.keys.contains { $0.hasPrefix("value") } ?? false }

    /// Whether it amends an earlier one.
    private func status() throws(FHIRFault) -> Bool {
        let status = resource["status"]?.text ?? ""
        switch status {
        case "final": return false
        case "amended", "corrected": return true
        default:
            throw FHIRFault(
                at: "\(path).status", .businessRule, "an Observation that is \(status) is not written into a journal",
                status == "preliminary" || status == "registered"
                    ? "Send it once it is final." : "What was sent before is struck out in the journal, by a person.")
        }
    }

    private func time() throws(FHIRFault) -> Instant {
        guard let text = (resource["effectiveDateTime"] ?? resource["effectiveInstant"])?.text else {
            throw FHIRFault(
                at: "\(path).effectiveDateTime", .required, "it does not say when it was observed",
                "Give effectiveDateTime with date, time and zone; for a laboratory result, when the sample was taken.")
        }
        guard FHIRTime.isInstant(text), let instant = try? Instant(iso8601: text) else {
            throw FHIRFault(
                at: "\(path).effectiveDateTime", .value, "a date alone does not say when it was observed",
                FHIRTime.zoneProblem.remedy)
        }
        return instant
    }

    private func subject() throws(FHIRFault) -> FHIRSubject {
        let place = "\(path).subject"
        guard let subject = resource["subject"] else {
            throw FHIRFault(at: place, .required, "it does not say whom it is about", "Refer to the patient.")
        }
        let reference = subject["reference"]?.text
        if let named = reference.flatMap(FHIRReference.init)?.type ?? subject["type"]?.text, named != "Patient" {
            throw FHIRFault(at: place, .value, "it is not about a patient", "Refer to a Patient.")
        }
        let identifier = subject["identifier"]
        guard reference != nil || identifier?["value"]?.text != nil else {
            throw FHIRFault(
                at: place, .required, "it names nobody by reference or identifier",
                "Give the identifier of the therapy (\(LocalSystem.chainOfIdentity.uri)) or a reference.")
        }
        return FHIRSubject(
            reference: reference, system: identifier?["system"]?.text, identifier: identifier?["value"]?.text)
    }

    private var submission: String? {
        if let identifier = resource["identifier"]?.items?.first, let value = identifier["value"]?.text {
            return (identifier["system"]?.text).map { "\($0)|\(value)" } ?? value
        }
        return resource["id"]?.text
    }

    private var performer: String? { resource["performer"]?.items?.first?["display"]?.text }

    /// The event, by the code. Codes of other systems beside one that is known are passed over, as FHIR has it.
    private func event() throws(FHIRFault) -> Event {
        let codings = resource["code"]?["coding"]?.items ?? []
        let kinds = codings.compactMap { ObservationKind($0) }
        guard let kind = kinds.first else {
            let codes = codings.compactMap { $0["code"]?.text }.prefix(3).map(quoted).joined(separator: ", ")
            throw FHIRFault(
                at: "\(path).code", .codeInvalid,
                codes.isEmpty ? "there is no code" : "\(codes) of the systems given is nothing that is read here",
                "Give a LOINC code (http://loinc.org) or one of our own of the list in docs/fhir.md.")
        }
        guard kinds.allSatisfy({ $0 == kind }) else {
            throw FHIRFault(
                at: "\(path).code", .conflict, "its codes mean different things",
                "Give codes of one and the same thing.")
        }
        switch kind {
        case .analyte(let analyte):
            return .labReported(try LaboratoryReader(resource: resource, path: path, analyte: analyte).result())
        case .sign, .bloodPressure, .signsPanel:
            return .vitalsTaken(try VitalSignsReader(resource: resource, path: path).signs(of: kind))
        case .score(let score): return .neurologyAssessed(try ScoreReader(resource: resource, path: path).read(score))
        }
    }

    /// Values beyond the journal's own limits: asked of the journal, so that there is one set of limits.
    private static func plausibilityFault(_ event: Event, at instant: Instant) -> (String, String)? {
        var scratch = Journal(therapy: "", subject: .training)
        scratch.record(event, by: Actor(role: .laboratory, name: "-"), at: instant)
        var checked = Journal(therapy: "", subject: .training)
        guard let entry = scratch.entries.first else { return nil }
        do {
            try checked.append(entry)
            return nil
        } catch {
            return ("value", error.remedy)
        }
    }
}
