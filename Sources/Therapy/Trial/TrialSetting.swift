import Care
import Dynamics

/// What is the same for every patient of a trial: study, product, body, rules and seed.
public struct TrialSetting: Sendable {
    /// The study.
    public internal(set) var study: Study
    /// Its product.
    public internal(set) var product: Product
    /// The study's disease.
    public internal(set) var disease: Disease
    /// How covariates go together.
    public let covariates: CovariateLaw
    /// Numbers of the course that belong to no product, disease or study.
    public let course: CourseConstants
    /// The same without origins, for the simulation.
    let numbers: CourseNumbers
    /// The body model.
    public let body: Body
    /// The body's parameters here.
    public let parameters: BodyParameters
    /// The rules that manage toxicity.
    public internal(set) var guideline: Guideline
    /// The seed of the cohort.
    public var seed: UInt64 { source.seed }
    /// Where the cohort's random numbers come from.
    public internal(set) var source: RandomSource

    /// Instant of day 0 of every virtual patient: a fixed moment, so that equal patients have equal journals.
    public static let epoch = Instant(millisecondsSince1970: 1_736_157_600_000)  // 2025-01-06T10:00:00Z

    /// - Parameters:
    ///   - policy: how toxicity is managed, and what of the therapy it changes; nil for the study's own rules.
    ///   - fitted: what a calibration found; laid over the files.
    ///   - overrides: the user's own values; they win.
    ///   - drugs: labels whose prices stand in for those that the product's price list does not have.
    public init(
        study: Study, product: Product, disease: Disease, covariates: CovariateModel, course: CourseConstants,
        body: Body, base: [String: BodyParameter], policy: ManagementPolicy? = nil,
        fitted: FittedParameters = .none, overrides: [String: SourcedValue] = [:], drugs: [DrugLabel] = [],
        seed: UInt64
    ) throws(BodyParameters.Unknown) {
        var (study, product) = (study, product)
        policy?.design?.apply(to: &study, &product)
        product.prices += drugs.compactMap(\.price).filter { price in
            !product.prices.contains { $0.resource == price.resource }
        }
        self.study = study
        self.product = product.taking(fitted)
        self.disease = disease.taking(fitted)
        self.covariates = CovariateLaw(covariates)
        self.course = course
        numbers = CourseNumbers(course)
        self.body = body
        source = RandomSource(seed: seed)
        guideline = Guideline(policy: policy ?? study.management)
        parameters = try BodyParameters(
            body.program, base: base,
            layers: [
                .init(fitted: fitted.body),
                .init(values: disease.body, fitted: fitted.parameters(of: disease)),
                .init(
                    values: product.body,
                    fitted: (fitted.products[product.definition.id] ?? [:]).filter {
                        EvidenceNumber(rawValue: $0.key) == nil
                    }),
                .init(values: overrides),
            ],
            fittedBy: fitted.source, product: self.product)
    }

    /// The definition that decisions record.
    var productVersion: String { product.definition.nameAndVersion }

    /// The moment of a simulated day.
    func instant(of day: Double) -> Instant { Self.epoch.advanced(byDays: day) }

    /// The simulated day of a moment.
    func day(of instant: Instant) -> Double { instant.days(since: Self.epoch) }

    /// Identifier of one virtual patient's therapy.
    func chainOfIdentity(of index: Int) -> String { "SIM-\(study.id)-\(seed)-\(index)" }

    /// The kind of journal.
    func subject(of index: Int) -> SubjectKind { .simulated(study: study.id, seed: seed, patient: index) }

    /// What infections one patient has before infusion, whatever the dates of the product are.
    func waitingInfections(of patient: VirtualPatient) -> WaitingInfections {
        WaitingInfections(
            of: patient, factor: disease.rules.infections.value, hazards: numbers.hazards, source: source)
    }

    /// What a tumour burden means for one patient: the disease's values with their spread.
    func limits(of patient: VirtualPatient) -> BurdenLimits {
        var stream = source.stream(.disease, patient: patient.index)
        let rules = disease.rules
        return BurdenLimits(
            detectable: rules.detectable.draw(from: &stream), residual: rules.residual?.value,
            unfit: rules.unfit.draw(from: &stream), lethal: rules.lethal.draw(from: &stream))
    }
}

/// Burdens at which something happens to one patient, mL.
struct BurdenLimits: Sendable {
    let detectable: Double
    let residual: Double?
    let unfit: Double
    let lethal: Double
}

extension DesignChange {
    /// Changes the dose with its limits, by which the factory releases too, and lymphodepletion.
    func apply(to study: inout Study, _ product: inout Product) {
        if let doseFactor {
            study.dose.targetPerKilogram = study.dose.targetPerKilogram.map { $0 * doseFactor }
            study.dose.target = study.dose.target.map { $0 * doseFactor }
            study.dose.minimum *= doseFactor
            study.dose.cap *= doseFactor
            for index in product.process.releaseLimits.indices where product.process.releaseLimits[index].test == .dose
            {
                let limit = product.process.releaseLimits[index]
                product.process.releaseLimits[index].atLeast = limit.atLeast.map { $0 * doseFactor }
                product.process.releaseLimits[index].atMost = limit.atMost.map { $0 * doseFactor }
            }
        }
        if let lymphodepletion { study.lymphodepletion = lymphodepletion }
    }
}
