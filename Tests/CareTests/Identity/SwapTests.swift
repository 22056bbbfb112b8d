import Testing

@testable import Care

/// Swaps two patients' identifiers, one at a time, at every step of 1,000 journals.
@Suite("Identity swaps")
struct SwapTests {
    /// Identifiers of another patient of the same house, to swap in.
    private struct Stranger {
        var therapy: String
        var names: [IdentityField.Kind: [String]] = [:]

        init(_ journey: RandomJourney) {
            therapy = journey.therapy
            for field in journey.steps.flatMap(\.event.identityFields) where field.role != .scan {
                names[field.kind, default: []].append(field.value)
            }
        }

        func value(instead of: IdentityField, _ chance: inout RandomCases) -> String? {
            of.role == .scan ? therapy : names[of.kind]?.randomElement(using: &chance)
        }
    }

    /// The step, in time, at which the swap can first be seen in this journal alone; nil if never.
    private static func firstCheck(
        of field: IdentityField, at index: Int, in steps: [RandomJourney.Step], _ fields: [[IdentityField]]
    ) -> Int? {
        switch field.role {
        case .scan, .names: return index
        case .free: return nil
        case .labelled:
            return steps.indices.dropFirst(index + 1).first {
                if case .packedOut(let pack) = steps[$0].event { pack.items.contains(field.value) } else { false }
            }
        case .introduces:
            // A second donation into a batch that is known already: nobody misses the batch.
            let isKnown = fields[..<index].contains { earlier in
                earlier.contains { $0.role == .introduces && $0.value == field.value }
            }
            if isKnown { return nil }
            for later in steps.indices.dropFirst(index + 1) {
                for other in fields[later] where other.value == field.value {
                    if other.role == .names { return later }
                    if other.role == .introduces { return nil }
                }
            }
            return nil
        }
    }

    private struct Tally {
        var swaps = 0
        var stoppedAtOnce = 0
        var stoppedLater = 0
        var onlyRegister = 0
        var kinds: [IdentityField.Kind: Int] = [:]
        var types: Set<EventType> = []
    }

    @Test("every swap at every step of 1,000 journals is stopped at the first check that could see it, with the reason")
    func everySwapIsStopped() throws {
        var tally = Tally()
        var chance = RandomCases(seed: 41)
        for number in 1...1000 {
            let journey = RandomJourney(number)
            let other = RandomJourney(number + 100_000)
            try swapEverywhere(journey, with: other, &chance, &tally)
        }
        #expect(tally.swaps > 100_000)
        #expect(tally.stoppedAtOnce + tally.stoppedLater + tally.onlyRegister == tally.swaps)
        #expect(Set(tally.kinds.keys) == Set(IdentityField.Kind.allCases))
        #expect(tally.kinds.values.allSatisfy { $0 > 500 })
        #expect(tally.types.count == 31, "\(tally.types)")
        // What one journal cannot see at all stays rare, and the register sees it.
        #expect(Double(tally.onlyRegister) / Double(tally.swaps) < 0.05)
    }

    private func swapEverywhere(
        _ journey: RandomJourney, with other: RandomJourney, _ chance: inout RandomCases, _ tally: inout Tally
    ) throws {
        let stranger = Stranger(other)
        var register = IdentifierRegister(unique: [.donation, .bag, .batch, .shipment, .label])
        register.take(Chart(of: other.journal))
        var ledger = IdentityLedger(therapy: journey.therapy)
        let fields = journey.steps.map(\.event.identityFields)
        for (index, step) in journey.steps.enumerated() {
            for field in fields[index] {
                guard let value = stranger.value(instead: field, &chance) else { continue }
                tally.swaps += 1
                tally.kinds[field.kind, default: 0] += 1
                tally.types.insert(step.event.type)
                let swapped = field.replaced(value)
                let expected = Self.firstCheck(of: field, at: index, in: journey.steps, fields)
                let seen = Self.firstFinding(ledger, swapped, at: index, in: journey.steps)
                let place = "journey \(journey.number), entry \(index + 1), \(field.kind) \(field.value) -> \(value)"
                try #require(seen?.entry == expected.map { $0 + 1 }, "\(place): \(String(describing: seen))")
                if let seen {
                    explains(seen, field, value, at: index, journey, place)
                    if expected == index { tally.stoppedAtOnce += 1 } else { tally.stoppedLater += 1 }
                } else {
                    tally.onlyRegister += 1
                }
                guard field.role != .scan, value.hasPrefix("TUBE") == false else { continue }
                // With the other patients' identifiers at hand, every one of them is seen at once.
                let found = register.findings(proposing: swapped, for: journey.therapy)
                try #require(found.contains { $0.owner == stranger.therapy && $0.read == value }, "\(place)")
            }
            #expect(ledger.take(step.event, entry: index + 1, at: step.at, by: step.actor).isEmpty)
        }
    }

