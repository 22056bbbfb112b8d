/// The order of entries that happened at one moment.
extension Event {
    /// Rank among entries of one moment. The signs stand before the orders and doses that answer them, and before the
    /// outcome that they led to; a step of the pathway (an infusion, an admission) stands before the signs taken then.
    var momentRank: UInt8 {
        switch self {
        case .vitalsTaken: 1
        case .neurologyAssessed: 2
        case .labReported: 3
        case .crsGraded: 4
        case .icansGraded: 5
        case .orderPlaced: 6
        case .orderStopped: 7
        case .drugGiven: 8
        case .responseAssessed, .progressionReported, .followUpVisited, .visitMissed, .registryFormSent,
            .replicationTested, .secondMalignancyReported, .careTransferred, .therapyCancelled, .died,
            .alertAcknowledged, .corrected:
            9
        default: 0
        }
    }

    /// Whether entries of this rank and of one moment are put in the order of their values. Of the others (a label
    /// printed and used, custody from hand to hand) the order of writing is the only evidence, and it is kept.
    static func isOrderedByValue(_ rank: UInt8) -> Bool { (1...8).contains(rank) }

    /// Whether, of two entries of one rank and moment, this one stands first.
    func standsBefore(_ other: Event) -> Bool {
        switch (self, other) {
        case (.labReported(let a), .labReported(let b)):
            (a.analyte.index, a.value, a.belowDetection ? 0 : 1) < (b.analyte.index, b.value, b.belowDetection ? 0 : 1)
        case (.vitalsTaken(let a), .vitalsTaken(let b)): a.ordinals.lexicographicallyPrecedes(b.ordinals)
        case (.neurologyAssessed(let a), .neurologyAssessed(let b)): a.ordinals.lexicographicallyPrecedes(b.ordinals)
        case (.crsGraded(let a), .crsGraded(let b)): a.grade < b.grade
        case (.icansGraded(let a), .icansGraded(let b)): a.grade < b.grade
        // Orders differ by their names; only two of one name are compared by all that they hold, which is slow.
        case (.orderPlaced(let a), .orderPlaced(let b)): a.id == b.id ? "\(a)" < "\(b)" : a.id < b.id
        case (.orderStopped(let a), .orderStopped(let b)): (a.id, a.reason) < (b.id, b.reason)
        case (.drugGiven(let a), .drugGiven(let b)):
            (a.drug.rawValue, a.amount, a.minutes, a.route?.rawValue ?? "")
                < (b.drug.rawValue, b.amount, b.minutes, b.route?.rawValue ?? "")
        default: false
        }
    }
}

extension VitalSigns {
    /// All fields as numbers, the unknown first.
    fileprivate var ordinals: [Double] {
        func ordinal(_ flag: Bool?) -> Double { flag.map { $0 ? 1 : 0 } ?? -1 }
        let support: Double =
            switch oxygen {
            case nil: -1
            case .roomAir: 0
            case .nasalCannula(let litres): 1 + litres / 1000
            case .highFlow: 2
            case .positivePressure: 3
            }
        return [
            temperature ?? -1, meanArterialPressure ?? -1, heartRate ?? -1, oxygenSaturation ?? -1, support,
            vasopressors.map(Double.init) ?? -1, ordinal(vasopressin), ordinal(fluidBolus), ordinal(otherCause),
        ]
    }
}

extension NeurologicalAssessment {
    /// All fields as numbers, the unknown first.
    fileprivate var ordinals: [Double] {
        [
            ice?.rawValue, capd, consciousness?.rawValue, seizure?.rawValue, focalWeakness.map { $0 ? 1 : 0 },
            oedema?.rawValue,
        ].map { $0.map(Double.init) ?? -1 }
    }
}
