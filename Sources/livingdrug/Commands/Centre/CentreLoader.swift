import Care
import Catalogue
import Foundation
import Therapy

/// Makes plans ready to run: studies, products, diseases and the body.
final class CentreLoader {
    private let shelf: Shelf
    private let body: Body
    private let base: [String: BodyParameter]
    private let fitted: FittedParameters
    private let covariates: CovariateModel
    private let course: CourseConstants
    private let drugs: [DrugLabel]
    /// Settings that were made, by what makes them; their place tells them apart.
    private var made: [(key: String, setting: TrialSetting)] = []

    init(_ shelf: Shelf) throws {
        self.shelf = shelf
        body = try Setting.body(shelf)
        base = try shelf.bodyParameters()
        fitted = try Setting.fitted(shelf)
        covariates = try shelf.covariates()
        course = try shelf.course()
        drugs = try shelf.drugs()
    }

    /// A plan with the setting of each of its services.
    func model(_ plan: CentrePlan, followUp: Double?) throws -> CentreModel {
        var settings: [TrialSetting] = []
        var identities: [Int] = []
        for service in plan.services {
            let changes = (service.changes ?? [:]).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            let key = ([service.study, "\(plan.steps.studyCriteria)"] + changes).joined(separator: " ")
            if !made.contains(where: { $0.key == key }) {
                made.append((key, try setting(service, plan, changes, followUp)))
            }
            guard let place = made.firstIndex(where: { $0.key == key }) else { continue }
            identities.append(place)
            settings.append(made[place].setting)
        }
        return CentreModel(plan: plan, settings: settings, identities: identities)
    }

    private func setting(
        _ service: CentreService, _ plan: CentrePlan, _ changes: [String], _ followUp: Double?
    ) throws -> TrialSetting {
        var study = try shelf.study(service.study)
        var product = try shelf.product(study.product)
        var disease = try shelf.disease(study.disease)
        var fitted = fitted
        for text in changes {
            let change = try Change(text)
            try change.apply(to: &study, &product, &disease, bodyParameters: [])
            fitted.products[product.definition.id]?[change.name] = nil
        }
        if !plan.steps.studyCriteria { study.inclusion = [] }
        if let followUp {
            study.followUpDays = min(study.followUpDays, followUp)
            study.response.days.removeAll { $0 > study.followUpDays }
        }
        return try TrialSetting(
            study: study, product: product, disease: disease, covariates: covariates, course: course, body: body,
            base: base, fitted: fitted, drugs: drugs, seed: 1)
    }
}
