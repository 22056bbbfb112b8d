import Dynamics
import Therapy

/// Finds what a plan's words stand for, and everything that is wrong with them.
struct PlanResolution {
    /// A parameter and the studies that it touches.
    struct Resolved {
        var parameter: FreeParameter
        var touched: [Int]
        /// Whether the plan asked for one of every product or disease.
        var isGeneral: Bool
    }

    private let plan: CalibrationPlan
    private let material: Material
    private(set) var parameters: [Resolved] = []
    private(set) var comparisons: [[Comparison]] = []
    private var faults: [PlanFaults.Fault] = []
    /// Each study as the files have it.
    private let settings: [TrialSetting]

    init(_ plan: CalibrationPlan, _ material: Material, only: [String]?) throws {
        self.plan = plan
        self.material = material
        settings = try material.studies.indices.map { try material.setting($0, fitted: material.held, seed: plan.seed) }
        checkSizes()
        for index in plan.parameters.indices { try resolve(index) }
        dropOverruled()
        if let only { parameters.removeAll { !Self.selects(only, $0.parameter.owner) } }
        compare()
        if faults.isEmpty, parameters.isEmpty {
            fault(
                "parameters", nil, nil, found: "nothing to fit", "one parameter at least", "Name one, or select more.")
        }
        guard faults.isEmpty else { throw PlanFaults(faults: faults) }
    }

    private mutating func fault(
        _ field: String, _ index: Int?, _ part: String?, found: String? = nil, _ expected: String, _ remedy: String
    ) {
        faults.append(
            .init(field: field, index: index, part: part, found: found, expected: expected, remedy: remedy))
    }

    private mutating func checkSizes() {
        func require(_ condition: Bool, _ field: String, _ expected: String, _ remedy: String) {
            if !condition { fault(field, nil, nil, expected, remedy) }
        }
        require(plan.patients > 0, "patients", "1 or more", "A few hundred make a steady fit.")
        require(plan.step > 0 && plan.step <= 1, "step", "more than 0 and no more than 1", "0.25 serves well.")
        require(plan.iterations >= 0, "iterations", "0 or more", "A dozen is usual.")
        require(plan.screen >= 0, "screen", "0 or more", "0 leaves the screen out.")
        require(
            plan.discrepancy.share >= 0 && plan.discrepancy.share < 0.5, "discrepancy",
            "a share from 0 to 0.5", "Write three points of a hundred as 0.03.")
        require(plan.discrepancy.median >= 0, "discrepancy", "a median's of 0 or more", "Write a tenth as 0.1.")
        for (index, id) in (plan.studies ?? []).enumerated() where !material.all.contains(where: { $0.study.id == id })
        {
            fault(
                "studies", index, nil, "a study with the role calibration: \(names(material.all.map(\.study.id)))",
                "No fit reads any other study.")
        }
    }

    // MARK: Parameters

