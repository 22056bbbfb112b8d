/// Tests that come in, or fail, after release; recalls.
extension AlertLog {
    mutating func watchPending(_ release: Release, _ entry: Entry) {
        memory.released[release.batch] = release.pending ?? []
        guard let pending = release.pending, !pending.isEmpty else { return }
        let draft = Draft(
            family: "pending-test/\(release.batch)",
            title: "Pending at release and not reported: \(pending.joined(separator: ", "))",
            owner: .quality, urgency: .today,
            reasons: [
                reason(
                    "released on condition", "\(Int(rules.pendingDays)) days", entry, "sterility takes 14 days; assumed"
                )
            ])
        set(
            "pending-test/\(release.batch)", at: entry.occurredAt.advanced(byDays: rules.pendingDays), .raise(draft))
    }

    /// A test that fails once the batch is released, or in the patient.
    mutating func watchLateTests(_ certificate: Certificate, _ entry: Entry) {
        guard memory.released[certificate.batch] != nil || chart.infusion?.batch == certificate.batch else { return }
        resolve(
            "pending-test/\(certificate.batch)", at: entry.occurredAt, why: "reported", entry: entry.sequence)
        for test in certificate.tests where !test.passed {
            let isSterility = ["steril", "mycoplasma", "gram", "endotoxin"].contains {
                test.name.lowercased().contains($0)
            }
            let given = chart.infusedAt != nil ? "after infusion" : "after release, before infusion"
            raise(
                Draft(
                    family: "late-test/\(certificate.batch)/\(test.name)",
                    title: "\(test.name) of batch \(certificate.batch) failed \(given)", owner: .physician,
                    urgency: isSterility ? .now : .today,
                    reasons: [
                        reason(
                            "\(test.name) \(test.value) \(test.unit)", test.limit, entry,
                            "conditional release: a late positive result is a recall", .read)
                    ]), at: entry.occurredAt)
        }
    }

    mutating func recalled(_ recall: Recall, _ entry: Entry) {
        for bag in memory.bags[recall.batch] ?? [] {
            resolve("expires/\(bag)", at: entry.occurredAt, why: "recalled", entry: entry.sequence)
        }
        raise(
            Draft(
                family: "recall/\(recall.batch)", title: "Batch \(recall.batch) is called back: \(recall.reason)",
                owner: .physician, urgency: .now,
                reasons: [reason(recall.reason, "any recall", entry, "step 19 of the pathway", .read)]),
            at: entry.occurredAt)
    }
}
