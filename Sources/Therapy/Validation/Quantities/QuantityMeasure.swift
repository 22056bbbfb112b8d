/// What a quantity is computed as. Each names what it needs of its data.
public enum QuantityMeasure: String, Codable, Sendable, CaseIterable {
    /// Fludarabine: AUC of one patient; the range of AUCs in a population; the share of infused patients below a limit
    case fludarabineAUC, fludarabineAUCInPopulation, fludarabineAUCBelow
    /// Cyclophosphamide: AUC of one dose; clearance after some hours over that at the start
    case cyclophosphamideAUC, cyclophosphamideInduction
    /// IL-15 on the day of infusion against CAR-T Cmax; Cmax in responders over that in others
    case interleukin15WithCmax, cmaxInRespondersOverOthers
    /// Tocilizumab in serum some days after the last of several doses
    case tocilizumabConcentration
    /// After the first tocilizumab: highest IL-6 over that before; CRP over that before; CRS resolved
    case interleukin6AfterTocilizumab, crpAfterTocilizumab, tocilizumabResponse
    /// An endpoint of the trial, by its name
    case endpoint
    /// Among patients with CRS; among those who were given it
    case tocilizumabUseInCRS, corticosteroidUseInCRS, dexamethasoneEquivalent
    /// An endpoint after bendamustine over that after the study's own lymphodepletion, in the same patients
    case bendamustineOverStudy
    /// Neutrophils that come back and fall again
    case biphasicNeutrophils
    /// Immunoglobulin: half-life without production; that at a low over that at a normal level; rise of the trough
    case immunoglobulinHalfLife, immunoglobulinHalfLifeWhenLow, immunoglobulinTroughRise
    /// B cells absent about day 30
    case bCellsAbsentDay30
    /// Hazard ratio of progression or death of a low against a high tumour burden
    case lowBurdenHazardRatio
    /// Share of the relapses that come early
    case earlyRelapses
    /// Hazard ratio of the end of response for a doubled Cmax; rank correlation of Cmax with response
    case cmaxDoublingHazardRatio, cmaxWithResponse
    /// Deaths by a day: of neurotoxicity; of infection without progression
    case neurotoxicityDeaths, infectionDeaths
    /// Odds ratio of severe CRS or ICANS for a doubled EASIX; CRS of grade 2 or more in a class of EASIX and ferritin
    case easixDoublingOddsRatio, easixFerritinClass
    /// CRS that begins after a day
    case crsAfter
    /// Not infused of those whose cells were collected
    case notInfusedAfterCollection
    /// Half-life of a myeloma marker when its source is gone
    case mProteinHalfLife, sBCMAHalfLife
    /// Cost per quality-adjusted life year from costs and years that a publication gives: arithmetic, no simulation
    case costEffectiveness

    /// What the measure rests on.
    public enum Basis: String, Codable, Sendable {
        /// Virtual patients of a trial
        case trial
        /// The body alone, given doses
        case body
        /// Published inputs, no simulation
        case arithmetic
    }

    /// What the measure rests on.
    public var basis: Basis {
        switch self {
        case .fludarabineAUC, .cyclophosphamideAUC, .cyclophosphamideInduction, .tocilizumabConcentration,
            .immunoglobulinHalfLife, .immunoglobulinHalfLifeWhenLow, .immunoglobulinTroughRise, .mProteinHalfLife,
            .sBCMAHalfLife:
            .body
        case .costEffectiveness: .arithmetic
        default: .trial
        }
    }

    /// Whether the quantity must name an endpoint.
    public var needsEndpoint: Bool { self == .endpoint || self == .bendamustineOverStudy }

    /// Whether the course of patients is looked at day by day.
    public var needsTraces: Bool {
        switch self {
        case .interleukin6AfterTocilizumab, .crpAfterTocilizumab, .tocilizumabResponse, .biphasicNeutrophils,
            .bCellsAbsentDay30:
            true
        default: false
        }
    }

    /// Numbers that the quantity must give, by name.
    public var inputs: [String] {
        switch self {
        case .fludarabineAUC: ["weight", "bodySurface", "clearance", "dosePerSquareMetre", "doses"]
        case .fludarabineAUCInPopulation: ["dosePerSquareMetre", "doses"]
        case .fludarabineAUCBelow: ["limit"]
        case .cyclophosphamideAUC: ["bodySurface", "dosePerSquareMetre"]
        case .cyclophosphamideInduction: ["weight", "dosePerKilogram", "hours"]
        case .tocilizumabConcentration: ["weight", "dosePerKilogram", "doses", "intervalDays", "daysAfterLast"]
        case .immunoglobulinHalfLife: ["start"]
        case .immunoglobulinHalfLifeWhenLow: ["low", "normal"]
        case .immunoglobulinTroughRise: ["weight", "dosePerKilogram", "intervalDays", "own"]
        case .lowBurdenHazardRatio: ["burden"]
        case .earlyRelapses, .neurotoxicityDeaths, .infectionDeaths, .crsAfter: ["day"]
        case .easixFerritinClass: ["class", "easix", "ferritin"]
        case .costEffectiveness: ["cost", "otherCost", "years", "otherYears"]
        default: []
        }
    }
}
