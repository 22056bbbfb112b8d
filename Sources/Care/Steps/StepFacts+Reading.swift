/// What several rules ask of the pathway.
extension StepFacts {
    /// The product's name as ordered, or the label's.
    var product: String? { orders.last?.value.product ?? label?.subject.product }

    /// The last batch that was started and did not fail.
    var batch: String? { batches.last { !isFailed($0.value.batch) }?.value.batch ?? chart.released?.batch }

    /// Whether a batch failed or was called back.
    func isFailed(_ batch: String) -> Bool { failures.contains { $0.value.batch == batch } }

    /// The release that stands for a batch.
    func release(of batch: String) -> Noted<Release>? { releases.last { $0.value.batch == batch } }

    /// Final bags of a batch, by number. A bag written twice counts as last written.
    func bags(of batch: String) -> [Noted<FinalBag>] {
        var bags: [String: Noted<FinalBag>] = [:]
        for bag in finalBags where bag.value.batch == batch { bags[bag.value.bag] = bag }
        return bags.values.sorted { ($0.value.number, $0.value.bag) < ($1.value.number, $1.value.bag) }
    }

    /// The final bag of this name.
    func finalBag(_ name: String) -> Noted<FinalBag>? { finalBags.last { $0.value.bag == name } }

    /// What became of a bag or batch that is not used, with evidence. Words alone, without evidence, are nothing.
    func disposal(of item: String) -> Noted<Disposal>? {
        disposals.last { $0.value.item == item && $0.value.evidence.contains { !$0.isWhitespace } }
    }

    /// Whether a bag ran in completely.
    func isInfused(_ bag: String) -> Bool { infusions.contains { $0.value.bag == bag } }

    /// The last dose of lymphodepletion before the first infusion.
    var lastLymphodepletion: Noted<DrugAdministration>? {
        drugs.last { dose in
            dose.value.drug.isLymphodepleting && (firstInfusion.map { dose.at < $0.at } ?? true)
        }
    }

    /// The first dose of the course of lymphodepletion to which that dose belongs: doses a week apart are two courses.
    var lymphodepletionStart: Noted<DrugAdministration>? {
        guard var first = lastLymphodepletion else { return nil }
        for dose in drugs.reversed() where dose.value.drug.isLymphodepleting && dose.at < first.at {
            guard first.at.days(since: dose.at) <= 7 else { break }
            first = dose
        }
        return first
    }

    /// The first infusion.
    var firstInfusion: Noted<Infusion>? { infusions.first }

    /// Body weight, kg, as last recorded.
    var weight: (value: Double, place: Noted<Referral>)? { referrals.last.map { ($0.value.weight, $0) } }

    /// An entry of a label that applies to this patient's disease: the one without indications, or the one whose
    /// indication is for the disease of the referral. Nil if there is none, or more than one.
    func applicable<Entry>(_ entries: [Entry]?, indications: (Entry) -> [String]?) -> Entry? {
        guard let entries else { return nil }
        let term = referrals.last?.value.disease
        let disease = term.map { Label.Disease(term: $0) }
        let mine = Set(
            (label?.version.indications ?? []).filter {
                $0.disease.rawValue.lowercased() == term?.lowercased() || $0.disease == disease && disease != .other
            }.map(\.id))
        let fitting = entries.filter { entry in
            indications(entry).map { !mine.isDisjoint(with: $0) } ?? true
        }
        return fitting.count == 1 ? fitting[0] : nil
    }

    /// The label's dose for this patient.
    var labelDose: Label.Dose? { applicable(label?.version.doses, indications: \.indications) }
    /// The label's lymphodepletion for this patient.
    var labelLymphodepletion: Label.Lymphodepletion? {
        applicable(label?.version.lymphodepletion, indications: \.indications)
    }

    /// Why a section of the label cannot be used.
    func missing(_ section: String) -> String {
        label.map { "the label \($0.nameAndVersion) does not state \(section) here" }
            ?? "no label is given, so \(section) is unknown"
    }
}

extension Double {
    /// As written in a reason: as many digits as the value has, up to six after the point.
    var asWritten: String {
        guard isFinite, abs(self) < 1e12 else { return "\(self)" }
        let rounded = (self * 1e6).rounded() / 1e6
        return rounded == rounded.rounded() ? "\(Int64(rounded))" : "\(rounded)"
    }
}

extension String {
    /// Letters and digits in small, so that `CD8+` and `cd8`, `Sterility test` and `sterilitytest` compare alike.
    var folded: String {
        // Names are compared at every stop of every chart, and nearly all are ASCII: no tables of Unicode for those.
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        for byte in utf8 {
            switch byte {
            case 0x30...0x39, 0x61...0x7A: bytes.append(byte)
            case 0x41...0x5A: bytes.append(byte | 0x20)
            case 0x80...: return String(lowercased().filter { $0.isLetter || $0.isNumber })
            default: continue
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
    /// Whether there is anything but space.
    var isBlank: Bool { !contains { !$0.isWhitespace } }
}

extension Instant {
    /// Whole days of the calendar from another moment to this one, each in its own zone: as labels count days.
    func calendarDays(since other: Instant) -> Int { Day(of: self).daysSince1970 - Day(of: other).daysSince1970 }
}
