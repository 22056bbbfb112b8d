import Care
import Queueing

/// One run of a centre: everybody who was referred in the window, and how the resources were used.
public struct CentreRun: Sendable {
    /// The seed of its patients.
    public let seed: UInt64
    /// Patients referred in the window, by day of referral.
    public let patients: [CentrePatient]
    /// Resources.
    public let stations: [StationReport]
    /// What happened, in order; empty unless it was asked for.
    public let events: [CentreEvent]
    /// Length of the window, days.
    public let days: Double

    init(_ simulation: CentreSimulation) {
        seed = simulation.model.seed
        patients = simulation.patients.values.filter(simulation.isCounted)
            .sorted { ($0.referred, $0.index) < ($1.referred, $1.index) }
        stations = simulation.stations
        events = simulation.events
        days = simulation.plan.time.end - simulation.plan.time.start
    }

    /// The largest error of Little's law in any line of the run, as a share.
    public var worstLittle: Double { stations.compactMap { $0.law?.error }.max() ?? 0 }
}

extension CentrePatient {
    /// Days that a stage took; nil if it was not gone through to its end.
    public func days(of stage: CentreStage) -> Double? {
        let (start, end): (Double?, Double?) =
            switch stage {
            case .consult: (referred, consulted)
            case .approval: (consulted, approved)
            case .slot: (approved, slotted)
            case .collection: (slotted, collected)
            case .manufacture: (collected, arrived)
            case .bed: (arrived, promised)
            case .lymphodepletion: (promised, infused)
            }
        guard let start, let end else { return nil }
        return end - start
    }

    /// Whether the patient was infused.
    public var isInfused: Bool { fate == .infused }

    /// Whether an objective response was seen.
    public var hasResponded: Bool { isInfused && outcome?.bestResponse?.isObjective == true }

    /// Whether a complete response was seen.
    public var hasCompleteResponse: Bool { isInfused && outcome?.bestResponse?.isComplete == true }

    /// Days from collection to infusion.
    public var veinToVein: Double? { isInfused ? infused.flatMap { end in collected.map { end - $0 } } : nil }

    /// Days from referral to infusion.
    public var referralToInfusion: Double? { isInfused ? infused.map { $0 - referred } : nil }
}
