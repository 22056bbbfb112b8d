import Care

/// What became of one virtual patient: one row of `outcomes.csv`. Days count from infusion unless said otherwise;
/// nil where there is nothing to say (a patient who was never infused has no CRS grade).
public struct Outcome: Sendable, Equatable {
    /// The patient as referred.
    public var patient: VirtualPatient
    /// Whether the inclusion criteria were met.
    public var eligible = false
    /// Leukaphereses done.
    public var collections = 0
    /// CD3+ cells collected in all, 10⁹.
    public var cd3Collected = 0.0
    /// Batches started.
    public var batches = 0
    /// Whether a product was released; nil if no batch was decided on while the patient was still there.
    public var manufactured: Bool?
    /// Whether the product given was out of specification.
    public var outOfSpecification: Bool?
    /// CAR-positive share of the product.
    public var carPositive: Double?
    /// Vector copies per transduced cell.
    public var vectorCopyNumber: Double?
    /// Viability at release.
    public var viability: Double?
    /// Share of memory-like cells in the product.
    public var memoryFraction: Double?
    /// Whether the patient was infused.
    public var infused = false
    /// Why not, if not.
    public var notInfused: Cancellation.Reason?
    /// Whether the patient died before infusion.
    public var diedWaiting = false
    /// Days from enrolment to infusion.
    public var enrolmentToInfusion: Double?
    /// Days from the end of the first leukapheresis to infusion.
    public var veinToVein: Double?
    /// Tumour before lymphodepletion, mL.
    public var baselineBurden: Double?
    /// CAR-positive cells given, 10⁶.
    public var dose: Double?
    /// Exposure to fludarabine (F-ara-A), mg·h/L.
    public var fludarabineAUC: Double?
    /// Highest CAR-T count measured, cells/µL.
    public var cmax: Double?
    /// Day of the highest count.
    public var tmax: Double?
    /// Area under the measured counts, days 0 to 28, cells·d/µL.
    public var auc28: Double?
    /// Highest transgene count by qPCR, copies per µg of DNA.
    public var cmaxCopies: Double?
    /// Area under the transgene counts, days 0 to 28, d·copies/µg.
    public var auc28Copies: Double?
    /// Last day on which CAR-T cells were detected.
    public var lastDetected: Double?
    /// Whether CAR-T cells were found at 6 months; nil if not looked at.
    public var carTDetected6Months: Bool?
    /// Highest CRS grade.
    public var crsPeak: CRSGrade?
    /// Whether CRS was of grade 3 or more by the Penn scale.
    public var pennSevere = false
    /// Whether a vasopressor was given.
    public var vasopressor = false
    /// Onset of CRS.
    public var crsOnset: Double?
    /// Days with CRS, the first and the last counted, of the first episode.
    public var crsDuration: Double?
    /// Highest ICANS grade.
    public var icansPeak: ICANSGrade?
    /// Onset of ICANS.
    public var icansOnset: Double?
    /// Days with ICANS, the first and the last counted, of the first episode.
    public var icansDuration: Double?
    /// Doses of tocilizumab.
    public var tocilizumabDoses = 0
    /// Doses of siltuximab.
    public var siltuximabDoses = 0
    /// Doses of anakinra.
    public var anakinraDoses = 0
    /// Corticosteroid for toxicity, mg of dexamethasone equivalent.
    public var dexamethasoneEquivalent = 0.0
    /// Whether a corticosteroid was given for CRS.
    public var corticosteroidForCRS = false
    /// Whether a corticosteroid was given for ICANS.
    public var corticosteroidForICANS = false
    /// Highest serum IL-6 measured, pg/mL.
    public var peakInterleukin6: Double?
    /// Highest CRP measured, mg/L.
    public var peakCRP: Double?
    /// Highest ferritin measured, ng/mL.
    public var peakFerritin: Double?
    /// Days in hospital from infusion on.
    public var hospitalDays: Double?
    /// Of these, in intensive care.
    public var intensiveCareDays: Double?
    /// Lowest neutrophil count from infusion on, 10⁹/L.
    public var neutrophilNadir: Double?
    /// Neutrophils at day 28, 10⁹/L.
    public var neutrophilsDay28: Double?
    /// How neutrophils came back.
    public var neutrophilRecovery: NeutrophilRecovery?
    /// Platelets at day 28, 10⁹/L.
    public var plateletsDay28: Double?
    /// Infections of grade 3 or more, from infusion on.
    public var severeInfections = 0
    /// Infections of grade 3 or more from the first leukapheresis to infusion.
    public var severeInfectionsWaiting = 0
    /// Best response.
    public var bestResponse: Response?
    /// Whether a test for residual disease was ever negative; nil if none was made.
    public var residualDiseaseNegative: Bool?
    /// Day of the first objective response.
    public var responseDay: Double?
    /// Days from infusion to progression or death, or to the last look.
    public var progressionFree: Double?
    /// Whether that was progression or death.
    public var progressed = false
    /// Whether the tumour at progression had lost the antigen; nil without progression.
    public var antigenLoss: Bool?
    /// Days from infusion to death, or to the last look.
    public var survival: Double?
    /// Whether the patient died.
    public var died = false
    /// Cause of death.
    public var causeOfDeath: Death.Cause?
    /// Whether B cells were absent at 6 months; nil if not looked at.
    public var bCellAplasia6Months: Bool?
    /// Whether B cells were found at 12 months; nil if not looked at.
    public var bCellsDetected12Months: Bool?
    /// Day on which B cells were back.
    public var bCellRecovery: Double?
    /// Lowest IgG measured from infusion on, g/L.
    public var lowestIgG: Double?
    /// Infusions of immunoglobulin.
    public var immunoglobulinDoses = 0
    /// What was used.
    public var ledger = Ledger()
    /// Cost by the product's price list, USD.
    public var cost = 0.0
    /// Durations of the steps, days; nil where not gone through.
    public var stepDays: [TherapyStep: Double] = [:]
    /// What went wrong numerically, if anything: the row is then to be left out.
    public var failure: String?

    /// A row with nothing in it yet.
    public init(patient: VirtualPatient) { self.patient = patient }
}
