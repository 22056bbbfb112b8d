/// Drugs that rules order and bodies answer to.
public enum Drug: String, Codable, Sendable, CaseIterable {
    /// Lymphodepletion
    case fludarabine, cyclophosphamide, bendamustine
    /// Anti-cytokine and anti-inflammatory
    case tocilizumab, siltuximab, dexamethasone, methylprednisolone, anakinra
    /// Replacement and growth factor
    case immunoglobulin, filgrastim
    /// Support
    case paracetamol, fluidBolus, vasopressor, oxygen, levetiracetam
}

extension Drug {
    /// The one unit, UCUM, in which doses of this drug are written: rules compare amounts, so 0.56 g is not 560 mg here.
    public var unit: String {
        switch self {
        case .fludarabine, .cyclophosphamide, .bendamustine, .tocilizumab, .siltuximab, .dexamethasone,
            .methylprednisolone, .anakinra, .paracetamol, .levetiracetam:
            "mg"
        case .immunoglobulin: "g"
        case .filgrastim: "ug"
        case .fluidBolus: "mL"
        case .vasopressor: "{agents}"
        case .oxygen: "L/min"
        }
    }
}

/// How a drug is given, where one drug may be given in more than one way.
public enum Route: String, Codable, Sendable, CaseIterable {
    /// Into a vein; under the skin; by mouth
    case intravenous, subcutaneous, oral
}

/// One administration of a drug.
public struct DrugAdministration: Codable, Sendable, Equatable {
    /// Which.
    public var drug: Drug
    /// How much, in `unit`.
    public var amount: Double
    /// The drug's own UCUM unit: mg, but g for immunoglobulin, ug filgrastim, mL fluids, L/min oxygen, {agents} vasopressors.
    public var unit: String
    /// Length of the infusion, minutes; 0 for a bolus.
    public var minutes: Double
    /// How it was given, where the drug leaves that open (anakinra under the skin or into a vein).
    public var route: Route?

    /// Makes the record.
    public init(drug: Drug, amount: Double, unit: String, minutes: Double, route: Route? = nil) {
        self.drug = drug
        self.amount = amount
        self.unit = unit
        self.minutes = minutes
        self.route = route
    }
}

/// An order and why it was given.
public struct Order: Codable, Sendable, Equatable {
    /// Identifier within the journal.
    public var id: String
    /// What.
    public var drug: Drug
    /// One dose, in `unit`.
    public var amount: Double
    /// The drug's own UCUM unit: mg, but g for immunoglobulin, ug filgrastim, mL fluids, L/min oxygen, {agents} vasopressors.
    public var unit: String
    /// Hours between doses; nil for a single dose.
    public var intervalHours: Double?
    /// Doses ordered; nil until stopped.
    public var doses: Int?
    /// Why, in words.
    public var reason: String
    /// The guideline or policy behind it.
    public var source: String
    /// Length of each infusion, minutes; 0 for a bolus.
    public var minutes: Double
    /// How oxygen is to be given, for an order of oxygen.
    public var oxygen: OxygenSupport?
    /// How the drug is to be given, where it leaves that open.
    public var route: Route?

    /// Makes an order.
    public init(
        id: String, drug: Drug, amount: Double, unit: String, minutes: Double = 0, intervalHours: Double? = nil,
        doses: Int? = nil, oxygen: OxygenSupport? = nil, route: Route? = nil, reason: String, source: String
    ) {
        self.id = id
        self.drug = drug
        self.amount = amount
        self.unit = unit
        self.minutes = minutes
        self.intervalHours = intervalHours
        self.doses = doses
        self.oxygen = oxygen
        self.route = route
        self.reason = reason
        self.source = source
    }
}

/// The end of an order.
public struct OrderStop: Codable, Sendable, Equatable {
    /// The order's identifier.
    public var id: String
    /// Why, in words.
    public var reason: String

    /// Makes the record.
    public init(id: String, reason: String) {
        self.id = id
        self.reason = reason
    }
}
