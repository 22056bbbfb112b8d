import Care
import Chain
import Crypto
import Foundation

/// What is to be appended, checked as far as it can be without the journal.
struct AppendRequest: Sendable {
    let drafts: [EntryDraft]
    let therapy: String
    let expecting: Int?
    let key: String?
    /// SHA-256 of what the request writes, claims and releases; not of the version that it expects, which is no content.
    let digest: String
    let claims: [Claim]
    let releases: [Claim]

    init(
        _ drafts: [EntryDraft], to therapy: String, expecting: Int?, key: IdempotencyKey?, claims: [Claim],
        releasing releases: [Claim], limits: RecordLimits
    ) throws(StoreError) {
        guard !drafts.isEmpty else {
            throw .refused(
                EntryFault(field: "entries", problem: "there are none", remedy: "Send at least one entry."))
        }
        guard drafts.count <= limits.entriesOfAppend else {
            throw .tooLarge(what: "entries", size: drafts.count, limit: limits.entriesOfAppend)
        }
        guard claims.count + releases.count <= limits.claims else {
            throw .tooLarge(what: "claims", size: claims.count + releases.count, limit: limits.claims)
        }
        for claim in claims + releases { try limits.check(identifier: claim.name, "claims.\(claim.kind.rawValue)") }
        if let key { try limits.check(identifier: key.value, "idempotency key") }
        self.drafts = drafts
        self.therapy = therapy
        self.expecting = expecting
        self.key = key?.value
        self.claims = claims
        self.releases = releases
        digest = key == nil ? "" : try Self.digest(drafts, therapy, claims, releases)
    }

    private static func digest(
        _ drafts: [EntryDraft], _ therapy: String, _ claims: [Claim], _ releases: [Claim]
    ) throws(StoreError) -> String {
        let journal = Journal(therapy: therapy, subject: .real)
        do {
            var hash = SHA256()
            // The therapy's length, so that no two requests are one text.
            hash.update(data: Data("\(therapy.utf8.count) \(therapy)\n".utf8))
            for (index, draft) in drafts.enumerated() {
                let entry = draft.entry(sequence: index + 1, recordedAt: draft.occurredAt, in: journal)
                hash.update(data: Data((try CanonicalJSON.text(entry) + "\n").utf8))
            }
            hash.update(data: Data((try CanonicalJSON.text([claims, releases])).utf8))
            return ChainHash.hex(hash.finalize())
        } catch {
            throw .refused(
                EntryFault(
                    field: "payload", problem: "it cannot be written as JSON",
                    remedy: "Leave out numbers that are none."))
        }
    }
}
