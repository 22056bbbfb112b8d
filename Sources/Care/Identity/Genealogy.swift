/// What was made from what under one therapy: donations, the bags collected in them, the batches made from those, the final
/// bags of each batch, and the infusions. Any number of each is normal.
public struct Genealogy: Sendable, Equatable {
    /// Generations, from the donor's vein to the patient's.
    public enum Generation: String, Sendable, CaseIterable {
        /// Donation (DIN), bag collected in it, batch made from a donation, bag of a batch, infusion of a bag
        case donation, collectionBag, batch, finalBag, infusion
    }
    /// One donation, bag, batch or infusion.
    public struct Item: Sendable, Hashable {
        /// What it is.
        public var generation: Generation
        /// Its identifier; of an infusion, the bag's, or the batch's where no bag was named.
        public var identifier: String

        /// Makes one.
        public init(_ generation: Generation, _ identifier: String) {
            self.generation = generation
            self.identifier = identifier
        }
    }
    /// What is known of an item.
    public struct Origin: Sendable, Equatable {
        /// Entry that names it first; nil without a journal.
        public var entry: Int?
        /// What it was made from.
        public fileprivate(set) var parents: [Item]
        /// Checks that stopped it, with their entries.
        public fileprivate(set) var stops: [Stop] = []
        /// What ended its use, if anything did.
        public fileprivate(set) var end: End?
    }
    /// A check that stopped an item.
    public struct Stop: Sendable, Equatable {
        /// Where.
        public var checkpoint: IdentityCheckpoint
        /// Entry.
        public var entry: Int?
    }
    /// What ended the use of an item.
    public struct End: Sendable, Equatable {
        /// What became of it.
        public enum Fate: String, Sendable { case infused, failed, recalled, destroyed, quarantined }
        /// What became of it.
        public var fate: Fate
        /// Entry.
        public var entry: Int?
    }

    private var origins: [Item: Origin] = [:]
    /// All items, in the order in which they were first named.
    public private(set) var items: [Item] = []

    /// What is known of an item; nil if it does not belong to this therapy.
    public subscript(item: Item) -> Origin? { origins[item] }

    /// The items of one generation, in order.
    public func items(_ generation: Generation) -> [Item] { items.filter { $0.generation == generation } }

    /// Everything that an item was made from, nearest first.
    public func ancestors(of item: Item) -> [Item] { reach(from: item) { origins[$0]?.parents ?? [] } }

    /// Everything that was made from an item, nearest first: whom a recall concerns.
    public func descendants(of item: Item) -> [Item] {
        reach(from: item) { parent in items.filter { origins[$0]?.parents.contains(parent) ?? false } }
    }

    /// The first stop on an item or on anything that it was made from, with the item that it stands on.
    public func stop(on item: Item) -> (item: Item, stop: Stop)? {
        for item in [item] + ancestors(of: item) {
            if let stop = origins[item]?.stops.first { return (item, stop) }
        }
        return nil
    }

    /// What ended the use of an item: its own end, or that of a final bag's batch. What it was collected from may be gone.
    public func end(of item: Item) -> (item: Item, end: End)? {
        let batches = item.generation == .finalBag ? origins[item]?.parents ?? [] : []
        for item in [item] + batches { if let end = origins[item]?.end { return (item, end) } }
        return nil
    }

    private func reach(from start: Item, next: (Item) -> [Item]) -> [Item] {
        var reached: [Item] = []
        var seen: Set<Item> = [start]
        var front = [start]
        while !front.isEmpty {
            front = front.flatMap(next).filter { seen.insert($0).inserted }
            reached += front
        }
        return reached
    }
}

extension Genealogy {
    /// Takes an item in, or adds parents to one that is known.
    mutating func add(_ item: Item, from parents: [Item] = [], entry: Int?) {
        if origins[item] == nil {
            items.append(item)
            origins[item] = Origin(entry: entry, parents: [])
        }
        for parent in parents where !(origins[item]?.parents.contains(parent) ?? true) {
            origins[item]?.parents.append(parent)
        }
    }

    /// Marks an item as stopped.
    mutating func stop(_ item: Item, at checkpoint: IdentityCheckpoint, entry: Int?) {
        let stop = Stop(checkpoint: checkpoint, entry: entry)
        if origins[item]?.stops.contains(stop) == false { origins[item]?.stops.append(stop) }
    }

    /// Marks an item as ended. The first end stands.
    mutating func end(_ item: Item, _ fate: End.Fate, entry: Int?) {
        if origins[item]?.end == nil { origins[item]?.end = End(fate: fate, entry: entry) }
    }
}
