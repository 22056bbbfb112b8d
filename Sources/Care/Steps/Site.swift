/// What a centre's own registers and procedures say, where a journal and a label do not. What is nil, or not listed, is
/// unknown, and unknown is not pass.
public struct Site: Codable, Sendable, Equatable {
    /// Name of the centre.
    public var name: String
    /// Products for which the centre is qualified, each until when.
    public var products: [String: Instant]
    /// Workstations that are qualified, each until when.
    public var workstations: [String: Instant]
    /// Operators who are trained, each until when.
    public var operators: [String: Instant]
    /// Chain-of-identity identifiers in use for other therapies; nil not looked up.
    public var otherTherapies: Set<String>?
    /// Manufacturing slots that other therapies hold; nil not looked up.
    public var otherSlots: Set<String>?
    /// Days for which infectious disease markers hold before a collection. Rules differ (the EU's and the US's for donors,
    /// a manufacturer's own), so the centre says which it follows.
    public var markerDays: Double?
    /// Markers that must be there.
    public var requiredMarkers: [String]?
    /// Days for which a blood count speaks for the patient.
    public var countDays: Double?
    /// Fewest CD3+ cells in blood before a collection, 10⁶/L.
    public var minimumCD3: Double?
    /// Smallest volume of a collection, mL.
    public var minimumVolume: Double?
    /// Fewest CD3+ cells of all collections, 10⁹, where the label does not publish it.
    public var minimumCollectedCD3: Double?
    /// Fewest nucleated cells likewise, 10⁹.
    public var minimumCollectedNucleated: Double?
    /// Days of transit to the factory, planned.
    public var transitDays: Double?

    /// Makes the record; what is not given is unknown.
    public init(
        name: String, products: [String: Instant] = [:], workstations: [String: Instant] = [:],
        operators: [String: Instant] = [:], otherTherapies: Set<String>? = nil, otherSlots: Set<String>? = nil,
        markerDays: Double? = nil, requiredMarkers: [String]? = nil, countDays: Double? = nil,
        minimumCD3: Double? = nil, minimumVolume: Double? = nil,
        minimumCollectedCD3: Double? = nil, minimumCollectedNucleated: Double? = nil, transitDays: Double? = nil
    ) {
        self.name = name
        self.products = products
        self.workstations = workstations
        self.operators = operators
        self.otherTherapies = otherTherapies
        self.otherSlots = otherSlots
        self.markerDays = markerDays
        self.requiredMarkers = requiredMarkers
        self.countDays = countDays
        self.minimumCD3 = minimumCD3
        self.minimumVolume = minimumVolume
        self.minimumCollectedCD3 = minimumCollectedCD3
        self.minimumCollectedNucleated = minimumCollectedNucleated
        self.transitDays = transitDays
    }
}
