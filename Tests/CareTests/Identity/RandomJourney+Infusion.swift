@testable import Care

extension RandomJourney {
    mutating func prepare(_ batch: String) {
        if happens(2) { write(.bridgingGiven(Bridging(regimen: "dexamethasone")), by: Self.physician) }
        write(.fitnessChecked(FitnessCheck(ecog: 1)), by: Self.physician)
        if happens(4) {
            write(
                .stopOverridden(
                    StopOverride(
                        stop: "counts.cd3", reason: "no alternative", secondSignature: Self.nurse,
                        productVersion: "p@1")),
                by: Self.physician)
        }
        write(.readinessConfirmed(Readiness(what: .productOnSite, ready: true, batch: batch)), by: Self.cellLab)
        write(.readinessConfirmed(Readiness(what: .tocilizumab, ready: true, count: 2)), by: Self.nurse)
        for _ in 1...3 {
            wait(days: 1...1)
            write(
                .drugGiven(DrugAdministration(drug: .fludarabine, amount: 50, unit: "mg", minutes: 30)),
                by: Self.nurse)
        }
        wait(days: 2...3)
    }

    /// All bags, or some on a later day, or some never; of a single bag the bedside need not say which.
    mutating func infuse(_ bags: [String], of batch: String) {
        let given = bags.prefix(draw(1...bags.count))
        let areCheckedTogether = happens(3)
        if areCheckedTogether { for bag in given { verify(bag, isOnlyBag: bags.count == 1) } }
        for bag in given {
            if !areCheckedTogether { verify(bag, isOnlyBag: bags.count == 1) }
            write(.thawStarted(Thaw(bag: bag, chainOfIdentity: therapy)), by: Self.cellLab)
            write(.thawEnded(Thaw(bag: bag, chainOfIdentity: therapy)), by: Self.cellLab)
            write(
                .infusionStarted(
                    InfusionStart(bag: bag, band: therapy, chainOfIdentity: therapy, expectedMinutes: 20)),
                by: Self.nurse)
            write(.vitalsTaken(.set(36.8)), by: Self.nurse)
            write(
                .infusionCompleted(
                    Infusion(
                        batch: batch, carPositiveCells: 50, cellsPerKilogram: 0.7, minutesSinceThaw: 30,
                        bag: bags.count == 1 && happens(2) ? nil : bag)), by: Self.nurse)
            if happens(4) { wait(days: 1...9) }
        }
        for bag in bags.dropFirst(given.count) where happens(2) {
            write(
                .materialDisposed(Disposal(item: bag, fate: .destroyed, evidence: "record \(draw(1...999))")),
                by: Self.cellLab)
        }
        if happens(12) { write(.batchRecalled(Recall(batch: batch, reason: "late sterility")), by: Self.quality) }
    }

    private mutating func verify(_ bag: String, isOnlyBag: Bool) {
        write(
            .identityVerified(
                IdentityCheck(
                    band: therapy, bag: therapy, order: therapy, certificate: therapy, checkedBy: ["Ada", "Ben"],
                    bagIdentifier: isOnlyBag && happens(2) ? nil : bag, cassette: therapy)), by: Self.nurse)
    }
}
