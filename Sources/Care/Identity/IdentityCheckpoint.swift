/// A place on the way from referral to infusion where identifiers are read and compared. Each belongs to one of the twenty
/// steps.
public enum IdentityCheckpoint: String, Codable, Sendable, CaseIterable {
    /// The order names the therapy; one therapy, one product
    case order
    /// A label is printed, used, voided, passed on or destroyed
    case label
    /// Bedside of a leukapheresis: patient, chain of identity, donation, by two people
    case collection
    /// A collection bag is sealed
    case bagSealing
    /// A collection is counted
    case collectionCount
    /// Bags are frozen
    case freezing
    /// A shipment is packed; labels are reconciled
    case packOut
    /// Something passes from hand to hand
    case handOver
    /// A shipment arrives
    case arrival
    /// The factory accepts material: chain of identity, donation and batch
    case acceptance
    /// A workstation is cleared for one batch
    case lineClearance
    /// Manufacture begins
    case batchStart
    /// Vector or reagent goes in
    case lot
    /// Culture, transduction, harvest, deviations
    case culture
    /// A final bag is filled
    case finalBag
    /// The certificate names its batch
    case certificate
    /// Release, approvals, failure, recall
    case release
    /// The product is on site
    case readiness
    /// Band, cassette, bag, order and certificate, by two people
    case bedside
    /// A bag is thawed
    case thaw
    /// Cells begin to run
    case infusionStart
    /// Cells have run
    case infusionEnd
    /// Material is destroyed or locked away
    case disposal
    /// Somebody overrode a stop
    case override

    /// Number of the step in the table of twenty steps (5 is 5a, fresh, and 5b, frozen).
    public var step: String {
        switch self {
        case .order: "2"
        case .label: "4, 10"
        case .collection, .bagSealing, .collectionCount: "4"
        case .freezing: "5b, 10"
        case .packOut, .arrival, .handOver: "5, 12"
        case .acceptance, .lineClearance: "6"
        case .batchStart: "7"
        case .lot: "8"
        case .culture: "9, 10"
        case .finalBag: "10"
        case .certificate, .release: "11"
        case .readiness: "13"
        case .bedside, .thaw, .infusionStart, .infusionEnd: "15"
        case .disposal: "19"
        case .override: "1-19"
        }
    }

    /// Where the rule stands. Most are this project's own design; what comes from a label or a standard says so.
    public var source: String {
        switch self {
        case .bedside, .thaw, .infusionStart:
            "product labels: the patient's identity must match cassette and bag; two people and five readings: ours"
        case .label: "FACT-JACIE 8th edition, CM7.2.2.1, C7.2.2.1, D7.2.3: every label is accounted for"
        case .packOut: "ours, step \(step); labels: FACT-JACIE 8th edition, CM7.2.2.1, C7.2.2.1, D7.2.3"
        case .collection: "ours, step 4: two identifiers, chain of identity and donation number, read by two people"
        case .override: "ours: an identity stop is never overridden"
        default: "ours, step \(step) of the step table"
        }
    }

    /// Identifier of the hard stop that a finding here raises (for example `identity.bedside`).
    public var stop: String { "identity.\(rawValue)" }

    /// Whether a stop's identifier names an identity stop: `identity`, or `identity` and a word after any mark. Capitals do
    /// not matter, so that an override cannot slip through by its spelling.
    public static func isIdentityStop(_ stop: String) -> Bool {
        let word = stop.drop { !$0.isLetter }.prefix { $0.isLetter }
        return word.lowercased() == "identity"
    }
}
