import Catalogue
import Therapy

/// Hands out what is to be run: the settings of arms, and the body alone.
struct ValidationDesk {
    /// An arm that names what there is not.
    struct NoSuchArm: Error { let reason: String }

    let shelf: Shelf
    let body: Body
    let base: [String: BodyParameter]
    private let seed: UInt64

    init(_ shelf: Shelf, seed: UInt64) throws {
        self.shelf = shelf
        self.seed = seed
        body = try Setting.body(shelf)
        base = try shelf.bodyParameters()
    }

    /// - Throws: `NoSuchArm` if the study, the policy or bendamustine is not there; `CatalogueError` if a file is wrong.
    func setting(_ arm: VirtualArm) throws -> TrialSetting {
        guard shelf.studies.contains(arm.study) else { throw NoSuchArm(reason: "there is no study '\(arm.study)'") }
        if arm.bendamustine, body.bendamustineInput == nil {
            throw NoSuchArm(reason: "the body has no bendamustine")
        }
        if let policy = arm.policy, !shelf.policies.contains(policy) {
            throw NoSuchArm(reason: "there is no policy '\(policy)'")
        }
        let setting = try Setting.load(study: arm.study, seed: seed, policy: arm.policy, changes: [], shelf: shelf)
        return arm.bendamustine ? setting.afterBendamustine() : setting
    }
}
