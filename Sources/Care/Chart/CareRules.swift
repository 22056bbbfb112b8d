/// Where a patient belongs: home, ward or intensive care.
public enum CareRules {
    /// Hours for which vital signs and a neurological assessment speak for a patient who is to go home: ICE is tested
    /// twice a day in hospital, and the fever-free time is as long (assumed).
    private static let validHours = 24.0

    /// Whether a patient at home must come in: fever of 38.0 °C or more, CRS or ICANS, in the first 30 days.
    public static func needsAdmission(_ chart: Chart, at instant: Instant) -> Bool {
        guard chart.death == nil, chart.unit == nil, let day = chart.day(at: instant), day <= 30 else { return false }
        let isFebrile = (chart.latestVitals?.signs.temperature).map { $0 >= CRSAxes.fever } ?? false
        return isFebrile || chart.crsGrade >= .grade1 || chart.icansGrade >= .grade1
    }

    /// Whether a patient needs intensive care: CRS or ICANS of grade 3 or more (ASCO 2021).
    public static func needsIntensiveCare(_ chart: Chart) -> Bool {
        chart.crsGrade >= .grade3 || chart.icansGrade >= .grade3
    }

    /// Whether a patient may go home: not before the planned day (or the rule's own), long enough without fever and
    /// ICANS, no CRS, no oxygen, no vasopressor, no corticosteroid order (assumed; centres differ). What is unknown keeps
    /// the patient in, and so do vital signs or a neurological assessment more than a day old.
    public static func readyForDischarge(
        _ chart: Chart, at instant: Instant, earliestDay: Double, rule: DischargeRule = .usual
    ) -> Bool {
        guard chart.death == nil, chart.unit != nil, let day = chart.day(at: instant),
            day >= rule.earliestDay ?? earliestDay,
            let (signs, taken) = chart.latestVitals, instant.hours(since: taken) <= validHours,
            let assessed = chart.lastNeurologyAt, instant.hours(since: assessed) <= validHours,
            chart.crsGrade == .none, chart.icansGrade == .none, !chart.isOnCorticosteroid,
            signs.temperature != nil, signs.oxygen == .roomAir, signs.vasopressors == 0, signs.vasopressin != true
        else { return false }
        return chart.lastFever.map { instant.hours(since: $0) >= rule.feverFreeHours } ?? true
            && chart.icansEnd.map { instant.hours(since: $0) >= rule.icansFreeHours } ?? true
    }
}
