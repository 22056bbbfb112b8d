/// What happened to a patient, from referral to the last follow-up. Each case carries one payload; a payload's
/// optional fields are unknown when nil, and unknown is never read as normal.
public enum Event: Sendable, Equatable {
    // Referral and eligibility
    /// The patient was referred; who they are and what they have.
    case referralReceived(Referral)
    /// Eligibility was judged.
    case eligibilityAssessed(EligibilityAssessment)
    /// Consent was signed, or withdrawn.
    case consentRecorded(Consent)
    /// A product was ordered and a manufacturing slot booked.
    case productOrdered(ProductOrder)

    // Vein to vein
    /// A leukapheresis collection ended.
    case leukapheresisCompleted(Leukapheresis)
    /// Cells changed hands: starting material to the factory, or product to the hospital.
    case shipmentReceived(Shipment)
    /// A batch was started at the factory.
    case batchStarted(BatchStart)
    /// The T cells were transduced.
    case transductionCompleted(Transduction)
    /// The culture was harvested and filled.
    case batchHarvested(Harvest)
    /// Quality control reported the release tests.
    case releaseTested(Certificate)
    /// The batch was released, to specification or outside of it.
    case batchReleased(Release)
    /// The batch was lost or rejected.
    case batchFailed(BatchFailure)
    /// Bridging therapy was given.
    case bridgingGiven(Bridging)
    /// The two-person identity check at the bedside.
    case identityVerified(IdentityCheck)
    /// CAR-T cells were infused.
    case infusionCompleted(Infusion)

    // Hospital
    /// Admission to a ward or an intensive care unit; also a move between them.
    case admitted(Admission)
    /// Discharge home.
    case discharged(Discharge)
    /// A set of vital signs, with the support the patient was on.
    case vitalsTaken(VitalSigns)
    /// An ICE assessment with the other axes of ICANS.
    case neurologyAssessed(NeurologicalAssessment)
    /// A laboratory result.
    case labReported(LabResult)
    /// The CRS grade that the team recorded.
    case crsGraded(CRSGrading)
    /// The ICANS grade that the team recorded.
    case icansGraded(ICANSGrading)
    /// Something was ordered.
    case orderPlaced(Order)
    /// An order ended.
    case orderStopped(OrderStop)
    /// One dose of a drug was given.
    case drugGiven(DrugAdministration)
    /// An infection was diagnosed.
    case infectionReported(Infection)

    // Outcome
    /// Response was assessed by the criteria of the disease.
    case responseAssessed(ResponseAssessment)
    /// Progression, or relapse after a response.
    case progressionReported(Progression)
    /// A follow-up visit took place.
    case followUpVisited(FollowUpVisit)
    /// The patient left the path to infusion.
    case therapyCancelled(Cancellation)
    /// The patient died.
    case died(Death)
    /// An earlier entry was wrong: `replacement` stands in its place, or nothing does.
    case corrected(Correction)
}

/// Sex recorded for clinical use (dosing formulas and reference ranges).
public enum Sex: String, Codable, Sendable, CaseIterable { case female, male }

/// Who was referred, and with what.
public struct Referral: Codable, Sendable, Equatable {
    /// Disease, by the product definitions' term (for example "large B-cell lymphoma").
    public var disease: String
    /// Age in years.
    public var age: Double
    /// Sex.
    public var sex: Sex
    /// Body weight, kg.
    public var weight: Double
    /// Height, cm.
    public var height: Double
    /// Lines of systemic therapy so far.
    public var priorLines: Int
    /// ECOG performance status, 0 to 4.
    public var ecog: Int?
    /// Study that the patient entered, if any.
    public var study: String?
}

/// A verdict on eligibility with everything that was looked at.
public struct EligibilityAssessment: Codable, Sendable, Equatable {
    /// Whether the patient may go on.
    public var eligible: Bool
    /// The criteria that failed, or whose value is unknown, in words.
    public var reasons: [String]
    /// Product definition used, as `name@version`.
    public var productVersion: String
}

