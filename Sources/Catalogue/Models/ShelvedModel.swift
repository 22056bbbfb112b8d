import Dynamics
import Therapy

/// A published model as it lies on the shelf: its page, its equations and the tables beside them.
public struct ShelvedModel: Sendable {
    /// What the page says.
    public let page: PublishedModel
    /// The SBML, as read.
    public let model: Model
    /// The SBML, ready to run.
    public let program: Program
    /// Tables of parameters beside the model, by file name.
    public let tables: [String: MemberTable]

    /// Runs the page's checks.
    public func runChecks() -> [CheckResult] { CheckRunner(page, model: model, tables: tables).run() }
}
