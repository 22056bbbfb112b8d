/// One thing that somebody may or may not do here.
public enum Permission: String, Codable, Sendable, CaseIterable {
    /// See who is on the board; a chart and its journal
    case listPatients, readChart
    /// Open a journal; append to one. What may be appended by whom is a matter of `Event.roles`, too
    case openJournal, appendEntries
    /// Take a journal of another system in; give a journal away
    case importRecords, exportRecords
    /// Post results and vital signs as FHIR Observations
    case postObservations
    /// Run virtual trials and see their results
    case runTrials, readTrials
    /// Hold a patient against the labels; the page for patient and family
    case assessEligibility, readExpectations
    /// Products, labels, studies, models
    case readEvidence
    /// Walk the hash chains
    case verifyRecords
    /// Confirm another person's act with one's own name
    case countersign
    /// API tokens of one's own; of everybody
    case manageOwnTokens, manageTokens
    /// Accounts; the record of who read and wrote what
    case manageAccounts, readAccessLog
}

extension Permission {
    /// Who may do what: the one place where it stands. Least privilege: an administrator keeps accounts and sees no
    /// patient; a scientist sees virtual patients only; quality reads everything and writes what quality writes.
    public static let table: [Permission: Set<AccountRole>] = [
        .listPatients: clinical,
        .readChart: clinical,
        .openJournal: [.coordinator, .physician],
        .appendEntries: clinical,
        .importRecords: [.coordinator, .quality],
        .exportRecords: [.coordinator, .physician, .quality],
        .postObservations: [.nurse, .physician, .cellLab],
        .runTrials: [.physician, .scientist],
        .readTrials: [.coordinator, .physician, .quality, .scientist],
        .assessEligibility: [.coordinator, .nurse, .physician, .quality, .scientist],
        .readExpectations: clinical.union([.scientist]),
        .readEvidence: Set(AccountRole.allCases),
        .verifyRecords: [.quality, .administrator],
        .countersign: clinical,
        .manageOwnTokens: Set(AccountRole.allCases),
        .manageTokens: [.administrator],
        .manageAccounts: [.administrator],
        .readAccessLog: [.quality, .administrator],
    ]

    /// Those who look after patients.
    private static let clinical: Set<AccountRole> = [.coordinator, .nurse, .physician, .cellLab, .quality]

    /// Whether a role has it. What the table does not name nobody may do.
    public func isGranted(to role: AccountRole) -> Bool { Self.table[self]?.contains(role) ?? false }
}

extension AccountRole {
    /// All that the role may do.
    public var permissions: Set<Permission> { Set(Permission.allCases.filter { $0.isGranted(to: self) }) }
}
