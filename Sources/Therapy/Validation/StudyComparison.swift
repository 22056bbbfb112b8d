/// A study's published endpoints beside those of its virtual trial.
public struct StudyComparison: Sendable {
    /// Identifier of the study.
    public let study: String
    /// For people.
    public let title: String
    /// Fitted to, or judged by.
    public let role: StudyRole
    /// Virtual patients enrolled.
    public let patients: Int
    /// Of these infused.
    public let infused: Int
    /// Patients whose integration failed; they are in no endpoint.
    public let failures: Int
    /// One a published endpoint, in the order of `EndpointName`.
    public let endpoints: [EndpointComparison]

    /// Compares the outcomes of a study's virtual trial with what it published.
    public init(_ outcomes: [Outcome], study: Study) {
        let computed = Endpoints(outcomes, study: study)
        self.study = study.id
        title = study.title
        role = study.role
        patients = outcomes.count
        infused = computed.infused
        failures = outcomes.filter { $0.failure != nil }.count
        endpoints = EndpointName.allCases.compactMap { name in
            guard let simulated = computed.values[name.rawValue], let published = simulated.published else {
                return nil
            }
            return EndpointComparison(
                study: study.id, role: study.role, name: name, simulated: simulated, published: published)
        }
    }

    /// How many agree.
    public var agreement: Agreement { Agreement(endpoints) }
}

extension [StudyComparison] {
    /// How many endpoints agree over all studies of a role.
    public func agreement(of role: StudyRole) -> Agreement {
        Agreement(filter { $0.role == role }.flatMap(\.endpoints))
    }
}
