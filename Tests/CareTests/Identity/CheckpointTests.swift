import Testing

@testable import Care

@Suite("Identity checkpoints")
struct CheckpointTests {
    typealias Bench = IdentityBench
    private static let other = "COI-000000002Y"

    private func changed<Payload>(_ payload: Payload, _ change: (inout Payload) -> Void) -> Payload {
        var payload = payload
        change(&payload)
        return payload
    }

    @Test("the bench itself is clean at every stage", arguments: IdentityBench.Stage.allCases)
    func clean(stage: IdentityBench.Stage) { #expect(Bench(stage).chart.identityFindings.isEmpty) }

    @Test("at the bedside of a collection: two identifiers, chain of identity twice, donation, two people")
    func collection() {
        let bench = Bench(.ordered)
        func problems(_ change: (inout CollectionStart) -> Void) -> [IdentityFinding.Problem] {
            bench.propose(.collectionStarted(changed(Bench.start, change))).map(\.problem)
        }
        #expect(problems { _ in } == [])
        #expect(problems { $0.band = Self.other } == [.mismatch])
        #expect(problems { $0.label = Self.other } == [.mismatch])
        #expect(problems { $0.band = "" } == [.unread])
        #expect(problems { $0.label = " \n" } == [.unread])
        #expect(problems { $0.donation = "" } == [.unread])
        #expect(problems { $0.identifiersAsked = 1 } == [.tooFew])
        #expect(problems { $0.identifiersAsked = 3 } == [])
        #expect(problems { $0.checkedBy = ["Ada"] } == [.tooFew])
        #expect(problems { $0.checkedBy = ["Ada", "  ADA "] } == [.tooFew])
        #expect(problems { $0.checkedBy = ["Ada Lee", "ada  lee", " "] } == [.tooFew])
        #expect(problems { $0.checkedBy = [] } == [.tooFew])
        // Everything that is wrong is told, not only the first.
        #expect(
            Set(
                problems {
                    $0.band = Self.other
                    $0.donation = ""
                    $0.identifiersAsked = 0
                    $0.checkedBy = []
                }) == [.mismatch, .unread, .tooFew])
    }

    @Test("band, cassette, bag, order and certificate are compared by two different people")
    func bedside() {
        let bench = Bench(.onSite)
        func findings(_ change: (inout IdentityCheck) -> Void) -> [IdentityFinding] {
            bench.propose(.identityVerified(changed(Bench.verification, change)))
        }
        #expect(findings { _ in }.isEmpty)
        for path in [\IdentityCheck.band, \.bag, \.order, \.certificate] {
            for (read, problem) in [(Self.other, IdentityFinding.Problem.mismatch), ("", .unread)] {
                let found = findings { $0[keyPath: path] = read }
                #expect(found.map(\.problem) == [problem])
                #expect(found.first?.expected == [.init(Bench.therapy, entry: 1)])
            }
        }
        #expect(findings { $0.cassette = Self.other }.map(\.problem) == [.mismatch])
        #expect(findings { $0.cassette = nil }.map(\.problem) == [.unread])
        #expect(findings { $0.checkedBy = ["Ada", "Ada"] }.map(\.problem) == [.tooFew])
        // Two bags could be meant: which one must be read.
        #expect(findings { $0.bagIdentifier = nil }.map(\.problem) == [.unread])
        #expect(findings { $0.bagIdentifier = "A1" }.map(\.problem) == [.unknown])
        #expect(findings { $0.bagIdentifier = "F2" }.isEmpty)
        // All five agree, on another therapy.
        let all = findings {
            for path in [\IdentityCheck.band, \.bag, \.order, \.certificate] { $0[keyPath: path] = Self.other }
            $0.cassette = Self.other
        }
        #expect(all.count == 5)
    }

    @Test("a bag still under way, without certificate, or of a batch that failed or was called back is not verified")
    func notThere() {
        let check = Event.identityVerified(Bench.verification)
        #expect(Bench(.sent).propose(check).map(\.problem) == [.custodyGap])
        #expect(Bench(.filled).propose(check).map(\.problem) == [.notEstablished])
        #expect(Bench(.referred).propose(check).map(\.problem) == [.notEstablished, .unknown])
        for event in [
            Event.batchFailed(BatchFailure(batch: "B1", reason: "r", remanufacture: false)),
            .batchRecalled(Recall(batch: "B1", reason: "r")),
            .materialDisposed(Disposal(item: "F1", fate: .quarantined, evidence: "e")),
            .materialDisposed(Disposal(item: "B1", fate: .destroyed, evidence: "e")),
        ] {
            var bench = Bench(.onSite)
            let entry = bench.write(event, by: Bench.factory)
            let found = bench.propose(check)
            #expect(found.map(\.problem) == [.retired])
            #expect(found.first?.expected.first?.entry == entry)
        }
    }

