import Dynamics
import Therapy

/// Whose a parameter is, what stands there, and who sees it.
extension PlanResolution {
    mutating func owners(
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

    mutating func isKnown(
        _ request: CalibrationPlan.Request, _ owner: FreeParameter.Owner, _ process: EvidenceNumber?, _ index: Int
    ) -> Bool {
        if let process {
            switch owner {
            case .product where !process.isOfDisease && request.attribute == .value: return true
            case .disease where process.isOfDisease && request.attribute == .value: return true
            default: break
            }
            let owners = process.isOfDisease ? "diseases" : "products"
            fault(
                "parameters", index, "name", "the `value` of a number of \(owners)",
                "Write `of: \(owners)` and `attribute: value`.")
            return false
        }
        guard material.body.program.parameters.contains(where: { $0.id == request.name }) else {
            let process = EvidenceNumber.allCases.map(\.rawValue).joined(separator: ", ")
            fault(
                "parameters", index, "name", found: "'\(request.name)'", "a parameter of the body model, or \(process)",
                "`livingdrug models body` lists them.")
            return false
        }
        return true
    }

    func value(
        _ name: String, _ process: EvidenceNumber?, in setting: TrialSetting, _ owner: FreeParameter.Owner
    ) -> SourcedValue {
        if let process, let value = process.value(of: setting.product, setting.disease) { return value }
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
    func changes(_ parameter: FreeParameter, _ process: EvidenceNumber?, _ study: Int) throws -> Bool {
        var fitted = material.held
        let other = parameter.prior.value(at: parameter.prior.score(of: parameter.start) + 0.5)
        parameter.write(other, to: &fitted)
        let changed = try material.setting(study, fitted: fitted, seed: plan.seed)
        let values = [settings[study], changed].map { value(parameter.name, process, in: $0, .product("")) }
        return values[0].value != values[1].value || values[0].cv != values[1].cv
    }

    static func belongs(_ setting: TrialSetting, to owner: FreeParameter.Owner) -> Bool {
        switch owner {
        case .body: true
        case .product(let id): setting.study.product == id
        case .disease(let id): setting.study.disease == id
        }
    }

    static func selects(_ only: [String], _ owner: FreeParameter.Owner) -> Bool {
        switch owner {
        case .body: only.contains("body")
        case .product: only.contains("products") || only.contains(owner.label)
        case .disease: only.contains("diseases") || only.contains(owner.label)
        }
    }
}
