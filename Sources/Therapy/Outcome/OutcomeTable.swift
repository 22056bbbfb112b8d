import Care

/// The columns of `outcomes.csv`: name, unit, meaning, value. This list is the file's documentation as well.
public struct OutcomeColumn: Sendable {
    /// Name in the header.
    public let name: String
    /// UCUM unit; "" for words and flags, "1" for shares and counts.
    public let unit: String
    /// Meaning.
    public let meaning: String
    let text: @Sendable (Outcome) -> String

    init(_ name: String, _ unit: String, _ meaning: String, _ text: @escaping @Sendable (Outcome) -> String) {
        self.name = name
        self.unit = unit
        self.meaning = meaning
        self.text = text
    }
}

/// `outcomes.csv`: one row a patient, in the order of their indices.
public enum OutcomeTable {
    /// The header line.
    public static var header: String { columns.map(\.name).joined(separator: ",") }

    /// One patient's line.
    public static func row(_ outcome: Outcome) -> String {
        columns.map { $0.text(outcome) }.joined(separator: ",")
    }

    /// The whole file.
    public static func csv(_ outcomes: [Outcome]) -> String {
        var text = header + "\n"
        for outcome in outcomes {
            text += row(outcome)
            text += "\n"
        }
        return text
    }

    /// All columns, in order.
    public static let columns: [OutcomeColumn] = referral + product + toxicity + course + outcome

    private static let referral: [OutcomeColumn] = [
        .init("patient", "1", "Index of the patient in the cohort, from 0") { String($0.patient.index) },
        .init("screen_failures", "1", "Patients referred for this place who did not meet the criteria") {
            String($0.patient.screenFailures)
        },
        .init("age", "a", "Age at referral") { number($0.patient.age) },
        .init("sex", "", "female or male") { $0.patient.sex.rawValue },
        .init("weight_kg", "kg", "Body weight") { number($0.patient.weight) },
        .init("body_surface_m2", "m2", "Body surface area, Mosteller") { number($0.patient.bodySurface) },
        .init("ecog", "1", "ECOG performance status") { String($0.patient.ecog) },
        .init("prior_lines", "1", "Lines of systemic therapy before") { String($0.patient.priorLines) },
        .init("burden_screening_ml", "mL", "Tumour at enrolment; 1 mL is 1e9 cells") { number($0.patient.burden) },
        .init("ldh_u_per_l", "U/L", "Lactate dehydrogenase at enrolment") { number($0.patient.ldh) },
        .init("crp_mg_per_l", "mg/L", "C-reactive protein at enrolment") { number($0.patient.crp) },
        .init("ferritin_ng_per_ml", "ng/mL", "Ferritin at enrolment") { number($0.patient.ferritin) },
        .init("cd3_1e9_per_l", "10*9/L", "CD3+ cells at enrolment") { number($0.patient.cd3) },
        .init("eligible", "", "Met the inclusion criteria") { flag($0.eligible) },
    ]

    private static let product: [OutcomeColumn] = [
        .init("collections", "1", "Leukaphereses") { String($0.collections) },
        .init("cd3_collected_1e9", "10*9", "CD3+ cells collected") { number($0.cd3Collected) },
        .init("batches", "1", "Batches started") { String($0.batches) },
        .init("manufactured", "", "A product was released") { flag($0.manufactured) },
        .init("out_of_specification", "", "The product given was out of specification") {
            flag($0.outOfSpecification)
        },
        .init("car_positive", "1", "Share of product cells that bear the CAR") { number($0.carPositive) },
        .init("vector_copy_number", "1", "Vector copies per transduced cell") { number($0.vectorCopyNumber) },
        .init("viability", "1", "Viable share of product cells") { number($0.viability) },
        .init("memory_fraction", "1", "Memory-like share of product cells") { number($0.memoryFraction) },
        .init("infused", "", "Received CAR-T cells") { flag($0.infused) },
        .init("not_infused_reason", "", "Why not, if not") { outcome in
            outcome.diedWaiting ? "death" : outcome.notInfused?.rawValue ?? ""
        },
        .init("enrolment_to_infusion_days", "d", "Days from enrolment to infusion") { number($0.enrolmentToInfusion) },
        .init("vein_to_vein_days", "d", "Days from first leukapheresis to infusion") { number($0.veinToVein) },
        .init("burden_baseline_ml", "mL", "Tumour before lymphodepletion") { number($0.baselineBurden) },
        .init("dose_1e6_cells", "10*6", "CAR-positive viable T cells given") { number($0.dose) },
        .init("fludarabine_auc_mg_h_per_l", "mg.h/L", "Exposure to F-ara-A") { number($0.fludarabineAUC) },
    ]

