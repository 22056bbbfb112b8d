/// Admission, or a move between units.
public struct Admission: Codable, Sendable, Equatable {
    /// Where.
    public enum Unit: String, Codable, Sendable { case ward, intensiveCare }
    /// Where.
    public var unit: Unit
    /// Why, in words.
    public var reason: String

    /// Makes the record.
    public init(unit: Unit, reason: String) {
        self.unit = unit
        self.reason = reason
    }
}

/// Discharge home.
public struct Discharge: Codable, Sendable, Equatable {
    /// Where to, in words.
    public var destination: String

    /// Makes the record.
    public init(destination: String) {
        self.destination = destination
    }
}

/// How oxygen is given.
public enum OxygenSupport: Codable, Sendable, Equatable {
    /// No supplementary oxygen.
    case roomAir
    /// Nasal cannula or blow-by, L/min. Up to 6 L/min it is low flow; above, high flow (ASTCT 2019).
    case nasalCannula(litresPerMinute: Double)
    /// High-flow cannula, facemask, non-rebreather or Venturi mask.
    case highFlow
    /// CPAP, BiPAP or mechanical ventilation for hypoxia.
    case positivePressure
}

/// Vital signs at one time. Nil is unknown.
public struct VitalSigns: Codable, Sendable, Equatable {
    /// Temperature, °C.
    public var temperature: Double?
    /// Mean arterial pressure, mmHg.
    public var meanArterialPressure: Double?
    /// Heart rate, 1/min.
    public var heartRate: Double?
    /// Oxygen saturation by pulse oximetry, %.
    public var oxygenSaturation: Double?
    /// Oxygen that the patient is on.
    public var oxygen: OxygenSupport?
    /// Vasopressors running, other than vasopressin.
    public var vasopressors: Int?
    /// Whether vasopressin runs.
    public var vasopressin: Bool?
    /// Whether hypotension is being treated with fluids, or needed them since the last set.
    public var fluidBolus: Bool?
    /// Whether another cause (sepsis, bleeding, sedation) accounts for these signs.
    public var otherCause: Bool?

    /// Makes a set; what is not given is unknown.
    public init(
        temperature: Double? = nil, meanArterialPressure: Double? = nil, heartRate: Double? = nil,
        oxygenSaturation: Double? = nil, oxygen: OxygenSupport? = nil, vasopressors: Int? = nil,
        vasopressin: Bool? = nil, fluidBolus: Bool? = nil, otherCause: Bool? = nil
    ) {
        self.temperature = temperature
        self.meanArterialPressure = meanArterialPressure
        self.heartRate = heartRate
        self.oxygenSaturation = oxygenSaturation
        self.oxygen = oxygen
        self.vasopressors = vasopressors
        self.vasopressin = vasopressin
        self.fluidBolus = fluidBolus
        self.otherCause = otherCause
    }
}

/// Bedside neurology: ICE score and the other axes of ICANS. Nil is unknown.
public struct NeurologicalAssessment: Codable, Sendable, Equatable {
    /// Level of consciousness.
    public enum Consciousness: Int, Codable, Sendable, CaseIterable {
        /// Awakens spontaneously, to voice, only to touch; cannot be roused, or only by vigorous or repeated touch.
        case spontaneous = 1, voice, tactile, unarousable
    }
    /// Seizures since the last assessment.
    public enum Seizure: Int, Codable, Sendable, CaseIterable {
        /// None; resolved rapidly, or on the EEG alone and with treatment; over five minutes, or repeated without recovery.
        case none = 0, brief, prolonged
    }
    /// Cerebral oedema or raised intracranial pressure.
    public enum Oedema: Int, Codable, Sendable, CaseIterable {
        /// None; focal on imaging; diffuse, or posturing, sixth nerve palsy, papilloedema or Cushing's triad.
        case none = 0, focal, diffuse
    }
    /// ICE score, 0 to 10.
    public var ice: ICEScore?
    /// CAPD score of children under 12, 0 to 32.
    public var capd: Int?
    /// Level of consciousness.
    public var consciousness: Consciousness?
    /// Seizures.
    public var seizure: Seizure?
    /// Deep focal weakness: hemiparesis or paraparesis.
    public var focalWeakness: Bool?
    /// Oedema.
    public var oedema: Oedema?
    /// Whether another cause (sedation, bleeding, infection) accounts for these findings; they are then not graded.
    public var otherCause: Bool?

    /// Makes an assessment; what is not given is unknown.
    public init(
        ice: ICEScore? = nil, capd: Int? = nil, consciousness: Consciousness? = nil, seizure: Seizure? = nil,
        focalWeakness: Bool? = nil, oedema: Oedema? = nil, otherCause: Bool? = nil
    ) {
        self.ice = ice
        self.capd = capd
        self.consciousness = consciousness
        self.seizure = seizure
        self.focalWeakness = focalWeakness
        self.oedema = oedema
        self.otherCause = otherCause
    }
}
