/// How CRS and neurotoxicity are managed: from which grade on each drug is given. A policy is data so that a trial's
/// own rules, a guideline's and a planner's can be compared in the same patients.
public struct ManagementPolicy: Codable, Sendable, Equatable {
    /// Name on the command line.
    public var id: String
    /// For people.
    public var title: String
    /// CRS grade from which tocilizumab is given; nil never.
    public var tocilizumabFromCRS: Int?
    /// Hours that the grade must have lasted first.
    public var tocilizumabAfterHours: Double
    /// Days of grade 1 fever after which it is managed as grade 2; nil never.
    public var persistentFeverDays: Double?
    /// CRS grade from which a corticosteroid is given; nil never.
    public var steroidFromCRS: Int?
    /// Tocilizumab doses without resolution after which the corticosteroid is added at grade 2 or more; nil never.
    public var steroidAfterTocilizumabDoses: Int?
    /// ICANS grade from which a corticosteroid is given; nil never.
    public var steroidFromICANS: Int?
    /// Hours that ICANS below grade 3 must have lasted first; nil none. Grade 3 or more waits for nothing.
    public var steroidAfterICANSHours: Double?
    /// Neutrophils, 10⁹/L, below which filgrastim is given; nil never.
    public var filgrastimBelow: Double?
    /// First day from infusion on which filgrastim may be given.
    public var filgrastimFromDay: Double
    /// IgG, g/L, below which immunoglobulin is replaced; nil never.
    public var immunoglobulinBelow: Double?
    /// Share of the patients below that limit whom the centre gives immunoglobulin, 0 to 1; nil all.
    public var immunoglobulinUptake: Double?
    /// Prophylactic tocilizumab on this day, if any.
    public var prophylacticTocilizumabDay: Double?
    /// A corticosteroid for everyone on fixed days, if any.
    public var prophylacticCorticosteroid: ProphylacticCorticosteroid?
    /// Days of CRS of any grade after which a corticosteroid is given; nil never.
    public var steroidAfterFeverDays: Double?
    /// Doses of corticosteroids by toxicity and grade, where they differ from the usual ones.
    public var corticosteroidDoses: [CorticosteroidDose]?
    /// How a corticosteroid is taken away; nil at once.
    public var corticosteroidTaper: CorticosteroidTaper?
    /// When anakinra is given; nil never.
    public var anakinra: AnakinraRule?
    /// The dose of tocilizumab; nil as usual.
    public var tocilizumabDose: TocilizumabDose?
    /// When siltuximab is given; nil never.
    public var siltuximab: SiltuximabRule?
    /// When a patient may go home; nil as usual.
    public var discharge: DischargeRule?
    /// What the policy changes of the therapy itself, where it is compared in a study.
    public var design: DesignChange?
    /// Source.
    public var source: String

    /// Makes a policy; what is left out is never given.
    public init(
        id: String, title: String, tocilizumabFromCRS: Int? = nil, tocilizumabAfterHours: Double = 0,
        persistentFeverDays: Double? = nil, steroidFromCRS: Int? = nil, steroidAfterTocilizumabDoses: Int? = nil,
        steroidFromICANS: Int? = nil, filgrastimBelow: Double? = nil, filgrastimFromDay: Double = 0,
        immunoglobulinBelow: Double? = nil, prophylacticTocilizumabDay: Double? = nil,
        corticosteroidTaper: CorticosteroidTaper? = nil, source: String
    ) {
        self.id = id
        self.title = title
        self.tocilizumabFromCRS = tocilizumabFromCRS
        self.tocilizumabAfterHours = tocilizumabAfterHours
        self.persistentFeverDays = persistentFeverDays
        self.steroidFromCRS = steroidFromCRS
        self.steroidAfterTocilizumabDoses = steroidAfterTocilizumabDoses
        self.steroidFromICANS = steroidFromICANS
        self.filgrastimBelow = filgrastimBelow
        self.filgrastimFromDay = filgrastimFromDay
        self.immunoglobulinBelow = immunoglobulinBelow
        self.prophylacticTocilizumabDay = prophylacticTocilizumabDay
        self.corticosteroidTaper = corticosteroidTaper
        self.source = source
    }
}

extension ManagementPolicy {
    /// ASCO guideline 2021 (Santomasso et al., J Clin Oncol 39:3978): tocilizumab from grade 2 or for fever of more
    /// than three days, corticosteroid at grade 3, or at grade 2 that outlasts tocilizumab, and for ICANS from grade 2.
    /// The same as the policy `asco-2021` among the evidence. Day 7 for filgrastim is assumed: the guideline allows it at
    /// any grade of CRS and names no day.
    public static let asco2021 = ManagementPolicy(
        id: "asco-2021", title: "ASCO guideline 2021", tocilizumabFromCRS: 2, tocilizumabAfterHours: 0,
        persistentFeverDays: 3, steroidFromCRS: 3, steroidAfterTocilizumabDoses: 2, steroidFromICANS: 2,
        filgrastimBelow: 0.5, filgrastimFromDay: 7, immunoglobulinBelow: 4, prophylacticTocilizumabDay: nil,
        corticosteroidTaper: CorticosteroidTaper(factor: 0.5, days: 2, stopBelow: 10),
        source: "Santomasso 2021, J Clin Oncol 39:3978")
}
