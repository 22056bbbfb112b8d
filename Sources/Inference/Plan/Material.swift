import Therapy

/// What a calibration reads, beside its plan.
public struct Material: Sendable {
    /// All studies that a fit may read, by identifier.
    public let all: [CalibrationStudy]
    /// Those that this fit reads.
    public let studies: [CalibrationStudy]
    /// The products of all these studies.
    public let products: [String: Product]
    /// Their diseases.
    public let diseases: [String: Disease]
    /// How covariates go together.
    public let covariates: CovariateModel
    /// Numbers of the course.
    public let course: CourseConstants
    /// The body model.
    public let body: Body
    /// Its parameters.
    public let base: [String: BodyParameter]

    /// An earlier fit at which this one begins; what is not fitted now stays at it. `none` for the files as they are.
    public let held: FittedParameters

    /// Gathers the material; every study's product and disease must be there.
    ///
    /// - Parameter selected: identifiers of the studies that are read; nil for all.
    public init(
        studies: [CalibrationStudy], selected: [String]? = nil, products: [String: Product],
        diseases: [String: Disease], covariates: CovariateModel, course: CourseConstants, body: Body,
        base: [String: BodyParameter], held: FittedParameters = .none
    ) {
        all = studies.sorted { $0.study.id < $1.study.id }
        self.studies = all.filter { selected?.contains($0.study.id) ?? true }
        self.products = products
        self.diseases = diseases
        self.covariates = covariates
        self.course = course
        self.body = body
        self.base = base
        self.held = held
    }

    /// Whether some studies are left aside, so that parameters of theirs are as well.
    var isPartial: Bool { studies.count < all.count }

    /// A study's setting under fitted values.
    func setting(_ index: Int, fitted: FittedParameters, seed: UInt64) throws -> TrialSetting {
        let study = studies[index].study
        guard let product = products[study.product], let disease = diseases[study.disease] else {
            throw Missing(study: study.id)
        }
        return try TrialSetting(
            study: study, product: product, disease: disease, covariates: covariates, course: course, body: body,
            base: base,
            fitted: fitted, seed: seed)
    }

    /// A study whose product or disease was not given.
    struct Missing: Error, CustomStringConvertible {
        let study: String
        var description: String { "the product or the disease of the study '\(study)' is missing" }
    }
}
