import Therapy

/// One number that is fitted.
public struct FreeParameter: Sendable, Equatable {
    /// Whose number it is.
    public enum Owner: Sendable, Hashable {
        case body
        case product(String)
        case disease(String)

        /// As the plan writes it.
        public var label: String {
            switch self {
            case .body: "body"
            case .product(let id): "product \(id)"
            case .disease(let id): "disease \(id)"
            }
        }
    }
    /// Whose number it is.
    public let owner: Owner
    /// The parameter.
    public let name: String
    /// Its value or its spread.
    public let attribute: CalibrationPlan.Attribute
    /// What is believed before the fit.
    public let prior: Prior
    /// Where the fit begins.
    public let start: Double
    /// Item of the plan that asked for it.
    let request: Int

    /// For example: product axicabtagene-ciloleucel rE value
    public var label: String { "\(owner.label) \(name) \(attribute.rawValue)" }

    /// Writes a value of this parameter.
    func write(_ value: Double, to fitted: inout FittedParameters) {
        func put(_ entry: inout FittedParameters.Entry) {
            switch attribute {
            case .value: entry.value = value
            case .cv: entry.cv = value
            }
        }
        switch owner {
        case .body: put(&fitted.body[name, default: .init()])
        case .product(let id): put(&fitted.products[id, default: [:]][name, default: .init()])
        case .disease(let id): put(&fitted.diseases[id, default: [:]][name, default: .init()])
        }
    }
}

extension FittedParameters {
    /// What was fitted of an owner's parameter.
    func entry(of owner: FreeParameter.Owner, _ name: String) -> Entry? {
        switch owner {
        case .body: body[name]
        case .product(let id): products[id]?[name]
        case .disease(let id): diseases[id]?[name]
        }
    }

    /// All values in a fixed order, for a fingerprint.
    var listing: String {
        func lines(_ owner: String, _ entries: [String: Entry]) -> [String] {
            entries.map { name, entry in
                "\(owner) \(name) \(entry.value.map { "\($0)" } ?? "-") \(entry.cv.map { "\($0)" } ?? "-")"
            }
        }
        let owned = products.map { ("product \($0.key)", $0.value) } + diseases.map { ("disease \($0.key)", $0.value) }
        return (lines("body", body) + owned.flatMap { lines($0.0, $0.1) }).sorted().joined(separator: "\n")
    }
}
