import Dynamics
import Therapy

extension PlanResolution {
    mutating func resolve(_ index: Int) throws {
        let request = plan.parameters[index]
        guard let (owners, isGeneral) = owners(request, index) else { return }
        for owner in owners {
            if let other = parameters.first(where: {
                $0.parameter.owner == owner && $0.parameter.name == request.name
                    && $0.parameter.attribute == request.attribute && $0.isGeneral == isGeneral
            }) {
                fault(
                    "parameters", index, "name", found: "\(other.parameter.label) once more", "each parameter once",
                    "Keep one of the items \(other.parameter.request + 1) and \(index + 1).")
                continue
            }
            guard let resolved = try resolve(request, index, owner, isGeneral) else { continue }
            parameters.append(resolved)
        }
    }

    /// What one product or disease asks for itself stands before what all are asked for.
    mutating func dropOverruled() {
        let own = Set(parameters.filter { !$0.isGeneral }.map(\.parameter.label))
        parameters.removeAll { $0.isGeneral && own.contains($0.parameter.label) }
    }

    private mutating func resolve(
        _ request: CalibrationPlan.Request, _ index: Int, _ owner: FreeParameter.Owner, _ isGeneral: Bool
    ) throws -> Resolved? {
        let process = EvidenceNumber(rawValue: request.name)
        guard isKnown(request, owner, process, index) else { return nil }
        guard request.source.contains(where: { !$0.isWhitespace }) else {
            fault("parameters", index, "source", "the grounds of the prior", "Write them.")
            return nil
        }
        // Studies of the owner; a study in between may still hide the parameter from some of them.
        let own = settings.indices.filter { Self.belongs(settings[$0], to: owner) }
        guard let first = own.first else {
            precondition(material.isPartial, "every owner has a study")
            return nil
        }
        var standing = value(request.name, process, in: settings[first], owner)
        if let held = material.held.entry(of: owner, request.name) {
            standing.value = held.value ?? standing.value
            standing.cv = held.cv ?? standing.cv
        }
        let scale: Scale =
            request.attribute == .value && (standing.bounded == true || process?.isShare == true) ? .logit : .log
        guard
            let start = request.start ?? (request.attribute == .value ? standing.value : standing.cv),
            scale.contains(start)
        else {
            fault(
                "parameters", index, nil,
                found: "\(owner.label) \(request.name) without a \(request.attribute.rawValue)"
                    + " above 0", "a value to begin with", "Write `start:`.")
            return nil
        }
        let prior = request.prior
        guard scale.contains(prior.low), scale.contains(prior.high), prior.low < prior.high else {
            fault(
                "parameters", index, "prior", found: "\(prior.low) to \(prior.high)",
                "low below high, both \(scale == .log ? "above 0" : "between 0 and 1")", "Correct the limits.")
            return nil
        }
        guard prior.low...prior.high ~= start else {
            fault(
                "parameters", index, "prior", found: "\(prior.low) to \(prior.high)",
                "an interval that contains the start, \(start) (\(owner.label))",
                "Widen the prior, or give another `start`.")
            return nil
        }
        let parameter = FreeParameter(
            owner: owner, name: request.name, attribute: request.attribute, prior: Prior(prior, on: scale),
            start: start, request: index)
        let touched = try own.filter { try changes(parameter, process, $0) }
        guard !touched.isEmpty || material.isPartial else {
            fault(
                "parameters", index, "name", found: "\(parameter.label), which no study sees",
                "a parameter that no product or disease overrules", "Fit it of `products` or `diseases` in place.")
            return nil
        }
        return touched.isEmpty ? nil : Resolved(parameter: parameter, touched: touched, isGeneral: isGeneral)
    }
}
