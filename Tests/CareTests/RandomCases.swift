import Care

/// SplitMix64 (Steele, Lea and Flood 2014): repeatable cases for property tests.
struct RandomCases: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    private mutating func maybe<Value>(_ value: Value) -> Value? {
        Int.random(in: 0..<5, using: &self) == 0 ? nil : value
    }

    /// Oxygen support from least to most.
    static let oxygen: [OxygenSupport] = [
        .roomAir, .nasalCannula(litresPerMinute: 2), .nasalCannula(litresPerMinute: 6),
        .nasalCannula(litresPerMinute: 7), .highFlow, .positivePressure,
    ]

    /// Vital signs of which some may be unknown.
    mutating func vitals(complete: Bool = false) -> VitalSigns {
        let full = VitalSigns.set(
            Double(Int.random(in: 360...400, using: &self)) / 10,
            pressure: Double(Int.random(in: 50...90, using: &self)),
            saturation: Double(Int.random(in: 85...99, using: &self)),
            oxygen: Self.oxygen[Int.random(in: 0..<Self.oxygen.count, using: &self)],
            vasopressors: max(0, Int.random(in: -3...3, using: &self)), vasopressin: Bool.random(using: &self),
            fluids: Bool.random(using: &self))
        if complete { return full }
        return VitalSigns(
            temperature: maybe(36.0).flatMap { _ in full.temperature },
            meanArterialPressure: maybe(1).flatMap { _ in full.meanArterialPressure },
            heartRate: full.heartRate, oxygenSaturation: full.oxygenSaturation,
            oxygen: maybe(1).flatMap { _ in full.oxygen }, vasopressors: maybe(1).flatMap { _ in full.vasopressors },
            vasopressin: full.vasopressin, fluidBolus: full.fluidBolus)
    }

    /// The same signs, one of them worse.
    mutating func worse(than vitals: VitalSigns) -> VitalSigns {
        var worse = vitals
        switch Int.random(in: 0..<5, using: &self) {
        case 0: worse.temperature = vitals.temperature.map { min(43, $0 + Double.random(in: 0...3, using: &self)) }
        case 1:
            worse.meanArterialPressure = vitals.meanArterialPressure.map {
                $0 - Double.random(in: 0...20, using: &self)
            }
        case 2: worse.vasopressors = vitals.vasopressors.map { $0 + 1 }
        case 3: worse.fluidBolus = true
        default:
            if let now = vitals.oxygen, let index = Self.oxygen.firstIndex(of: now), index + 1 < Self.oxygen.count {
                worse.oxygen = Self.oxygen[index + 1]
            }
        }
        return worse
    }

    mutating func neurology() -> NeurologicalAssessment {
        typealias Assessment = NeurologicalAssessment
        return Assessment(
            ice: maybe(Int.random(in: 0...10, using: &self)).flatMap { ICEScore($0) },
            consciousness: maybe(Assessment.Consciousness.allCases[Int.random(in: 0..<4, using: &self)]),
            seizure: maybe(Int.random(in: 0..<10, using: &self) == 0 ? .brief : Assessment.Seizure.none),
            focalWeakness: maybe(false), oedema: maybe(Assessment.Oedema.none))
    }
}