/// Consent to treatment.
public struct Consent: Codable, Sendable, Equatable {
    /// True when given, false when withdrawn.
    public var given: Bool
}

/// An order for a product and its manufacturing slot.
public struct ProductOrder: Codable, Sendable, Equatable {
    /// Product identifier (for example `axicabtagene-ciloleucel`).
    public var product: String
    /// Product definition used, as `name@version`.
    public var productVersion: String
    /// Chain-of-identity identifier of this therapy.
    public var chainOfIdentity: String
}

/// A leukapheresis collection.
public struct Leukapheresis: Codable, Sendable, Equatable {
    /// Which collection of this therapy, from 1.
    public var collection: Int
    /// CD3+ cells per litre of blood before collection, in 10⁹/L.
    public var cd3Before: Double
    /// Blood processed, L.
    public var volumeProcessed: Double
    /// CD3+ cells collected, in 10⁹.
    public var cd3Collected: Double
}

/// A shipment that arrived.
public struct Shipment: Codable, Sendable, Equatable {
    /// What was sent.
    public enum Content: String, Codable, Sendable { case startingMaterial, product }
    /// What was sent.
    public var content: Content
    /// Batch, or collection, that it holds.
    public var reference: String
    /// Whether it travelled frozen.
    public var cryopreserved: Bool
    /// Days under way.
    public var days: Double
}

/// Manufacture of one batch begins.
public struct BatchStart: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// Attempt for this patient, from 1.
    public var attempt: Int
    /// CD3+ cells put in, in 10⁹.
    public var cd3Input: Double
}

/// Transduction as measured.
public struct Transduction: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// Share of cells that bear the CAR, 0 to 1.
    public var carPositive: Double
    /// Vector copies per transduced cell.
    public var vectorCopyNumber: Double
}

/// The culture at harvest.
public struct Harvest: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// Days in culture.
    public var cultureDays: Double
    /// Population doublings.
    public var doublings: Double
    /// CAR-positive viable cells in the final product, in 10⁶.
    public var carPositiveCells: Double
    /// Viability, 0 to 1.
    public var viability: Double
    /// Share of central-memory and naive-like cells in the product, 0 to 1.
    public var memoryFraction: Double
}

/// The release tests of a batch: the certificate.
public struct Certificate: Codable, Sendable, Equatable {
    /// One test against its limit.
    public struct Test: Codable, Sendable, Equatable {
        /// The test's name (for example `viability`).
        public var name: String
        /// The result, in `unit`.
        public var value: Double
        /// UCUM unit.
        public var unit: String
        /// The limit in words (for example `>= 0.70`).
        public var limit: String
        /// Whether the result is within the limit.
        public var passed: Bool
    }
    /// Batch identifier.
    public var batch: String
    /// All tests.
    public var tests: [Test]
}

/// Release of a batch.
public struct Release: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// False for a product out of specification that the physician asked for.
    public var inSpecification: Bool
    /// Tests out of specification, if any.
    public var deviations: [String]
}

/// A batch that will not be given.
public struct BatchFailure: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// Why, in words.
    public var reason: String
    /// Whether another attempt follows.
    public var remanufacture: Bool
}

/// Bridging therapy between collection and lymphodepletion.
public struct Bridging: Codable, Sendable, Equatable {
    /// What was given, in words.
    public var regimen: String
}

/// Two people compare band, bag, order and certificate.
public struct IdentityCheck: Codable, Sendable, Equatable {
    /// Chain-of-identity identifier read from the patient's band.
    public var band: String
    /// … from the bag.
    public var bag: String
    /// … from the order.
    public var order: String
    /// … from the certificate.
    public var certificate: String
    /// The two people.
    public var checkedBy: [String]
}

/// An infusion of CAR-T cells.
public struct Infusion: Codable, Sendable, Equatable {
    /// Batch identifier.
    public var batch: String
    /// CAR-positive viable T cells given, in 10⁶.
    public var carPositiveCells: Double
    /// Cells per kg of body weight, in 10⁶/kg.
    public var cellsPerKilogram: Double
    /// Minutes from thaw to the end of the infusion.
    public var minutesSinceThaw: Double
}

