import Care

extension Actor {
    /// The simulator in the role that would act.
    static let coordinator = Actor(role: .coordinator, name: "simulator")
    /// As a nurse.
    static let nurse = Actor(role: .nurse, name: "simulator")
    /// As a physician.
    static let physician = Actor(role: .physician, name: "simulator")
    /// As the clinical laboratory.
    static let laboratory = Actor(role: .laboratory, name: "simulator")
    /// As quality assurance.
    static let quality = Actor(role: .quality, name: "simulator")
    /// As the factory.
    static let factory = Actor(role: .factory, name: "simulator")
    /// As a courier.
    static let courier = Actor(role: .courier, name: "simulator")
    /// As the centre's cell laboratory.
    static let cellLab = Actor(role: .cellLab, name: "simulator")
    /// As a pharmacist.
    static let pharmacist = Actor(role: .pharmacist, name: "simulator")
    /// As a data manager.
    static let dataManager = Actor(role: .dataManager, name: "simulator")
}
