/// What became of every label: printed = used + voided + passed on + destroyed, and none left over.
/// Source: FACT-JACIE 8th edition, CM7.2.2.1, C7.2.2.1, D7.2.3.
public struct LabelAccount: Sendable, Equatable {
    /// One label.
    public struct Label: Sendable, Equatable {
        /// Serial number.
        public var serial: String
        /// Chain-of-identity identifier printed on it.
        public var chainOfIdentity: String
        /// What last became of it; `printed` while nothing is known since.
        public internal(set) var fate: LabelUse.Fate
        /// What it was put on.
        public internal(set) var item: String?
        /// Who printed it.
        public var printedBy: Actor?
        /// Entry of printing; nil when it was never recorded, or without a journal.
        public var printed: Int?
        /// Entry of its last fate.
        public internal(set) var entry: Int?
        /// Whether its printing was recorded.
        public var wasPrinted: Bool
    }

    /// All labels, in the order in which they were first named.
    public private(set) var labels: [Label] = []
    private var index: [String: Int] = [:]

    /// A label by its serial number.
    public subscript(serial: String) -> Label? { index[serial].map { labels[$0] } }

    /// Labels printed.
    public var printed: Int { labels.count { $0.wasPrinted } }
    /// Printed labels that ended in a fate. `printed` counts those of which nothing is known since.
    public func count(_ fate: LabelUse.Fate) -> Int { labels.count { $0.wasPrinted && $0.fate == fate } }
    /// Labels printed of which nothing is known since.
    public var unaccounted: [Label] { labels.filter { $0.wasPrinted && $0.fate == .printed } }
    /// Labels that turned up without having been printed here.
    public var unprinted: [Label] { labels.filter { !$0.wasPrinted } }
    /// Whether every label is accounted for.
    public var isReconciled: Bool { unaccounted.isEmpty && unprinted.isEmpty }
    /// Whether a label that was printed here, with this chain-of-identity identifier, was put on an item.
    public func isLabelled(_ item: String, chainOfIdentity: String) -> Bool {
        labels.contains {
            $0.wasPrinted && $0.fate == .used && $0.item == item && $0.chainOfIdentity == chainOfIdentity
        }
    }

    /// Takes a label's fate in.
    mutating func take(_ use: LabelUse, entry: Int?, by actor: Actor?) {
        if let place = index[use.serial] {
            labels[place].fate = use.fate
            labels[place].entry = entry
            if let item = use.item { labels[place].item = item }
            return
        }
        index[use.serial] = labels.count
        let isPrinted = use.fate == .printed
        labels.append(
            Label(
                serial: use.serial, chainOfIdentity: use.chainOfIdentity, fate: use.fate, item: use.item,
                printedBy: isPrinted ? actor : nil, printed: isPrinted ? entry : nil, entry: entry,
                wasPrinted: isPrinted))
    }
}