    @Test("a check that fails takes back the one that passed; one that passes again restores it")
    func verifiedAgain() {
        var bench = Bench(.verified)
        let thaw = Event.thawStarted(Thaw(bag: "F1", chainOfIdentity: Bench.therapy))
        #expect(bench.propose(thaw).isEmpty)
        bench.write(.identityVerified(changed(Bench.verification) { $0.band = Self.other }), by: Bench.nurse)
        #expect(bench.propose(thaw).map(\.problem) == [.notEstablished])
        bench.write(.identityVerified(Bench.verification), by: Bench.nurse)
        #expect(bench.propose(thaw).isEmpty)
    }

    @Test("a scan that failed and passed when it was made again is settled and stays on record; no other settles it")
    func settled() {
        var bench = Bench(.onSite)
        let bad = bench.write(
            .identityVerified(changed(Bench.verification) { $0.band = Self.other }), by: Bench.nurse)
        #expect(bench.chart.openIdentityFindings.map(\.entry) == [bad])
        bench.write(.identityVerified(changed(Bench.verification) { $0.bagIdentifier = "F2" }), by: Bench.nurse)
        #expect(bench.chart.openIdentityFindings.map(\.entry) == [bad])
        let good = bench.write(.identityVerified(Bench.verification), by: Bench.nurse)
        #expect(bench.chart.openIdentityFindings.isEmpty)
        #expect(bench.chart.identityFindings.map(\.entry) == [bad])
        #expect(bench.chart.identityFindings.first?.settledBy == good)
        // A near miss that was put right does not forbid the infusion for ever.
        let now = Instant(millisecondsSince1970: 1_772_100_000_000)
        let named = StepRules(bench.chart, at: now, label: nil).stops.filter { $0.reasons.contains { $0.entry == bad } }
        #expect(named.isEmpty)
        // What establishes is not settled by doing it again: its entry is corrected.
        var filled = Bench(.cleared)
        filled.write(.bagFilled(changed(Bench.finalBag(1)) { $0.chainOfIdentity = Self.other }), by: Bench.factory)
        filled.write(.bagFilled(Bench.finalBag(2)), by: Bench.factory)
        #expect(filled.chart.openIdentityFindings.count == 1)
    }

