import Therapy

extension Inspection {
    /// Quantities: each once, each with what its measure and its rule need.
    mutating func check(_ list: QuantityList) {
        let required = FieldPath("required")
        for (name, share) in [
            ("calibration", list.required.calibration), ("validation", list.required.validation),
            ("quantities", list.required.quantities),
        ] {
            require((0...1).contains(share), required + name, "a share from 0 to 1", "Write 85 % as 0.85.")
        }
        for (index, quantity) in list.quantities.enumerated() {
            let path = FieldPath("quantities") + index
            require(
                !list.quantities[..<index].contains { $0.id == quantity.id }, path + "id", "each identifier once",
                "Give this one another name.")
            check(quantity, path)
        }
    }

    private mutating func check(_ quantity: Quantity, _ path: FieldPath) {
        for (name, text) in [("id", quantity.id), ("what", quantity.what), ("source", quantity.source)] {
            requireText(text, path + name)
        }
        require(quantity.number >= 1, path + "number", "1 or more", "Write the number of the row.")
        require(
            UCUM.isUnit(quantity.unit), path + "unit", "a unit as UCUM writes it",
            "For example d, mg.h/L; \"1\" for a share or a ratio.")
        let measure = quantity.measure
        require(
            measure.basis != .trial || quantity.study != nil, path,
            "`study`, since `\(measure.rawValue)` looks at patients",
            found: "none", "Name the study whose virtual patients are looked at.")
        require(
            measure.needsEndpoint == (quantity.endpoint != nil), path + "endpoint",
            measure.needsEndpoint ? "an endpoint" : "no endpoint with `\(measure.rawValue)`",
            measure.needsEndpoint ? "Name the endpoint." : "Take it away.")
        if let endpoint = quantity.endpoint {
            require(endpoint, isOneOf: EndpointName.allCases.map(\.rawValue), path + "endpoint", "an endpoint")
        }
        let given = Set((quantity.inputs ?? [:]).keys)
        for name in measure.inputs where !given.contains(name) {
            require(
                false, path + "inputs", "`\(name)`, which `\(measure.rawValue)` needs", found: "none",
                "Add `\(name):` to `inputs`.")
        }
        for name in given.subtracting(measure.inputs).sorted() {
            require(
                name, isOneOf: measure.inputs, path + "inputs" + name, "an input of `\(measure.rawValue)`")
        }
        checkTarget(quantity, path)
    }

    private mutating func checkTarget(_ quantity: Quantity, _ path: FieldPath) {
        let target = quantity.target
        let place = path + "target"
        require(
            (target.low ?? -.infinity) <= (target.high ?? .infinity), place, "`low` no more than `high`",
            found: "the reverse", "Swap them.")
        require(
            quantity.tolerance == nil || quantity.rule == .median, path + "tolerance", "a tolerance with `median` only",
            "Take it away.")
        require((quantity.tolerance ?? 1) > 0, path + "tolerance", "more than 0", "Write 10 % as 0.1.")
        require((quantity.n ?? 1) > 0, path + "n", "more than 0", "Write the number of patients.")
        switch quantity.rule {
        case .proportion:
            let own = target.low != nil && target.high != nil
            require(
                own || (target.value != nil && quantity.n != nil), place, "`value` and `n`, or `low` and `high`",
                found: "neither", "A share's interval follows from its n.")
            for value in [target.value, target.low, target.high].compactMap({ $0 }) {
                require((0...1).contains(value), place, "a share from 0 to 1", "Write 13 % as 0.13.")
            }
        case .median, .higher, .lower:
            require(target.value != nil, place, "`value`", found: "none", "Add the value.")
        case .ratio, .spread:
            require(
                target.low != nil && target.high != nil, place, "`low` and `high`", found: "not both",
                "Add the limits of the source.")
        case .range:
            require(
                target.low != nil || target.high != nil, place, "`low`, `high` or both", found: "neither",
                "Add the limits.")
        }
    }
}
