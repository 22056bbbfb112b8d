/// Step 17: late effects.
extension StopRule {
    static let irradiatedBlood = StopRule(
        "late.irradiated-blood", .late, against: [.transfusion],
        clearedBy: "order irradiated blood", override: .physician, perAct: true)
    static let liveVaccine = StopRule(
        "late.live-vaccine", .late, .warning, against: [.vaccination],
        clearedBy: "take an inactivated vaccine, or wait for immune recovery")
    static let neutrophils = StopRule(
        "late.neutrophils", .late, .warning, clearedBy: "look at growth factor and prophylaxis",
        source: RuleSource("CTCAE v5: grade 4 below 0.5×10⁹/L", .read))
    static let immunoglobulin = StopRule(
        "late.immunoglobulin", .late, .warning, clearedBy: "look at immunoglobulin replacement",
        source: RuleSource("4 g/L, as guidelines have it; they differ", .secondary))

    static let lateRules = [irradiatedBlood, liveVaccine, neutrophils, immunoglobulin]
}

extension StepFacts {
    /// Below these a count is looked at.
    private static let (leastNeutrophils, leastImmunoglobulin) = (0.5, 4.0)

    func lateStops() -> [Stop] {
        guard chart.infusedAt != nil else { return [] }
        return [
            low(.neutrophils, below: Self.leastNeutrophils, rule: .neutrophils, words: "neutrophils"),
            low(.immunoglobulinG, below: Self.leastImmunoglobulin, rule: .immunoglobulin, words: "IgG"),
        ].compactMap(\.self)
    }

    private func low(_ analyte: Analyte, below least: Double, rule: StopRule, words: String) -> Stop? {
        guard let (result, taken) = chart.latest(analyte), result.value < least else { return nil }
        let place = Pathway.Record(event: .labReported(result), at: taken, entry: chart.latestEntry(analyte))
        return rule.found(
            "\(words): \(result.value.asWritten) \(analyte.unit)", "below \(least.asWritten) \(analyte.unit)", in: place
        )
    }

    func lateObjections(to event: Event) -> [Stop] {
        switch event {
        case .transfused(let transfusion): bloodStops(transfusion)
        case .vaccinated(let vaccination) where vaccination.live: vaccineStops(vaccination)
        default: []
        }
    }

    /// From lymphodepletion on, cells of a donor must not be able to engraft. Plasma holds none.
    private func bloodStops(_ transfusion: Transfusion) -> [Stop] {
        guard let start = drugs.first(where: { $0.value.drug.isLymphodepleting }), transfusion.kind != .plasma else {
            return []
        }
        let rule = StopRule.irradiatedBlood
        let threshold = "irradiated from lymphodepletion on"
        let source = aftercare(.irradiatedBlood)
        return switch transfusion.irradiated {
        case true: []
        case false: [rule.found("\(transfusion.kind.words) not irradiated", threshold, in: start, source: source)]
        default:
            [
                rule.unknown(
                    "whether \(transfusion.kind.words) are irradiated is unknown", threshold, in: start, source: source)
            ]
        }
    }

    private func vaccineStops(_ vaccination: Vaccination) -> [Stop] {
        guard let start = drugs.first(where: { $0.value.drug.isLymphodepleting })
        else { return [] }
        return [
            StopRule.liveVaccine.found(
                "\(vaccination.vaccine) is a live vaccine", "none from lymphodepletion until immune recovery",
                in: start,
                source: aftercare(.liveVaccine))
        ]
    }

    private func aftercare(_ topic: Label.Aftercare.Topic) -> RuleSource? {
        label?.version.aftercare?.first { $0.topic == topic }.map { RuleSource($0) }
    }
}

extension Transfusion.Kind {
    /// In words.
    var words: String {
        switch self {
        case .redCells: "red cells"
        case .platelets: "platelets"
        case .plasma: "plasma"
        }
    }
}
