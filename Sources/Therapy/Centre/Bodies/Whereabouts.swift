/// Where a patient was from admission on, and when they were seen: what a centre's beds and clinic need to know.
/// Days from infusion.
public struct Whereabouts: Sendable, Equatable {
    /// Where a patient can be.
    public enum Place: String, Sendable, Codable { case ward, intensiveCare, home, gone }
    /// A move to a place.
    public struct Move: Sendable, Equatable {
        /// Day from infusion.
        public var day: Double
        /// Where to.
        public var place: Place
    }
    /// Moves, in order.
    public internal(set) var moves: [Move] = []
    /// Days of visits to the clinic.
    public internal(set) var visits: [Double] = []

    mutating func move(to place: Place, day: Double) {
        guard moves.last?.place != place else { return }
        moves.append(Move(day: day, place: place))
    }
}