    private mutating func resolve(_ index: Int) throws {
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
    private mutating func dropOverruled() {
        let own = Set(parameters.filter { !$0.isGeneral }.map(\.parameter.label))
        parameters.removeAll { $0.isGeneral && own.contains($0.parameter.label) }
    }

    private mutating func owners(
        _ request: CalibrationPlan.Request, _ index: Int
    ) -> (owners: [FreeParameter.Owner], isGeneral: Bool)? {
        let words = request.of.split(separator: " ").map(String.init)
        let products = Set(material.all.map(\.study.product)).sorted()
        let diseases = Set(material.all.map(\.study.disease)).sorted()
        switch (words.first, words.count) {
        case ("body", 1): return ([.body], false)
        case ("products", 1): return (products.map { .product($0) }, true)
        case ("diseases", 1): return (diseases.map { .disease($0) }, true)
        case ("product", 2) where products.contains(words[1]): return ([.product(words[1])], false)
        case ("disease", 2) where diseases.contains(words[1]): return ([.disease(words[1])], false)
        case ("product", 2):
            fault("parameters", index, "of", "product and one of \(names(products))", "Name one that a fit can read.")
        case ("disease", 2):
            fault("parameters", index, "of", "disease and one of \(names(diseases))", "Name one that a fit can read.")
        default:
            fault(
                "parameters", index, "of", "body, product ID, disease ID, products or diseases",
                "Write for example: product axicabtagene-ciloleucel.")
        }
        return nil
    }

    private mutating func resolve(
        _ request: CalibrationPlan.Request, _ index: Int, _ owner: FreeParameter.Owner, _ isGeneral: Bool
    ) throws -> Resolved? {
        let process = ProcessParameter(rawValue: request.name)
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

    private mutating func isKnown(
        _ request: CalibrationPlan.Request, _ owner: FreeParameter.Owner, _ process: ProcessParameter?, _ index: Int
    ) -> Bool {
        if process != nil {
            if case .product = owner, request.attribute == .value { return true }
            fault(
                "parameters", index, "name", "the `value` of a product's manufacture",
                "Write `of: products` and `attribute: value`.")
            return false
        }
        guard material.body.program.parameters.contains(where: { $0.id == request.name }) else {
            let process = ProcessParameter.allCases.map(\.rawValue).joined(separator: ", ")
            fault(
                "parameters", index, "name", found: "'\(request.name)'", "a parameter of the body model, or \(process)",
                "`livingdrug models body` lists them.")
            return false
        }
        return true
    }

    private func value(
        _ name: String, _ process: ProcessParameter?, in setting: TrialSetting, _ owner: FreeParameter.Owner
    ) -> SourcedValue {
        if let process { return process.value(in: setting.product.process) }
        guard owner != .body, let entry = setting.parameters.entries.first(where: { $0.id == name }) else {
            // The body's own, whatever products and diseases lay over it.
            let base = material.base[name]
            let quantity = material.body.program.parameters.first { $0.id == name }
            return SourcedValue(
                value: base?.value ?? quantity?.value ?? 0, unit: "1", cv: base?.cv, bounded: base?.bounded,
                origin: .assumed, source: "the model")
        }
        if case .disease(let id) = owner, let own = material.diseases[id]?.body[name] { return own }
        return entry.value
    }

    /// Whether a study's patients change with the parameter.
    private func changes(_ parameter: FreeParameter, _ process: ProcessParameter?, _ study: Int) throws -> Bool {
        var fitted = material.held
        let other = parameter.prior.value(at: parameter.prior.score(of: parameter.start) + 0.5)
        parameter.write(other, to: &fitted)
        let changed = try material.setting(study, fitted: fitted, seed: plan.seed)
        let values = [settings[study], changed].map { value(parameter.name, process, in: $0, .product("")) }
        return values[0].value != values[1].value || values[0].cv != values[1].cv
    }

    private static func belongs(_ setting: TrialSetting, to owner: FreeParameter.Owner) -> Bool {
        switch owner {
        case .body: true
        case .product(let id): setting.study.product == id
        case .disease(let id): setting.study.disease == id
        }
    }

    private static func selects(_ only: [String], _ owner: FreeParameter.Owner) -> Bool {
        switch owner {
        case .body: only.contains("body")
        case .product: only.contains("products") || only.contains(owner.label)
        case .disease: only.contains("diseases") || only.contains(owner.label)
        }
    }

    private func names(_ list: [String]) -> String { list.joined(separator: ", ") }

    // MARK: Endpoints

    private mutating func compare() {
        for (index, omission) in plan.leaveOut.enumerated() { check(omission, index) }
        for study in material.studies {
            var list: [Comparison] = []
            for published in study.study.published
            where !plan.leaveOut.contains(where: {
                $0.endpoint == published.endpoint && ($0.study ?? study.study.id) == study.study.id
            }) {
                if let comparison = Comparison(published, patients: plan.patients, discrepancy: plan.discrepancy) {
                    list.append(comparison)
                } else {
                    fault(
                        "leaveOut", nil, nil, found: "\(study.study.id): \(published.endpoint) \(published.value)",
                        "an endpoint whose logarithm exists", "Leave it out, and say because of what.")
                }
            }
            comparisons.append(list)
        }
    }

    private mutating func check(_ omission: CalibrationPlan.Omission, _ index: Int) {
        if let id = omission.study, !material.all.contains(where: { $0.study.id == id }) {
            fault(
                "leaveOut", index, "study",
                "a study with the role calibration: \(names(material.all.map(\.study.id)))", "Remove the item.")
            return
        }
        guard EndpointName(rawValue: omission.endpoint) != nil else {
            fault(
                "leaveOut", index, "endpoint", "the name of an endpoint", "`livingdrug trial STUDY --json` shows them.")
            return
        }
        let published = material.all.filter { omission.study == nil || omission.study == $0.study.id }
            .contains { $0.study.published.contains { $0.endpoint == omission.endpoint } }
        if !published {
            fault("leaveOut", index, "endpoint", "an endpoint that the study published", "Remove the item.")
        }
        if !omission.because.contains(where: { !$0.isWhitespace }) {
            fault("leaveOut", index, "because", "a reason", "Say why it is not fitted.")
        }
    }
}
