public import Care

/// What an account's owner does in the centre; it decides what they may do here (`Permission.table`).
public enum AccountRole: String, Codable, Sendable, CaseIterable {
    /// Work of a treatment centre; the administrator keeps accounts and sees no patient
    case coordinator, nurse, physician, cellLab, quality, scientist, administrator

    /// In which role they act in a journal; nil: they write none.
    public var actingRole: Role? {
        switch self {
        case .coordinator: .coordinator
        case .nurse: .nurse
        case .physician: .physician
        case .cellLab: .cellLab
        case .quality: .quality
        case .scientist, .administrator: nil
        }
    }

    /// Further work that an administrator may entrust to an account of this role, by name: what comes from a partner
    /// without a system of its own is typed in by somebody here, and then says so.
    public var possibleDuties: Set<Role> {
        switch self {
        case .coordinator: [.dataManager, .registry, .payer]
        case .nurse: [.laboratory]
        case .physician: [.laboratory]
        case .cellLab: [.laboratory, .factory, .courier, .pharmacist]
        case .quality: [.qualifiedPerson]
        case .scientist, .administrator: []
        }
    }

    /// In words.
    public var title: String {
        switch self {
        case .coordinator: "Coordinator"
        case .nurse: "Nurse"
        case .physician: "Physician"
        case .cellLab: "Cell laboratory"
        case .quality: "Quality"
        case .scientist: "Scientist"
        case .administrator: "Administrator"
        }
    }
}
