/// All models that ship.
public struct ModelsPage: Sendable {
    let models: [ModelView]

    /// Makes the page.
    public init(_ models: [ModelView]) { self.models = models }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        try Layout.page(
            "models",
            [
                "models": models.map { model in
                    [
                        "href": "/models/\(PatientView.pathComponent(model.name))", "name": model.name,
                        "title": model.title, "product": model.product, "data": model.data, "states": "\(model.states)",
                        "parameterCount": "\(model.parameters.count)", "verification": model.verification,
                        "assumed": "\(model.parameters.count { $0.origin == "assumed" })",
                        "tally": model.checks.isEmpty
                            ? nil : "\(model.checks.count(where: \.isReproduced)) of \(model.checks.count)",
                    ] as Fields
                }
            ], in: frame, wide: true)
    }
}

/// One model: equations, parameters with origin, checks.
public struct ModelPageView: Sendable {
    let model: ModelView

    /// Makes the page.
    public init(_ model: ModelView) { self.model = model }

    /// The page.
    public func html(in frame: PageFrame) throws -> String {
        let origins = ["published", "fitted", "assumed", "not stated"].map { origin in
            (origin, model.parameters.count { $0.origin == origin })
        }
        return try Layout.page(
            "model",
            [
                "name": model.name, "title": model.title, "citation": model.citation,
                "doi": model.doi.map { ["href": "https://doi.org/\($0)", "doi": $0] as Fields },
                "product": model.product, "data": model.data, "timeUnit": model.timeUnit,
                "verification": model.verification, "note": model.note, "states": "\(model.states)",
                "equations": model.equations, "hasSpread": model.parameters.contains { $0.spread != nil },
                "origins": Words.list(origins.filter { $0.1 > 0 }.map { "\($0.1) \($0.0)" }),
                "parameters": model.parameters.map { parameter in
                    [
                        "id": parameter.id, "value": parameter.value, "unit": Words.unit(parameter.unit),
                        "origin": parameter.origin, "isAssumed": parameter.origin == "assumed",
                        "meaning": parameter.meaning, "source": parameter.source, "spread": parameter.spread,
                    ] as Fields
                },
                "checks": model.checks.map { check in
                    [
                        "says": check.says, "expected": check.expected, "checkOrigin": check.origin,
                        "verdict": check.isReproduced ? "reproduced" : "MISMATCH", "checkNote": check.note,
                    ] as Fields
                },
                "hasChecks": !model.checks.isEmpty,
            ], in: frame, wide: true)
    }
}
