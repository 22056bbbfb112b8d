import Queueing

/// How a resource of the centre was used in the window.
public struct StationReport: Sendable, Equatable {
    /// Resources.
    public enum Resource: String, Codable, Sendable, CaseIterable {
        /// Slots a week
        case consult, collection
        /// Manufacturing slots a month
        case slot
        /// Beds
        case bed, intensiveCareBed
        /// Visits a week
        case clinic

        /// For people.
        public var label: String {
            switch self {
            case .consult: "First consults"
            case .collection: "Leukapheresis"
            case .slot: "Manufacturing slots"
            case .bed: "Beds"
            case .intensiveCareBed: "Intensive care beds"
            case .clinic: "Clinic visits"
            }
        }

        /// What its capacity counts.
        public var unit: String {
            switch self {
            case .consult, .collection, .clinic: "a week"
            case .slot: "a month"
            case .bed, .intensiveCareBed: "beds"
            }
        }
    }
    /// Which resource, and whose.
    public let resource: Resource, owner: String
    /// How much there is of it (see `Resource.unit`).
    public let capacity: Double
    /// Share that was used; above 1 where patients who cannot wait were taken beyond the capacity.
    public let utilisation: Double
    /// Mean number waiting, and the longest line.
    public let meanWaiting: Double, longestLine: Int
    /// Mean days of waiting of those who were served.
    public let meanWait: Double
    /// Served; left the line before; slots that came to nothing.
    public let served: Int, left: Int, wasted: Int
    /// Taken beyond the capacity; for the clinic, weeks with more visits than there is room for.
    public let beyond: Int
    /// Little's law, the worse of line and service; nil where nobody waits.
    public let law: LittlesLaw?
}
