/// What has been decided to happen later in one patient's course, in order of time; ties keep the order in which they
/// were added.
struct Agenda<Item> {
    private var items: [(time: Double, item: Item)] = []

    /// When the next thing is due, or nil.
    var next: Double? { items.last?.time }

    /// Adds something.
    mutating func add(_ item: Item, at time: Double) {
        // Kept latest first, so that taking the next one is cheap.
        let position = items.firstIndex { $0.time <= time } ?? items.endIndex
        items.insert((time, item), at: position)
    }

    /// Takes the next thing that is due by `time`, or nil.
    mutating func take(dueBy time: Double) -> Item? {
        guard let last = items.last, last.time <= time else { return nil }
        return items.removeLast().item
    }

    /// Drops everything that matches.
    mutating func remove(where matches: (Item) -> Bool) { items.removeAll { matches($0.item) } }
}
