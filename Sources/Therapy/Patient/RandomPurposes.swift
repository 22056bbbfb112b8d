import Dynamics

/// The streams that a virtual patient draws from. A name is for ever: changing it changes every patient.
extension RandomPurpose {
    static let covariates = RandomPurpose("covariates")
    static let logistics = RandomPurpose("logistics")
    static let apheresis = RandomPurpose("apheresis")
    static let manufacturing = RandomPurpose("manufacturing")
    static let bridging = RandomPurpose("bridging")
    static let measurement = RandomPurpose("measurement")
    static let assessment = RandomPurpose("assessment")
    static let infection = RandomPurpose("infection")
    static let waitingInfection = RandomPurpose("waiting infection")
    static let withdrawal = RandomPurpose("withdrawal")
    static let deathInCRS4 = RandomPurpose("death in CRS of grade 4")
    static let deathInICANS4 = RandomPurpose("death in ICANS of grade 4")
    static let backgroundDeath = RandomPurpose("background death")
    static let seizure = RandomPurpose("seizure")
    static let salvage = RandomPurpose("salvage")
    static let extinction = RandomPurpose("extinction")
    static let stay = RandomPurpose("stay")
    static let lastCells = RandomPurpose("last cells")
    static let immunoglobulinPractice = RandomPurpose("immunoglobulin practice")
    static let disease = RandomPurpose("disease")
    static let hyperinflammation = RandomPurpose("hyperinflammation")
    static let productFitness = RandomPurpose("product fitness")

    /// The stream of one body parameter.
    static func body(_ parameter: String) -> RandomPurpose { RandomPurpose("body." + parameter) }
}
