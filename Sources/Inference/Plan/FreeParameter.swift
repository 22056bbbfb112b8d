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
