/// Vector copies by cell and by CAR-positive cell: two different limits.
public enum VectorCopies {
    /// Copies per CAR-positive cell from copies per cell in bulk; nil if no cell is CAR-positive, or a number is none.
    /// 1.2 in bulk at 40 % CAR+ are 3.0.
    public static func perTransducedCell(bulk: Double, carPositive: Double) -> Double? {
        guard bulk.isFinite, carPositive > 0, carPositive <= 1 else { return nil }
        return bulk / carPositive
    }
}

/// One result of a certificate, read in the label's unit.
struct ReleaseResult: Sendable {
    var test: Certificate.Test

    /// Whether a test in words found what must not be there, or does not conform: it is written with the value 0 for
    /// negative (conforms), any other value for positive, and `passed` says the same.
    var isPositive: Bool { !test.passed || test.value != 0 }
}

extension Label.ReleaseTest.Test {
    /// In words.
    var words: String {
        switch self {
        case .viability: "viability"
        case .cd3: "CD3+ share"
        case .carPositive: "CAR+ share"
        case .vectorCopyNumber: "vector copy number"
        case .dose: "dose"
        case .endotoxin: "endotoxin"
        case .potency: "potency"
        case .residualBeads: "residual beads"
        case .residualTumour: "residual tumour cells"
        case .sterility: "sterility"
        case .gramStain: "Gram stain"
        case .mycoplasma: "mycoplasma"
        case .replicationCompetentVirus: "replication-competent virus"
        case .identity: "identity"
        case .appearance: "appearance"
        }
    }

    /// Tests whose failure no approval excuses.
    var isAboutSafety: Bool {
        [.sterility, .gramStain, .mycoplasma, .replicationCompetentVirus, .identity].contains(self)
    }
}

extension StepFacts {
    /// Name of a certificate's test for vector copies per cell in bulk; `vectorCopyNumber` itself is per transduced cell, as
    /// `Transduction` has it.
    static let bulkCopies = "vectorCopyNumberPerCell"

    /// Batches that have a certificate.
    var certificateBatches: [String] { Set(certificates.map(\.value.batch)).sorted() }

    /// The last result of a test by this name: a corrected certificate counts from its entry on.
    func result(named name: String, of batch: String) -> (ReleaseResult, Noted<Certificate>)? {
        for certificate in certificates.reversed() where certificate.value.batch == batch {
            if let test = certificate.value.tests.first(where: { $0.name.folded == name.folded }) {
                return (ReleaseResult(test: test), certificate)
            }
        }
        return nil
    }

    /// The last result of one of the label's tests.
    func result(_ test: Label.ReleaseTest.Test, of batch: String) -> (ReleaseResult, Noted<Certificate>)? {
        result(named: test.rawValue, of: batch)
    }

    /// The value of a numeric test in the label's unit, without any rounding; nil if it cannot be read so.
    func value(of test: Label.ReleaseTest, batch: String) -> (
        value: Double?, finding: String, place: Noted<Certificate>
    )? {
        if test.test == .vectorCopyNumber { return copies(for: test, batch: batch) }
        guard let (result, place) = result(test.test, of: batch) else { return nil }
        return (
            Self.convert(result.test, to: test.unit), "\(result.test.value.asWritten) \(result.test.unit)", place
        )
    }

    /// A value in the label's unit. Percent and share convert; nothing else does, and no unit is no unit.
    static func convert(_ test: Certificate.Test, to unit: String?) -> Double? {
        guard test.value.isFinite, let unit, !test.unit.isBlank else { return nil }
        if test.unit == unit { return test.value }
        if test.unit == "%", unit == "1" { return test.value / 100 }
        if test.unit == "1", unit == "%" { return test.value * 100 }
        return nil
    }

    private func copies(
        for test: Label.ReleaseTest, batch: String
    ) -> (value: Double?, finding: String, place: Noted<Certificate>)? {
        let share = result(.carPositive, of: batch).flatMap { Self.convert($0.0.test, to: "1") }
        let wanted = test.denominator ?? .transducedCell
        if let (bulk, place) = result(named: Self.bulkCopies, of: batch) {
            guard let copies = Self.convert(bulk.test, to: test.unit) else {
                return (nil, "\(bulk.test.value.asWritten) \(bulk.test.unit)", place)
            }
            if wanted == .cell { return (copies, "\(copies.asWritten) per cell", place) }
            let perCell = share.flatMap { VectorCopies.perTransducedCell(bulk: copies, carPositive: $0) }
            let finding = "\(copies.asWritten) in bulk at \(share.map { ($0 * 100).asWritten } ?? "?") % CAR+"
            return (perCell, perCell.map { "\(finding) = \($0.asWritten) per CAR+ cell" } ?? finding, place)
        }
        guard let (result, place) = result(.vectorCopyNumber, of: batch) else { return nil }
        let finding = "\(result.test.value.asWritten) \(result.test.unit) per CAR+ cell"
        guard let copies = Self.convert(result.test, to: test.unit) else { return (nil, finding, place) }
        if wanted == .transducedCell { return (copies, finding, place) }
        return (share.map { copies * $0 }, finding, place)
    }
}
