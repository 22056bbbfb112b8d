import Care
import Records
import Synchronization

/// The folds of the journals that are read and written now, so that a set of vital signs costs one entry and not the
/// journal. Whatever is kept here, what comes out is the fold of the journal that was asked about. All of them were read
/// from the store, so that each is durable.
final class FoldShelf: Sendable {
    private struct Folded {
        var found: VersionedJournal
        var fold: JournalFold
    }
    private let folds: Mutex<RecentlyUsed<String, Folded>>

    /// What a fold of few entries weighs, in entries.
    private static let least = 64

    /// - Parameter limit: most entries of the journals whose folds are kept, over all. A fold takes about 0.6 kB for each
    ///   entry of vital signs in its last hour, and little for the others.
    init(limit: Int = 400_000) { folds = Mutex(RecentlyUsed(limit: limit)) }

    /// The journal as it was found, or as somebody has found it later.
    func newest(_ found: VersionedJournal) -> VersionedJournal {
        guard let known = known(found.journal.therapy)?.found, known.version > found.version else { return found }
        return known
    }

    /// The fold of a journal, alerts by the label that its chart asks for.
    func fold(of found: VersionedJournal, label: (Chart) -> Label?) -> JournalFold {
        let known = known(found.journal.therapy)
        var fold = known?.fold.grown(to: found.journal) ?? JournalFold(of: found.journal)
        let label = label(fold.chart)
        if fold.label != label { fold = JournalFold(of: found.journal, label: label) }
        keep(Folded(found: found, fold: fold))
        return fold
    }

    /// Where the patient stood at a time. A journal that others have overtaken is folded for itself.
    func chart(of found: VersionedJournal, at instant: Instant) -> Chart {
        guard let known = known(found.journal.therapy), known.found.version <= found.version else {
            return Chart(of: found.journal, at: instant)
        }
        let fold = known.fold.grown(to: found.journal)
        keep(Folded(found: found, fold: fold))
        return fold.chart(at: instant)
    }

    private func known(_ therapy: String) -> Folded? { folds.withLock { $0.value(therapy) } }

    /// Keeps a fold, unless there is one that goes further.
    private func keep(_ folded: Folded) {
        let therapy = folded.found.journal.therapy
        folds.withLock { folds in
            if let other = folds.value(therapy), other.found.version > folded.found.version { return }
            folds.keep(folded, therapy, weight: Self.least + folded.found.version)
        }
    }
}