/// Admission, or a move between units.
public struct Admission: Codable, Sendable, Equatable {
    /// Where.
    public enum Unit: String, Codable, Sendable { case ward, intensiveCare }
    /// Where.
    public var unit: Unit
    /// Why, in words.
    public var reason: String
}

/// Discharge home.
public struct Discharge: Codable, Sendable, Equatable {
    /// Where to, in words.
    public var destination: String
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
        /// Awakens spontaneously, to voice, only to touch; cannot be roused.
        case spontaneous = 1, voice, tactile, unarousable
    }
    /// Seizures since the last assessment.
    public enum Seizure: Int, Codable, Sendable, CaseIterable {
        /// None; resolved rapidly; prolonged over five minutes or repetitive without recovery between.
        case none = 0, brief, prolonged
    }
    /// Cerebral oedema or raised intracranial pressure.
    public enum Oedema: Int, Codable, Sendable, CaseIterable {
        /// None; focal on imaging; diffuse, or signs of raised pressure.
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

    /// Makes an assessment; what is not given is unknown.
    public init(
        ice: ICEScore? = nil, capd: Int? = nil, consciousness: Consciousness? = nil, seizure: Seizure? = nil,
        focalWeakness: Bool? = nil, oedema: Oedema? = nil
    ) {
        self.ice = ice
        self.capd = capd
        self.consciousness = consciousness
        self.seizure = seizure
        self.focalWeakness = focalWeakness
        self.oedema = oedema
    }
}

/// What a laboratory measures here, each with its canonical unit (UCUM).
public enum Analyte: String, Codable, Sendable, CaseIterable {
    /// CAR-T cells in blood, {cells}/uL, by flow cytometry
    case carT
    /// B cells in blood, {cells}/uL
    case bCells
    /// Interleukin-6 in serum, pg/mL (total, as assays report it)
    case interleukin6
    /// C-reactive protein, mg/L
    case crp
    /// Ferritin, ng/mL
    case ferritin
    /// Interferon gamma, pg/mL
    case interferonGamma
    /// Immunoglobulin G, g/L
    case immunoglobulinG
    /// Neutrophils, 10*9/L
    case neutrophils
    /// Platelets, 10*9/L
    case platelets
    /// Lymphocytes, 10*9/L
    case lymphocytes
    /// Haemoglobin, g/dL
    case haemoglobin
    /// Creatinine, mg/dL
    case creatinine
    /// Lactate dehydrogenase, U/L
    case ldh
    /// Serum M-protein, g/L
    case mProtein

    /// Canonical unit, UCUM.
    public var unit: String {
        switch self {
        case .carT, .bCells: "{cells}/uL"
        case .interleukin6, .interferonGamma: "pg/mL"
        case .crp: "mg/L"
        case .ferritin: "ng/mL"
        case .immunoglobulinG, .mProtein: "g/L"
        case .neutrophils, .platelets, .lymphocytes: "10*9/L"
        case .haemoglobin: "g/dL"
        case .creatinine: "mg/dL"
        case .ldh: "U/L"
        }
    }
}

/// A laboratory result, in the analyte's canonical unit.
public struct LabResult: Codable, Sendable, Equatable {
    /// What was measured.
    public var analyte: Analyte
    /// The value, in `analyte.unit`.
    public var value: Double
    /// Whether the value is a limit of detection that the true value is below.
    public var belowDetection: Bool

    /// Makes a result.
    public init(_ analyte: Analyte, _ value: Double, belowDetection: Bool = false) {
        self.analyte = analyte
        self.value = value
        self.belowDetection = belowDetection
    }
}

/// Drugs that rules order and bodies answer to.
public enum Drug: String, Codable, Sendable, CaseIterable {
    /// Lymphodepletion
    case fludarabine, cyclophosphamide, bendamustine
    /// Anti-cytokine and anti-inflammatory
    case tocilizumab, dexamethasone, methylprednisolone, anakinra
    /// Replacement and growth factor
    case immunoglobulin, filgrastim
    /// Support
    case paracetamol, fluidBolus, vasopressor, oxygen, levetiracetam
}

