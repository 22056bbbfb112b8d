import Care
public import Catalogue
public import Records

extension CentreService {
    /// Fills a training centre that has no patients yet: twenty, at every stage.
    /// - Parameter report: told how many of how many are made.
    /// - Returns: how many were made; 0 if there were some.
    public func settleTraining(report: (Int, Int) -> Void = { _, _ in }) async throws -> Int {
        guard desk.realm == .training else { return 0 }
        return try await TrainingCentre(shop: desk.trials.shop, clock: desk.clock).settle(
            in: desk.store, report: report)
    }
}

extension CentreConfiguration {
    /// A training centre: made-up people, everything qualified.
    public static func training(centre: CentreID, shelf: Shelf) -> CentreConfiguration {
        var configuration = CentreConfiguration(centre: centre, realm: .training)
        configuration.issuer = TrainingCentre.issuer + "X"
        configuration.site = TrainingCentre.site(shelf.products, at: configuration.clock.now())
        return configuration
    }
}
