import Dynamics

/// The streams that a virtual patient draws from. A name is for ever: changing it changes every patient.
extension RandomPurpose {
    static let covariates = RandomPurpose("covariates")
    static let logistics = RandomPurpose("logistics")
    static let apheresis = RandomPurpose("apheresis")
    static let manufacturing = RandomPurpose("manufacturing")
    static let bridging = RandomPurpose("bridging")
    static let measurement = RandomPurpose("measurement")
    static let extinction = RandomPurpose("extinction")
    static let hazards = RandomPurpose("hazards")
    static let disease = RandomPurpose("disease")
    static let hyperinflammation = RandomPurpose("hyperinflammation")
    static let productFitness = RandomPurpose("product fitness")

    /// The stream of one body parameter.
    static func body(_ parameter: String) -> RandomPurpose { RandomPurpose("body." + parameter) }
}
