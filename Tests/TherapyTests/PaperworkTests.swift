import Care
import Catalogue
import Foundation
import Testing
import Therapy

/// A virtual patient's journal is a centre's journal: the rules of the steps, the chain of identity and the search for
/// doubts read it as they read any other.
@Suite struct PaperworkTests {
    static let patients = 5

    /// The studies to which the simulator is fitted.
    static let studies: [String] = {
        guard let shelf = try? Shelf(root: Shipped.root) else { return [] }
        return shelf.studies.filter { (try? shelf.study($0))?.role == .calibration }
    }()

    @Test func `eight studies or more are looked at`() { #expect(Self.studies.count >= 8) }

    @Test(arguments: PaperworkTests.studies)
    func `rules, identity and doubts find nothing in five virtual journals but what the course really was`(
        study: String
    ) throws {
        let labels = try Shelf(root: Shipped.root).labels()
        let setting = try Shipped.setting(study)
        let label = try #require(Self.label(for: setting, in: labels))
        for index in 0..<Self.patients {
            let journal = Trial(setting).patient(index).journal
            let chart = Chart(of: journal)
            #expect(chart.identityFindings.isEmpty, "\(study) \(index): \(chart.identityFindings.map(\.finding))")
            #expect(journal.doubts.isEmpty, "\(study) \(index): \(journal.doubts.map(\.line))")
            for audited in StepRules.audit(journal, site: Self.site(setting, journal), label: { _ in label }) {
                for stop in audited.stops where !Self.isExplained(stop, journal, setting) {
                    Issue.record(
                        """
                        \(study) \(index), entry \(audited.entry.sequence) \(audited.entry.event.type) on day \
                        \(audited.entry.simulatedDay ?? .nan): \(stop.severity) \(stop.id): \(stop.finding)
                        """)
                }
            }
        }
    }

    @Test(arguments: PaperworkTests.studies)
    func `an infused patient's journal holds every paper, and its bags hold what the outcome counts`(
        study: String
    ) throws {
        let setting = try Shipped.setting(study)
        var infused = 0
        for index in 0..<Self.patients {
            let (journal, outcome) = Trial(setting).patient(index)
            guard outcome.infused else { continue }
            infused += 1
            let types = Set(journal.entries.map(\.event.type))
            let missing = Set(Self.papers).subtracting(types)
            #expect(missing.isEmpty, "\(study) \(index): \(missing)")
            let given = journal.entries.compactMap { entry -> Infusion? in
                if case .infusionCompleted(let infusion) = entry.event { infusion } else { nil }
            }
            let cells = given.map(\.carPositiveCells).reduce(0, +)
            let dose = try #require(outcome.dose)
            #expect(abs(cells - dose) <= 1e-9 * dose, "\(study) \(index): \(cells) in bags, \(dose) given")
            #expect(given.allSatisfy { $0.bag != nil })
            #expect(Set(given.map(\.bag)).count == given.count)
            // What happened and what was written go forward together.
            for (a, b) in zip(journal.entries, journal.entries.dropFirst()) {
                #expect(a.occurredAt <= b.occurredAt && a.recordedAt <= b.recordedAt, "\(b.sequence)")
                #expect(b.occurredAt <= b.recordedAt)
            }
            #expect(try Journal(ndjson: journal.ndjson(), file: nil) == journal)
        }
        #expect(infused > 0)
    }

    /// Kinds of paper that every infused patient's journal holds.
    static let papers: [EventType] = [
        .coverageVerified, .slotChanged, .washoutChecked, .infectiousMarkersReported, .labelUsed, .collectionStarted,
        .bagSealed, .collectionCounted, .packedOut, .custodyTransferred, .temperatureLogged, .materialAccepted,
        .lineCleared, .lotUsed, .cultureCounted, .bagFilled, .materialFrozen, .readinessConfirmed, .fitnessChecked,
        .identityVerified, .thawStarted, .thawEnded, .infusionStarted, .replicationTested,
    ]

    @Test func `a product of two parts runs in in its order, and a split dose by its bags and days`() throws {
        let liso = Trial(try Shipped.setting("transcend-nhl-001"))
        let obe = Trial(try Shipped.setting("felix-label"))
        func bags(_ journal: Journal) -> [(part: String?, day: Double)] {
            var parts: [String: String?] = [:]
            var given: [(String?, Double)] = []
            for entry in journal.entries {
                if case .bagFilled(let bag) = entry.event { parts[bag.bag] = .some(bag.component) }
                if case .infusionCompleted(let infusion) = entry.event, let bag = infusion.bag {
                    given.append((parts[bag] ?? nil, entry.simulatedDay ?? .nan))
                }
            }
            return given
        }
        var (pairs, splits) = (0, 0)
        for index in 0..<Self.patients {
            let pair = bags(liso.patient(index).journal)
            if !pair.isEmpty {
                pairs += 1
                #expect(pair.map { $0.part } == ["CD8", "CD4"])
                #expect(pair[0].day == 0 && pair[1].day > 0 && pair[1].day < 0.1)
            }
            let split = bags(obe.patient(index).journal)
            guard let first = split.first else { continue }
            splits += 1
            #expect(first.part == "orange" || first.part == "blue")
            #expect(split.count == 1 || split.last?.part == "red")
            #expect(split.count == 1 || split.count == 3 && split[1].day >= 9)
        }
        #expect(pairs > 0 && splits > 0)
    }

    /// The first US label for the study's disease: the one to which such a study leads. Later ones have further
    /// indications with doses of their own, between which a journal does not tell.
    static func label(for setting: TrialSetting, in book: LabelBook) -> Label? {
        let disease = Label.Disease(term: setting.disease.title)
        let history = book.histories.first {
            $0.subject.jurisdiction == .us && $0.subject.product == setting.study.product
        }
        guard let history else { return nil }
        return history.versions.map { Label(subject: history.subject, version: $0) }
            .first { $0.version.indications?.contains { $0.disease == disease } ?? false }
    }

    /// What the registers of the simulated centre say.
    static func site(_ setting: TrialSetting, _ journal: Journal) -> Site {
        let transits = journal.entries.compactMap { entry -> Double? in
            guard case .packedOut(let pack) = entry.event, pack.content == .startingMaterial else { return nil }
            return pack.transitDays
        }
        let later = TrialSetting.epoch.advanced(byDays: 9000)
        return Site(
            name: "simulated", products: [setting.study.product: later], workstations: ["WS-1": later],
            operators: ["simulator": later], otherTherapies: [], otherSlots: [], markerDays: 30,
            requiredMarkers: ["HBsAg", "anti-HBc", "anti-HCV", "anti-HIV 1/2", "syphilis"], countDays: 7,
            minimumCD3: 0, minimumCollectedCD3: setting.product.process.collectionMinimum.value,
            transitDays: transits.min())
    }

    /// What may stand although every paper is written, each because the simulated course is so.
    static func isExplained(_ stop: Stop, _ journal: Journal, _ setting: TrialSetting) -> Bool {
        let isOutOfSpecification = journal.entries.contains {
            if case .batchReleased(let release) = $0.event { !release.inSpecification } else { false }
        }
        let hasDeviation = journal.entries.contains { $0.event.type == .deviationRaised }
        return switch (stop.rule, stop.severity) {
        // The simulator names its own definition of the product, not a label's version: it reads no labels.
        case ("order.label-version", .warning): true
        // Marrow decides which bag of a split dose is first, and no entry holds the blasts.
        case ("infusion.split", .warning): setting.study.dose.split != nil
        // Counts scatter about what the blood let expect.
        case ("leukapheresis.yield", .warning): true
        // A culture that grows too slowly is harvested all the same, at the longest.
        case ("expansion.forecast", .warning): true
        // Too many copies are seen before the release test says so.
        case ("transduction.vector-copies", .warning): true
        // The factory's minimum was missed after three days of collection and the batch was made all the same: the
        // simulator's rule, a major deviation, which is weighed at release.
        case ("expansion.deviation", .warning): hasDeviation
        case ("leukapheresis.minimum", .stop): hasDeviation || isBelowLabelMinimum(stop, setting)
        // The first label of axi-cel says nothing of wash-outs: unknown is not pass, and the rule is right to say so.
        case ("pre-collection.washout", .stop), ("lymphodepletion.washout", .stop), ("infusion.washout", .stop):
            stop.isUnknown
        // All approvals are written, so the limit only warns, and so does the low dose that it was about.
        case ("release.limit", .warning), ("infusion.dose-range", .warning): isOutOfSpecification
        default: false
        }
    }

    /// The label of tisagenlecleucel asks for more cells than the simulated factory does (0.6×10⁹ CD3+), which takes
    /// them: what the rule says of such a course is right.
    static func isBelowLabelMinimum(_ stop: Stop, _ setting: TrialSetting) -> Bool {
        setting.study.product == "tisagenlecleucel" && !stop.isUnknown
    }
}
