import Care

/// A small hospital for tests: one infused patient, times in hours from infusion.
struct Bedside {
    static let infusion = Instant(millisecondsSince1970: 1_772_366_400_000)
    private(set) var chart: Chart

    /// A patient infused at hour 0.
    init(age: Double = 60, weight: Double = 70) {
        chart = Chart(therapy: "COI-1")
        apply(.referralReceived(.sample(age: age, weight: weight)), hour: -1000)
        apply(
            .infusionCompleted(
                Infusion(batch: "B1", carPositiveCells: 140, cellsPerKilogram: 2, minutesSinceThaw: 20)), hour: 0)
    }

    static func time(_ hour: Double) -> Instant { infusion.advanced(byDays: hour / 24) }

    mutating func apply(_ event: Event, hour: Double) { chart.apply(event, at: Self.time(hour)) }

    mutating func take(_ vitals: VitalSigns, hour: Double) { apply(.vitalsTaken(vitals), hour: hour) }

    mutating func give(_ drug: Drug, hour: Double) {
        apply(.drugGiven(DrugAdministration(drug: drug, amount: 1, unit: "mg", minutes: 0)), hour: hour)
    }

    /// An order that runs until it is stopped; its identifier is the drug's name.
    mutating func order(_ drug: Drug, _ milligrams: Double, every hours: Double, hour: Double) {
        apply(
            .orderPlaced(
                Order(
                    id: drug.rawValue, drug: drug, amount: milligrams, unit: "mg", intervalHours: hours, reason: "",
                    source: "")), hour: hour)
    }

    mutating func assess(_ neurology: NeurologicalAssessment, hour: Double) {
        apply(.neurologyAssessed(neurology), hour: hour)
    }

    mutating func report(_ analyte: Analyte, _ value: Double, hour: Double) {
        apply(.labReported(LabResult(analyte, value)), hour: hour)
    }

    func advice(hour: Double, policy: ManagementPolicy = .asco2021) -> [Recommendation] {
        Guideline(policy: policy).advice(for: chart, at: Self.time(hour))
    }

    /// What is proposed of a drug now, if anything.
    func proposal(_ drug: Drug, hour: Double, policy: ManagementPolicy = .asco2021) -> ProposedOrder? {
        advice(hour: hour, policy: policy).compactMap { recommendation -> ProposedOrder? in
            if case .order(let order) = recommendation, order.drug == drug { order } else { nil }
        }.first
    }
}

extension [Recommendation] {
    /// Whether nothing is proposed of a drug, and no order of it stopped (orders of `Bedside` bear the drug's name).
    func isFree(of drug: Drug) -> Bool {
        allSatisfy {
            switch $0 {
            case .order(let order): order.drug != drug
            case .stop(let id, _): id != drug.rawValue
            }
        }
    }
}

extension Referral {
    static func sample(age: Double = 60, weight: Double = 70) -> Referral {
        Referral(
            disease: "large B-cell lymphoma", age: age, sex: .female, weight: weight, height: 168, priorLines: 2,
            ecog: 1)
    }
}

extension VitalSigns {
    /// A complete set of a well patient, with what differs.
    static func set(
        _ temperature: Double = 36.8, pressure: Double = 85, saturation: Double = 97,
        oxygen: OxygenSupport = .roomAir, vasopressors: Int = 0, vasopressin: Bool = false, fluids: Bool = false,
        otherCause: Bool = false
    ) -> VitalSigns {
        VitalSigns(
            temperature: temperature, meanArterialPressure: pressure, heartRate: 90, oxygenSaturation: saturation,
            oxygen: oxygen, vasopressors: vasopressors, vasopressin: vasopressin, fluidBolus: fluids,
            otherCause: otherCause)
    }
}

extension NeurologicalAssessment {
    /// A complete assessment of a well adult, with what differs.
    static func adult(
        ice: Int = 10, _ consciousness: Consciousness = .spontaneous, seizure: Seizure = .none, weakness: Bool = false,
        oedema: Oedema = .none
    ) -> NeurologicalAssessment {
        NeurologicalAssessment(
            ice: ICEScore(ice), consciousness: consciousness, seizure: seizure, focalWeakness: weakness, oedema: oedema)
    }

    /// A complete assessment of a child under 12.
    static func child(
        capd: Int, _ consciousness: Consciousness = .spontaneous, seizure: Seizure = .none
    ) -> NeurologicalAssessment {
        NeurologicalAssessment(
            capd: capd, consciousness: consciousness, seizure: seizure, focalWeakness: false,
            oedema: NeurologicalAssessment.Oedema.none)
    }
}
