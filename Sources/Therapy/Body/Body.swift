import Dynamics

/// The composed body model with the names that the course reads and acts on, checked once.
///
/// The course sees a body only through this: it reads what a nurse or a laboratory would measure (the observables),
/// and acts by doses. Hidden states are touched only to put cells or drug in.
public struct Body: Sendable {
    /// A name that the course needs and the model does not have.
    public struct MissingName: Error, CustomStringConvertible {
        /// Model looked at.
        public let model: String
        /// The missing identifier.
        public let name: String
        /// What it must be: a state, a parameter or an observable.
        public let role: String
        /// What is wrong and what would be right.
        public var description: String {
            "\(model): the body model has no \(role) '\(name)'. The course needs it; see Models/body/README.md."
        }
    }

    /// Observables, by what is measured.
    struct Readings: Sendable {
        let temperature, mapUnsupported, spo2RoomAir, ice: Int
        let carT, bCells, igg, alc, anc, platelets: Int
        let il6, crp, ferritin, ifng: Int
        let tumour, antigenNegativeShare: Int
        let mProtein, involvedFLC: Int
    }

    /// States that doses and bridging act on.
    struct Compartments: Sendable {
        let infused, memory, effector, exhausted: Int
        let dexamethasone, filgrastim, immunoglobulin, fludarabineExposure: Int
        let methylprednisolone, anakinraDepot, anakinra: Int
    }

    /// One clone of the tumour: the logarithm of its cells, whether it is alive, and how many cells it must be taken for
    /// when chance is counted in.
    struct Clone: Sendable {
        let logCells, alive, survivors: Int
    }

    /// Parameters that the course sets.
    struct Inputs: Sendable {
        let fludarabine, cyclophosphamide, tocilizumab, siltuximab, growth, copiesPerCell, normalFLC: Int
    }

    /// The compiled model.
    public let program: Program
    /// What computes its equations.
    public let backend: Backend
    let readings: Readings
    let compartments: Compartments
    let inputs: Inputs
    /// Clones of the tumour: with the antigen, with little of it, without it.
    let clones: [Clone]

    /// Binds a program.
    /// - Parameter backend: what computes its equations; it changes the speed and no digit.
    /// - Throws: `MissingName` for the first name that is not there.
    public init(_ program: Program, backend: Backend = .portable) throws(MissingName) {
        self.backend = backend
        func find(_ name: String, _ role: String, _ index: Int?) throws(MissingName) -> Int {
            guard let index else { throw MissingName(model: program.id, name: name, role: role) }
            return index
        }
        func observable(_ name: String) throws(MissingName) -> Int {
            try find(name, "observable", program.observable(name))
        }
        func state(_ name: String) throws(MissingName) -> Int { try find(name, "state", program.state(name)) }
        func parameter(_ name: String) throws(MissingName) -> Int {
            try find(name, "parameter", program.parameter(name))
        }
        self.program = program
        readings = Readings(
            temperature: try observable("temperature"), mapUnsupported: try observable("map_unsupported"),
            spo2RoomAir: try observable("spo2_room_air"), ice: try observable("ice"),
            carT: try observable("car_t"), bCells: try observable("b_cells"), igg: try observable("igg_total"),
            alc: try observable("alc"), anc: try observable("anc"), platelets: try observable("platelets"),
            il6: try observable("il6"), crp: try observable("crp"), ferritin: try observable("ferritin"),
            ifng: try observable("ifng"), tumour: try observable("tumour_total"),
            antigenNegativeShare: try observable("antigen_negative_share"),
            mProtein: try observable("m_protein"), involvedFLC: try observable("flc_involved"))
        compartments = Compartments(
            infused: try state("D"), memory: try state("M"), effector: try state("E"), exhausted: try state("X"),
            dexamethasone: try state("Adex"), filgrastim: try state("Agcsf"), immunoglobulin: try state("IgGx"),
            fludarabineExposure: try state("AUC_flu"),
            methylprednisolone: try state("Ampred"), anakinraDepot: try state("Adep"), anakinra: try state("Aana"))
        var clones: [Clone] = []
        for suffix in ["s", "l", "r"] {
            clones.append(
                Clone(
                    logCells: try state("L" + suffix), alive: try parameter("alive_" + suffix),
                    survivors: try observable("survivors_" + suffix)))
        }
        self.clones = clones
        inputs = Inputs(
            fludarabine: try parameter("R_flu"), cyclophosphamide: try parameter("R_cy"),
            tocilizumab: try parameter("R_toci"), siltuximab: try parameter("R_silt"), growth: try parameter("g"),
            copiesPerCell: try parameter("kappa"), normalFLC: try parameter("flcN"))
    }
}
