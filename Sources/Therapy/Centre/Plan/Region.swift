import Dynamics

/// Where patients live, and how long the way is.
public struct Region: Codable, Sendable, Equatable {
    /// A town and the country around it.
    public struct Place: Codable, Sendable, Equatable {
        /// Name.
        public var name: String
        /// Where it is, km.
        public var x, y: Double
        /// Standard deviation of homes about it in either direction, km.
        public var spread: Double
        /// Share of the patients who live there (weights; they need not sum to one).
        public var share: Double
    }
    /// Length of the way by road as a multiple of the straight line.
    public var roadFactor: SourcedValue
    /// Mean speed, km/h.
    public var speed: SourcedValue
    /// Where people live.
    public var places: [Place]

    /// Where one patient lives.
    func home(from stream: inout RandomStream) -> Home {
        let place = places[stream.index(weights: places.map(\.share))]
        return Home(x: place.x + place.spread * stream.normal(), y: place.y + place.spread * stream.normal())
    }

    /// Kilometres by road to a site.
    func distance(from home: Home, to site: CentreSite) -> Double {
        let (x, y) = (site.x - home.x, site.y - home.y)
        return roadFactor.value * (x * x + y * y).squareRoot()
    }

    /// Hours one way.
    func hours(_ distance: Double) -> Double { distance / speed.value }
}

/// Where a patient lives, km.
public struct Home: Sendable, Equatable {
    /// Coordinates of the region.
    public var x, y: Double
}

/// Who must stay near the centre, for how long, and how many cannot.
public struct ProximityRule: Codable, Sendable, Equatable {
    /// Patients who live nearer than this, in hours one way, may stay at home.
    public var withinHours: SourcedValue
    /// Days after infusion for which the others must stay near.
    public var days: SourcedValue
    /// Of those who live farther away, the hazard of not being able to stay, per day of the stay asked for: the longer
    /// the stay, the more decline.
    public var declinePerDay: SourcedValue

    /// Probability that somebody who lives so far away cannot stay.
    func declines(hours: Double) -> Double {
        hours <= withinHours.value ? 0 : 1 - exponential(-declinePerDay.value * days.value)
    }
}