    @Test("a bag is thawed after it was verified, run after it was thawed, and given once")
    func order() {
        let start = InfusionStart(bag: "F1", band: Bench.therapy, chainOfIdentity: Bench.therapy, expectedMinutes: 20)
        let thaw = Thaw(bag: "F1", chainOfIdentity: Bench.therapy)
        #expect(Bench(.onSite).propose(.thawStarted(thaw)).map(\.problem) == [.notEstablished])
        #expect(Bench(.verified).propose(.thawEnded(thaw)).map(\.problem) == [.notEstablished])
        #expect(Bench(.verified).propose(.infusionStarted(start)).map(\.problem) == [.notEstablished])
        #expect(Bench(.onSite).propose(.infusionStarted(start)).map(\.problem) == [.notEstablished, .notEstablished])
        #expect(Bench(.thawed).propose(.infusionStarted(start)).isEmpty)
        #expect(
            Bench(.thawed).propose(.infusionStarted(changed(start) { $0.band = Self.other })).map(\.problem)
                == [.mismatch])
        #expect(Bench(.infused).propose(.infusionStarted(start)).map(\.problem) == [.retired])
        #expect(Bench(.thawed).propose(.infusionCompleted(Bench.infusion)).map(\.problem) == [.notEstablished])
        #expect(
            Bench(.running).propose(.infusionCompleted(changed(Bench.infusion) { $0.batch = "B2" })).map(\.problem)
                == [.mismatch])
        #expect(Bench(.running).propose(.infusionCompleted(changed(Bench.infusion) { $0.bag = nil })).isEmpty)
        #expect(
            Bench(.running).propose(.infusionCompleted(changed(Bench.infusion) { $0.bag = "F2" })).map(\.problem)
                == [.notEstablished])
    }

    @Test("a bag sealed under the last donation while the next one runs is stopped; a bag sealed late is not")
    func secondDonation() {
        var bench = Bench(.collected)
        let late = changed(Bench.bag) { $0.bag = "A2" }
        #expect(bench.propose(.bagSealed(late), by: Bench.nurse).isEmpty)
        #expect(
            bench.propose(.bagSealed(changed(late) { $0.bag = "A1" }), by: Bench.nurse).map(\.problem) == [.repeated])
        #expect(bench.propose(.collectionStarted(Bench.start)).map(\.problem) == [.repeated])
        let entry = bench.write(
            .collectionStarted(changed(Bench.start) { $0.donation = "DIN-2" }), by: Bench.nurse)
        let found = bench.propose(.bagSealed(late), by: Bench.nurse)
        #expect(found.map(\.problem) == [.mismatch])
        #expect(found.first?.expected == [.init("DIN-2", entry: entry)])
        #expect(bench.propose(.bagSealed(changed(late) { $0.donation = "DIN-2" }), by: Bench.nurse).isEmpty)
    }

    @Test("the factory compares chain of identity, donation and batch, and takes only what has arrived")
    func acceptance() {
        let bench = Bench(.arrived)
        func problems(_ bench: Bench, _ change: (inout MaterialAcceptance) -> Void) -> [IdentityFinding.Problem] {
            bench.propose(.materialAccepted(changed(Bench.acceptance, change))).map(\.problem)
        }
        #expect(problems(bench) { _ in } == [])
        #expect(problems(bench) { $0.chainOfIdentity = Self.other } == [.mismatch])
        #expect(problems(bench) { $0.batchChainOfIdentity = Self.other } == [.mismatch])
        #expect(problems(bench) { $0.donation = "DIN-2" } == [.unknown])
        #expect(problems(bench) { $0.donation = "" } == [.unread])
        #expect(problems(bench) { $0.batch = "" } == [.unread])
        #expect(problems(Bench(.packed)) { _ in } == [.custodyGap])
        // Made where it was collected: nothing was sent.
        #expect(problems(Bench(.collected)) { _ in } == [])
        var failed = Bench(.accepted)
        failed.write(
            .batchFailed(BatchFailure(batch: "B1", reason: "r", remanufacture: true)), by: Bench.factory)
        #expect(problems(failed) { _ in } == [.retired])
        #expect(problems(failed) { $0.batch = "B2" } == [])
    }

    @Test("one batch a workstation; no batch begins without line clearance; the vector is the product's")
    func manufacture() {
        var bench = Bench(.cleared)
        bench.write(.materialAccepted(changed(Bench.acceptance) { $0.batch = "B2" }), by: Bench.factory)
        let second = changed(Bench.clearance) { $0.batch = "B2" }
        #expect(bench.propose(.lineCleared(second)).map(\.problem) == [.repeated])
        #expect(bench.propose(.lineCleared(changed(second) { $0.workstation = "WS2" })).isEmpty)
        #expect(bench.propose(.lineCleared(changed(second) { $0.workstation = "" })).map(\.problem) == [.unread])
        #expect(
            bench.propose(.batchStarted(BatchStart(batch: "B2", attempt: 2, cd3Input: 1))).map(\.problem)
                == [.notEstablished])
        bench.write(
            .batchHarvested(
                Harvest(
                    batch: "B1", cultureDays: 8, doublings: 5, carPositiveCells: 1, viability: 1, memoryFraction: 0)),
            by: Bench.factory)
        #expect(bench.propose(.lineCleared(second)).isEmpty)
        func lot(_ product: String?, _ kind: LotUse.Kind = .vector) -> [IdentityFinding.Problem] {
            bench.propose(.lotUsed(LotUse(batch: "B1", kind: kind, lot: "V", product: product))).map(\.problem)
        }
        #expect(lot("p") == [])
        #expect(lot("q") == [.mismatch])
        #expect(lot(nil) == [.unread])
        #expect(lot(nil, .medium) == [])
    }

    @Test("final bags are numbered once, agree on their number, and bear a new identifier")
    func finalBags() {
        var bench = Bench(.cleared)
        bench.write(.bagFilled(Bench.finalBag(1)), by: Bench.factory)
        func problems(_ change: (inout FinalBag) -> Void) -> [IdentityFinding.Problem] {
            bench.propose(.bagFilled(changed(Bench.finalBag(2), change)), by: Bench.factory).map(\.problem)
        }
        #expect(problems { _ in } == [])
        #expect(problems { $0.number = 1 } == [.repeated])
        #expect(problems { $0.number = 3 } == [.mismatch])
        #expect(problems { $0.of = 3 } == [.mismatch])
        #expect(problems { $0.bag = "F1" } == [.repeated])
        #expect(problems { $0.bag = "A1" } == [.repeated])
        #expect(problems { $0.batch = "B2" } == [.unknown])
        #expect(problems { $0.chainOfIdentity = Self.other } == [.mismatch])
    }

    @Test("what was stopped stays stopped through everything made from it, until its entry is corrected")
    func stopsStay() {
        var bench = Bench(.ordered)
        bench.write(Bench.label("L1", .printed), by: Bench.nurse)
        let bad = bench.write(.collectionStarted(changed(Bench.start) { $0.band = Self.other }), by: Bench.nurse)
        bench.write(Bench.label("L1", .used, on: "A1"), by: Bench.nurse)
        let good = bench.write(.bagSealed(Bench.bag), by: Bench.nurse)
        let acceptance = Event.materialAccepted(Bench.acceptance)
        let found = bench.propose(acceptance, by: Bench.factory)
        #expect(found.first?.problem == .stoppedEarlier)
        #expect(found.first?.expected == [.init("DIN-1", entry: bad)])
        let stop = bench.chart.genealogy.stop(on: .init(.collectionBag, "A1"))
        #expect(stop?.item == .init(.collectionBag, "A1") && stop?.stop == .init(checkpoint: .bagSealing, entry: good))
        // The band was misread; the right reading is recorded, at its own time.
        bench.write(.corrected(Correction(sequence: bad, reason: "misread")), by: Bench.nurse)
        #expect(!bench.chart.identityFindings.isEmpty)
        var healed = bench.journal
        healed.record(
            .collectionStarted(Bench.start), by: Bench.nurse, at: bench.journal.entries[bad - 1].occurredAt,
            recordedAt: bench.journal.entries.last?.recordedAt)
        #expect(Chart(of: healed).identityFindings.isEmpty)
        #expect(Chart(of: healed).identityFindings(proposing: acceptance, by: Bench.factory).isEmpty)
    }

    @Test("an identity stop is never overridden, however it is spelt; others are no matter of identity")
    func overrides() {
        let bench = Bench(.onSite)
        func problems(_ stop: String) -> [IdentityFinding.Problem] {
            bench.propose(
                .stopOverridden(
                    StopOverride(stop: stop, reason: "r", secondSignature: Bench.factory, productVersion: "p@1"))
            ).map(\.problem)
        }
        for checkpoint in IdentityCheckpoint.allCases { #expect(problems(checkpoint.stop) == [.overridden]) }
        for stop in ["identity", "Identity.bedside", " IDENTITY/band", "identity: bag"] {
            #expect(problems(stop) == [.overridden])
        }
        for stop in ["counts.cd3", "identityless", "", "lymphodepletion"] { #expect(problems(stop) == []) }
    }

    @Test("a chain of identity is not used again: not after a cancelled therapy, not for another product")
    func reuse() {
        let bench = Bench(.ordered)
        #expect(bench.propose(.productOrdered(Bench.order)).isEmpty)
        let found = bench.propose(.productOrdered(changed(Bench.order) { $0.product = "q" }))
        #expect(found.map(\.problem) == [.mismatch])
        #expect(found.first?.expected == [.init("p", entry: 1)])
        var cancelled = bench
        cancelled.write(
            .therapyCancelled(Cancellation(reason: .withdrawal, detail: "wish")), by: Bench.nurse)
        #expect(cancelled.propose(.productOrdered(Bench.order)).map(\.problem) == [.repeated])
    }

    @Test("a reading says whether it is another therapy's identifier or ours misread")
    func misreadings() {
        let bench = Bench(.verified)
        func words(_ read: String) -> String {
            bench.propose(.thawStarted(Thaw(bag: "F1", chainOfIdentity: read))).first?.finding ?? ""
        }
        let second = (try? ChainOfIdentity(issuer: "COI", serial: 2))?.description ?? ""
        #expect(words(second).hasSuffix("it is a valid identifier of another therapy"))
        #expect(words("COI-000000001Y").contains("'Z' fits the characters before it"))
        #expect(words("COI-00000000IZ").contains("'COI-000000001Z' (entry 1)"))
    }
}