    @Test("a journal with one swap says so through the chart, at that entry, also when entries were written late")
    func chartOfSwappedJournal() throws {
        var chance = RandomCases(seed: 43)
        for number in 1...300 {
            let journey = RandomJourney(number)
            let stranger = Stranger(RandomJourney(number + 100_000))
            let journal = journey.journal
            let scans = journal.entries.filter { entry in
                entry.event.identityFields.contains { $0.role == .scan || $0.role == .names }
            }
            let entry = try #require(scans.randomElement(using: &chance))
            let field = try #require(
                entry.event.identityFields.filter { $0.role == .scan || $0.role == .names }.randomElement(
                    using: &chance))
            let value = try #require(stranger.value(instead: field, &chance))
            var swapped = Journal(therapy: journal.therapy, subject: .real)
            for other in journal.entries {
                swapped.record(
                    other.sequence == entry.sequence ? field.replaced(value) : other.event, by: other.actor,
                    at: other.occurredAt, recordedAt: other.recordedAt)
            }
            let first = try #require(Chart(of: swapped).identityFindings.first)
            #expect(first.entry == entry.sequence && first.at == entry.occurredAt && first.read == value)

            // The same, asked before it is written.
            var before = Chart(therapy: journal.therapy)
            for other in journal.entries.filter({ $0.occurredAt < entry.occurredAt }).sorted(by: {
                $0.occurredAt < $1.occurredAt
            }) { before.apply(other) }
            #expect(before.identityFindings(proposing: entry.event, by: entry.actor).isEmpty)
            let proposed = try #require(
                before.identityFindings(proposing: field.replaced(value), by: entry.actor).first)
            #expect(proposed.read == value && proposed.entry == nil && proposed.at == nil)
            #expect(proposed.checkpoint == first.checkpoint && proposed.expected == first.expected)
        }
    }

    @Test("another bag of the same patient than the one verified, thawed and started is stopped too")
    func ownBagsSwapped() throws {
        var tried: [EventType: Int] = [:]
        for number in 1...1000 {
            let journey = RandomJourney(number)
            var ledger = IdentityLedger(therapy: journey.therapy)
            for (index, step) in journey.steps.enumerated() {
                let swapped: [Event] = ledger.genealogy.items(.finalBag).map(\.identifier).compactMap { bag in
                    switch step.event {
                    case .thawStarted(let thaw) where bag != thaw.bag && ledger.verified[bag] == nil:
                        .thawStarted(Thaw(bag: bag, chainOfIdentity: thaw.chainOfIdentity))
                    case .thawEnded(let thaw) where bag != thaw.bag:
                        .thawEnded(Thaw(bag: bag, chainOfIdentity: thaw.chainOfIdentity))
                    case .infusionStarted(var start) where bag != start.bag:
                        {
                            start.bag = bag; return .infusionStarted(start)
                        }()
                    case .infusionCompleted(var infusion) where infusion.bag.map { bag != $0 } ?? false:
                        {
                            infusion.bag = bag; return .infusionCompleted(infusion)
                        }()
                    default: nil
                    }
                }
                for event in swapped {
                    var copy = ledger
                    let findings = copy.take(event, entry: index + 1, at: step.at, by: step.actor)
                    try #require(!findings.isEmpty, "journey \(number), entry \(index + 1)")
                    tried[event.type, default: 0] += 1
                }
                _ = ledger.take(step.event, entry: index + 1, at: step.at, by: step.actor)
            }
        }
        #expect(tried.count == 4 && tried.values.allSatisfy { $0 > 500 }, "\(tried)")
    }

    /// The first finding of a journal with one event swapped, folded on from the events before it.
    private static func firstFinding(
        _ ledger: IdentityLedger, _ swapped: Event, at index: Int, in steps: [RandomJourney.Step]
    ) -> IdentityFinding? {
        var ledger = ledger
        for later in steps.indices.dropFirst(index) {
            let event = later == index ? swapped : steps[later].event
            let findings = ledger.take(event, entry: later + 1, at: steps[later].at, by: steps[later].actor)
            if let first = findings.first { return first }
        }
        return nil
    }

    /// The reason names what was read, what was expected, and the entry that established it.
    private func explains(
        _ finding: IdentityFinding, _ field: IdentityField, _ value: String, at index: Int, _ journey: RandomJourney,
        _ place: String
    ) {
        #expect(!finding.source.isEmpty && !finding.checkpoint.step.isEmpty)
        switch field.role {
        case .scan:
            let order = journey.steps.firstIndex {
                if case .productOrdered = $0.event { true } else { false }
            }
            let entry = order.flatMap { $0 < index ? $0 + 1 : nil }
            #expect(finding.problem == .mismatch, "\(place)")
            #expect(finding.read == value && finding.expected == [.init(journey.therapy, entry: entry)], "\(place)")
            #expect(finding.description.contains(value) && finding.description.contains(journey.therapy), "\(place)")
        case .names:
            #expect(finding.read == value, "\(place): \(finding)")
            let isFirstNaming = finding.problem == .unknown || finding.problem == .mismatch
            #expect(isFirstNaming || finding.problem == .notEstablished, "\(place): \(finding)")
            guard isFirstNaming else { return }
            let right = finding.expected.first { $0.value == field.value }
            #expect(right?.entry.map { $0 <= index } == true, "\(place): \(finding)")
        case .introduces:
            // The true identifier is the one that is not known; what was read in its place was established by the swap.
            #expect(finding.read == field.value, "\(place): \(finding)")
            if finding.problem == .unknown {
                #expect(finding.expected.contains(.init(value, entry: index + 1)), "\(place): \(finding)")
            }
        case .labelled:
            #expect(finding.problem == .unread && finding.subject.contains(field.value), "\(place): \(finding)")
        case .free: Issue.record("\(place): \(finding)")
        }
    }
}
