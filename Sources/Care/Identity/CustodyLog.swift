/// Who holds each bag and shipment, and since when: from hand to hand, with no gap.
public struct CustodyLog: Sendable, Equatable {
    /// One pair of hands.
    public struct Holding: Sendable, Equatable {
        /// Who; nil when it was not recorded.
        public var holder: Actor?
        /// Since when; nil for an event that is only proposed.
        public var since: Instant?
        /// Entry that says so.
        public var entry: Int?
    }
    /// Where something is.
    public enum Whereabouts: Sendable, Equatable {
        /// In somebody's hands, or in the store that they keep; nil when it was not recorded whose
        case held(by: Actor?)
        /// In a shipment that has not arrived, and who has that
        case underWay(shipment: String, holder: Actor?)
        /// Became part of a batch
        case inManufacture(batch: String)
        /// Given to the patient
        case infused
        /// Destroyed or locked away, failed or called back
        case ended(Genealogy.End.Fate)
    }
    /// A shipment: what was packed, and whether it arrived.
    public struct Parcel: Sendable, Equatable {
        /// What it holds.
        public var content: Shipment.Content
        /// Bags in it.
        public var items: [String]
        /// Entry of packing.
        public var packed: Int?
        /// When a good scan on arrival was recorded.
        public internal(set) var arrival: Holding?
    }

    /// Hands that each bag went through, first to last.
    public internal(set) var bags: [String: [Holding]] = [:]
    /// Hands that each shipment went through, first to last.
    public internal(set) var shipments: [String: [Holding]] = [:]
    /// Each shipment.
    public internal(set) var parcels: [String: Parcel] = [:]
    var ends: [String: Whereabouts] = [:]

    /// The shipment that a bag is in and that has not arrived.
    public func openShipment(of bag: String) -> String? {
        parcels.first { $0.value.arrival == nil && $0.value.items.contains(bag) }?.key
    }

    /// Who holds a bag or shipment now; a bag under way is held by whoever holds its shipment.
    public func holding(_ item: String) -> Holding? {
        if let chain = shipments[item] { return chain.last }
        if let shipment = openShipment(of: item) { return shipments[shipment]?.last }
        return bags[item]?.last
    }

    /// Where a bag is now; nil when this therapy does not know it.
    public func whereabouts(of bag: String) -> Whereabouts? {
        if let end = ends[bag] { return end }
        if let shipment = openShipment(of: bag) {
            return .underWay(shipment: shipment, holder: shipments[shipment]?.last?.holder)
        }
        return bags[bag]?.last.map { .held(by: $0.holder) }
    }

    /// Bags in a shipment beside those found when it was opened.
    public struct ArrivalComparison: Sendable, Equatable {
        /// Packed and not found.
        public var missing: [String]
        /// Found and not packed.
        public var unexpected: [String]
        /// Whether what was found is what was packed.
        public var agrees: Bool { missing.isEmpty && unexpected.isEmpty }
    }

    /// Compares what was found on opening with what was packed. A shipment that nobody packed holds nothing that is expected.
    public func compare(found: [String], with shipment: String) -> ArrivalComparison {
        let packed = parcels[shipment]?.items ?? []
        return ArrivalComparison(
            missing: packed.filter { !found.contains($0) },
            unexpected: found.enumerated().filter { index, bag in
                !packed.contains(bag) || found[..<index].contains(bag)
            }.map(\.element))
    }
}
