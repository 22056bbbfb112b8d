import Care
import Catalogue
import Therapy

/// Hands out settings for many trials over one body, which is read and compiled once.
struct ValidationDesk {
    let shelf: Shelf
    let body: Body
    private let base: [String: BodyParameter]
    private let seed: UInt64

    init(_ shelf: Shelf, seed: UInt64) throws {
        self.shelf = shelf
        self.seed = seed
        body = try Setting.body(shelf)
        base = try shelf.bodyParameters()
    }

    func study(_ id: String) throws -> Study { try shelf.study(id) }

    func setting(_ study: Study, policy: ManagementPolicy? = nil) throws -> TrialSetting {
        try TrialSetting(
            study: study, product: shelf.product(study.product), disease: shelf.disease(study.disease), body: body,
            base: base, policy: policy, seed: seed)
    }
}
