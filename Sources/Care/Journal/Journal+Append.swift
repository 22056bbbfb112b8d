/// Why an entry cannot stand in a journal.
public struct EntryFault: Error, Sendable, Equatable, CustomStringConvertible {
    /// Field at fault, as a path.
    public var field: String
    /// What is wrong.
    public var problem: String
    /// What to do about it.
    public var remedy: String

    /// Makes a fault.
    public init(field: String, problem: String, remedy: String) {
        self.field = field
        self.problem = problem
        self.remedy = remedy
    }

    /// Field, problem and remedy.
    public var description: String { "\(field): \(problem). \(remedy)" }
}

extension Journal {
    /// Adds an entry that was made elsewhere.
    /// - Throws: `EntryFault` if it cannot stand next in this journal; nothing is added then.
    public mutating func append(_ entry: Entry) throws(EntryFault) {
        if let fault = fault(in: entry) { throw fault }
        add(entry)
    }

    /// What keeps an entry from standing next in this journal.
    private func fault(in entry: Entry) -> EntryFault? { orderFault(entry) ?? kindFault(entry) ?? payloadFault(entry) }

    private func orderFault(_ entry: Entry) -> EntryFault? {
        if let submission = entry.submission, let first = self.entry(sentAs: submission) {
            return EntryFault(
                field: "submission", problem: "'\(submission)' is already written, as entry \(first)",
                remedy: "It was sent twice; nothing was written again and nothing is lost.")
        }
        let next = entries.count + 1
        if entry.sequence != next {
            return EntryFault(
                field: "sequence", problem: "\(entry.sequence) stands where \(next) belongs",
                remedy: "Entries are numbered from 1 without gaps; one is missing, repeated or out of order.")
        }
        if entry.recordedAt < entry.occurredAt {
            return EntryFault(
                field: "recordedAt", problem: "\(entry.recordedAt) is before occurredAt, \(entry.occurredAt)",
                remedy: "Nothing can be written down before it happened; check both times and their zones.")
        }
        if let last = entries.last, entry.recordedAt < last.recordedAt {
            return EntryFault(
                field: "recordedAt", problem: "\(entry.recordedAt) is before the last entry's, \(last.recordedAt)",
                remedy: "Entries stand in the order of writing; what happened earlier keeps its own occurredAt.")
        }
        return nil
    }

    /// Real, simulated and training entries never mix.
    private func kindFault(_ entry: Entry) -> EntryFault? {
        if case .simulated = subject {
            guard entry.simulatedDay == nil else { return nil }
            return EntryFault(
                field: "simulatedDay", problem: "it is missing in a simulated patient's journal",
                remedy: "Entries of real and of simulated patients are never put into one journal.")
        }
        guard entry.simulatedDay != nil else { return nil }
        return EntryFault(
            field: "simulatedDay", problem: "a simulated entry stands in the journal of a \(subject.words)",
            remedy: "Entries of real and of simulated patients are never put into one journal.")
    }

    private func payloadFault(_ entry: Entry) -> EntryFault? {
        if let wrong = entry.event.quantities.first(where: { !$0.isPlausible }) {
            return EntryFault(
                field: "payload.\(wrong.field)", problem: "\(wrong.value) cannot be a value in \(wrong.unit)",
                remedy: wrong.limits.upperBound < .greatestFiniteMagnitude
                    ? "From \(wrong.limits.lowerBound) to \(wrong.limits.upperBound) is possible; check the unit."
                    : "It is \(wrong.limits.lowerBound) or more; check the unit.")
        }
        switch entry.event {
        case .orderPlaced(let order): return doseFault(order.drug, unit: order.unit)
        case .drugGiven(let dose): return doseFault(dose.drug, unit: dose.unit)
        case .corrected(let correction) where !(1..<entry.sequence).contains(correction.sequence):
            return EntryFault(
                field: "payload.sequence", problem: "there is no earlier entry \(correction.sequence)",
                remedy: "A correction names the sequence number of an entry before it.")
        case .productOrdered(let order) where order.chainOfIdentity != therapy:
            return EntryFault(
                field: "payload.chainOfIdentity",
                problem: "'\(order.chainOfIdentity)' is not this therapy, '\(therapy)'",
                remedy: "The order belongs to another therapy; do not file it here.")
        default: return nil
        }
    }

    /// Rules compare amounts without converting them.
    private func doseFault(_ drug: Drug, unit: String) -> EntryFault? {
        guard unit != drug.unit else { return nil }
        return EntryFault(
            field: "payload.unit", problem: "'\(unit)' is not the unit of \(drug.rawValue) here, '\(drug.unit)'",
            remedy: "Convert the amount and give it in \(drug.unit).")
    }
}

extension SubjectKind {
    /// In words.
    var words: String {
        switch self {
        case .real: "real patient"
        case .training: "training patient"
        case .simulated: "simulated patient"
        }
    }
}