/// One administration of a drug.
public struct DrugAdministration: Codable, Sendable, Equatable {
    /// Which.
    public var drug: Drug
    /// How much, in `unit`.
    public var amount: Double
    /// UCUM unit of `amount` (mg, g, ug, mL, L/min, {agents}).
    public var unit: String
    /// Length of the infusion, minutes; 0 for a bolus.
    public var minutes: Double
}

/// An order and why it was given.
public struct Order: Codable, Sendable, Equatable {
    /// Identifier within the journal.
    public var id: String
    /// What.
    public var drug: Drug
    /// One dose, in `unit`.
    public var amount: Double
    /// UCUM unit of `amount`.
    public var unit: String
    /// Hours between doses; nil for a single dose.
    public var intervalHours: Double?
    /// Doses ordered; nil until stopped.
    public var doses: Int?
    /// Why, in words.
    public var reason: String
    /// The guideline or policy behind it.
    public var source: String
}

/// The end of an order.
public struct OrderStop: Codable, Sendable, Equatable {
    /// The order's identifier.
    public var id: String
    /// Why, in words.
    public var reason: String
}

/// An infection.
public struct Infection: Codable, Sendable, Equatable {
    /// CTCAE grade, 1 to 5.
    public var grade: Int
    /// Site or agent, in words.
    public var description: String
}

/// A response category. Lymphoma uses complete to progressive; leukaemia `completeIncompleteRecovery` too; myeloma
/// `stringentComplete` and `veryGoodPartial` too.
public enum Response: String, Codable, Sendable, CaseIterable {
    /// From best to worst.
    case stringentComplete, complete, completeIncompleteRecovery, veryGoodPartial, partial, stable, progressive

    /// Whether it counts as an objective response.
    public var isObjective: Bool { self != .stable && self != .progressive }
    /// Whether it counts as a complete response (CRi counts with CR in leukaemia).
    public var isComplete: Bool { [.stringentComplete, .complete, .completeIncompleteRecovery].contains(self) }
}

/// Response at one assessment.
public struct ResponseAssessment: Codable, Sendable, Equatable {
    /// Category.
    public var response: Response
    /// The criteria (Lugano 2014, NCCN/ELIANA, IMWG 2016).
    public var criteria: String
    /// Measured burden relative to the baseline before lymphodepletion, 1 = unchanged.
    public var burdenRatio: Double
    /// Minimal residual disease: true detected, false not, nil not measured.
    public var residualDisease: Bool?
}

/// Progression or relapse.
public struct Progression: Codable, Sendable, Equatable {
    /// Whether the patient had responded before.
    public var relapse: Bool
    /// Whether the target antigen was lost; nil not measured.
    public var antigenLoss: Bool?
}

/// A follow-up visit.
public struct FollowUpVisit: Codable, Sendable, Equatable {
    /// The visit's name in the schedule (for example `month 6`).
    public var visit: String
}

/// Why a patient left the path to infusion.
public struct Cancellation: Codable, Sendable, Equatable {
    /// Kinds of reason.
    public enum Reason: String, Codable, Sendable, CaseIterable {
        /// Screening failed; disease outran the product; product not made; complication; patient's wish
        case ineligible, progression, manufacturingFailure, adverseEvent, withdrawal
    }
    /// Kind.
    public var reason: Reason
    /// In words.
    public var detail: String
}

/// A death.
public struct Death: Codable, Sendable, Equatable {
    /// Causes told apart.
    public enum Cause: String, Codable, Sendable, CaseIterable {
        /// Cause of death
        case disease, crs, neurotoxicity, infection, other
    }
    /// Cause.
    public var cause: Cause
}

/// A correction of an earlier entry.
public struct Correction: Codable, Sendable, Equatable {
    /// Sequence number of the entry that was wrong.
    public var sequence: Int
    /// Why, in words.
    public var reason: String
}