    private static let toxicity: [OutcomeColumn] = [
        .init("car_t_cmax", "{cells}/uL", "Highest CAR-T count measured") { number($0.cmax) },
        .init("car_t_tmax_days", "d", "Day of the highest count") { number($0.tmax) },
        .init("car_t_auc_0_28", "{cells}.d/uL", "Area under the counts, days 0 to 28") { number($0.auc28) },
        .init("car_t_cmax_copies", "{copies}/ug", "Highest transgene count by qPCR") { number($0.cmaxCopies) },
        .init("car_t_auc_0_28_copies", "d.{copies}/ug", "Area under the qPCR counts, days 0 to 28") {
            number($0.auc28Copies)
        },
        .init("car_t_last_detected_days", "d", "Last day with CAR-T cells detected") { number($0.lastDetected) },
        .init("crs_grade", "1", "Highest CRS grade, ASTCT") { $0.crsPeak.map { String($0.rawValue) } ?? "" },
        .init("crs_grade_3_or_more_penn", "", "CRS of grade 3 or more by the Penn scale") { flag($0.pennSevere) },
        .init("crs_onset_days", "d", "Onset of CRS, days from infusion") { number($0.crsOnset) },
        .init("crs_duration_days", "d", "Days with CRS, first and last counted") { number($0.crsDuration) },
        .init("icans_grade", "1", "Highest ICANS grade, ASTCT") { $0.icansPeak.map { String($0.rawValue) } ?? "" },
        .init("icans_onset_days", "d", "Onset of ICANS, days from infusion") { number($0.icansOnset) },
        .init("icans_duration_days", "d", "Days with ICANS, first and last counted") { number($0.icansDuration) },
        .init("tocilizumab_doses", "1", "Doses of tocilizumab") { String($0.tocilizumabDoses) },
        .init("siltuximab_doses", "1", "Doses of siltuximab") { String($0.siltuximabDoses) },
        .init("anakinra_doses", "1", "Doses of anakinra") { String($0.anakinraDoses) },
        .init("dexamethasone_equivalent_mg", "mg", "Corticosteroid for toxicity, as dexamethasone") {
            number($0.dexamethasoneEquivalent)
        },
        .init("corticosteroid_for_crs", "", "Corticosteroid given for CRS") { flag($0.corticosteroidForCRS) },
        .init("corticosteroid_for_icans", "", "Corticosteroid given for ICANS") { flag($0.corticosteroidForICANS) },
        .init("il6_peak_pg_per_ml", "pg/mL", "Highest serum IL-6 measured") { number($0.peakInterleukin6) },
        .init("crp_peak_mg_per_l", "mg/L", "Highest CRP measured") { number($0.peakCRP) },
        .init("ferritin_peak_ng_per_ml", "ng/mL", "Highest ferritin measured") { number($0.peakFerritin) },
    ]

    private static let course: [OutcomeColumn] = [
        .init("hospital_days", "d", "Days in hospital from infusion on") { number($0.hospitalDays) },
        .init("intensive_care_days", "d", "Of these, in intensive care") { number($0.intensiveCareDays) },
        .init("neutrophil_nadir_1e9_per_l", "10*9/L", "Lowest neutrophils from infusion on") {
            number($0.neutrophilNadir)
        },
        .init("neutrophils_day_28_1e9_per_l", "10*9/L", "Neutrophils at day 28") { number($0.neutrophilsDay28) },
        .init("platelets_day_28_1e9_per_l", "10*9/L", "Platelets at day 28") { number($0.plateletsDay28) },
        .init("neutrophil_recovery", "", "quick, intermittent or aplastic (Rejeski 2021)") {
            $0.neutrophilRecovery?.rawValue ?? ""
        },
        .init("severe_infections", "1", "Infections of grade 3 or more, from infusion on") {
            String($0.severeInfections)
        },
        .init("severe_infections_waiting", "1", "Infections of grade 3 or more, from collection to infusion") {
            String($0.severeInfectionsWaiting)
        },
        .init("b_cell_aplasia_6_months", "", "B cells absent at 6 months") { flag($0.bCellAplasia6Months) },
        .init("b_cell_recovery_days", "d", "Day on which B cells were back") { number($0.bCellRecovery) },
        .init("igg_lowest_g_per_l", "g/L", "Lowest IgG from infusion on") { number($0.lowestIgG) },
        .init("immunoglobulin_doses", "1", "Infusions of immunoglobulin") { String($0.immunoglobulinDoses) },
    ]

    private static let outcome: [OutcomeColumn] = [
        .init("best_response", "", "Best response by the study's criteria") { $0.bestResponse?.rawValue ?? "" },
        .init("response_days", "d", "Day of the first objective response") { number($0.responseDay) },
        .init("progression_free_days", "d", "Days to progression or death, or to the last look") {
            number($0.progressionFree)
        },
        .init("progressed_or_died", "", "Whether that was an event") { flag($0.infused ? $0.progressed : nil) },
        .init("antigen_loss", "", "The tumour at progression had lost the antigen") { flag($0.antigenLoss) },
        .init("survival_days", "d", "Days from infusion to death, or to the last look") { number($0.survival) },
        .init("died", "", "Died") { flag($0.died) },
        .init("cause_of_death", "", "disease, crs, neurotoxicity, infection or other") {
            $0.causeOfDeath?.rawValue ?? ""
        },
        .init("cost_usd", "USD", "Cost by the product's price list") { number($0.cost) },
        .init("failure", "", "Numerical failure; the row is then left out of the endpoints") { quoted($0.failure) },
    ]

    private static func flag(_ value: Bool?) -> String { value.map { $0 ? "1" : "0" } ?? "" }

    /// Six significant digits: enough for every figure here, and the same text on every machine.
    static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "" }
        return SignificantDigits.text(value, digits: 6)
    }

    private static func quoted(_ text: String?) -> String {
        guard let text else { return "" }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}
