import Care
import Foundation
import Hummingbird
import Pages
import Records

/// Forms that write into a chart. What cannot be taken comes back in the page, beside its field.
extension Desk {
    var entryForms: [Route] {
        EntryKind.allCases.map { kind in
            Route(
                method: .post, path: "/patients/{therapy}/\(kind.rawValue)", name: "\(kind.rawValue)Form",
                words: "Write into the chart", access: .needs(.appendEntries), parameters: [.therapy], input: .form,
                answers: [.page, .elsewhere], problems: [.stopped, .claimed, .signatureNeeded, .timeSkew, .broken]
            ) { call in try await take(kind, call) }
        }
    }

    private func take(_ kind: EntryKind, _ call: Call) async throws -> Response {
        let therapy = try call.path("therapy")
        let form = try call.form()
        let path = "/patients/\(Self.segment(therapy))"
        do {
            let request = try await request(kind, form, therapy, try call.identity)
            let key = form["key"].flatMap { $0.isEmpty ? nil : IdempotencyKey($0) }
            _ = try await gate.append(
                [request], to: therapy, by: call.identity, expecting: nil, key: key, route: call.route.name)
            return go(to: Self.isOfInfusion(form) ? "\(path)/infusion" : path)
        } catch let fault as FormFault {
            return try await again(kind, fault.state, form, call)
        } catch {
            let problem = Problem(error)
            let elsewhere: Set<Problem.Kind> = [.notFound, .failed, .unavailable, .outcomeUnknown, .broken, .full]
            guard !elsewhere.contains(problem.kind) else { throw error }
            return try await again(kind, problem.state(of: form), form, call)
        }
    }

    private static func isOfInfusion(_ form: [String: String]) -> Bool {
        ["identityVerified", "thawStarted", "thawEnded", "infusionStarted", "infusionCompleted"].contains(form["type"])
    }

    private func again(_ kind: EntryKind, _ state: FormState, _ form: [String: String], _ call: Call) async throws
        -> Response
    {
        let patient = try await patient(call)
        let title = "Chart \(try call.path("therapy"))"
        if kind == .step, Self.isOfInfusion(form) {
            let view = InfusionPage(patient, state: state, mayWrite: true)
            return page(try view.html(in: frame("Infusion", call)), .unprocessableContent)
        }
        let notices = [Notice(.failed, state.summary ?? "The entry was not taken; see beside the fields.")]
        let view = try await chartView(call, patient, states: [kind: state])
        return page(try view.html(in: frame(title, call, notices: notices)), .unprocessableContent)
    }

    private func request(
        _ kind: EntryKind, _ form: [String: String], _ therapy: String, _ identity: Identity
    ) async throws -> EntryRequest {
        let now = clock.now()
        let signature = SignatureRequest(
            name: form["second_name"].flatMap { $0.isEmpty ? nil : $0 },
            password: (form["second_password"] ?? form["password"]).flatMap { $0.isEmpty ? nil : $0 })
        func entry(_ event: Event, _ at: Instant) -> EntryRequest {
            EntryRequest(event: event, occurredAt: at, signature: signature)
        }
        switch kind {
        case .vitals:
            let (signs, at) = try VitalsForm.read(form, now: now)
            return entry(.vitalsTaken(signs), at)
        case .neurology:
            let (assessment, at) = try NeurologyForm.read(form, now: now)
            return entry(.neurologyAssessed(assessment), at)
        case .dose:
            let (dose, at) = try DoseForm.read(form, now: now)
            return entry(.drugGiven(dose), at)
        case .lab:
            let (result, at) = try LabForm.read(form, now: now)
            return entry(.labReported(result), at)
        case .order:
            let (order, at) = try OrderForm.read(form, now: now, id: UUID().uuidString.lowercased())
            switch order {
            case .place(let order): return entry(.orderPlaced(order), at)
            case .stop(let stop): return entry(.orderStopped(stop), at)
            }
        case .correction:
            let count = try await store.journal(therapy).version
            return entry(.corrected(try CorrectionForm.read(form, now: now, count: count)), now)
        case .step:
            let first = Actor(role: identity.account.role.actingRole ?? .coordinator, name: identity.account.fullName)
            let named = try await signature.name.asyncMap { try await accounts.account(named: $0) } ?? nil
            // Who it is, is looked at when it is signed; here the form only wants to know that somebody is named.
            let second = signature.name.map {
                Actor(role: named?.role.actingRole ?? first.role, name: named?.fullName ?? $0)
            }
            let reading = try await charts.reading(therapy, at: nil)
            let version = reading.label?.nameAndVersion ?? reading.chart.productOrder?.productVersion ?? ""
            let (event, at) = try StepForm.read(form, now: now, by: first, second: second, productVersion: version)
            return entry(event, at)
        }
    }
}

extension Optional {
    fileprivate func asyncMap<Value>(_ change: (Wrapped) async throws -> Value) async rethrows -> Value? {
        guard let self else { return nil }
        return try await change(self)
    }
}
