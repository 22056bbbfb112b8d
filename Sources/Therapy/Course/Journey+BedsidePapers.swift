import Care

/// Papers of the bedside and of the years after.
extension Journey {
    /// The last look before lymphodepletion: the baseline of replication-competent virus, fitness, and fludarabine beside
    /// the kidneys.
    func prepare() {
        papers.isPrepared = true
        write(.replicationTested(ReplicationTest(method: "PCR", positive: false)), by: .laboratory)
        write(
            .fitnessChecked(
                FitnessCheck(
                    ecog: patient.ecog, activeInfection: false, pregnant: patient.sex == .female ? false : nil,
                    creatinineClearance: patient.creatinineClearance)), by: .physician)
        let doses = setting.study.lymphodepletion.filter { $0.drug == .fludarabine }
        guard let dose = doses.first else { return }
        write(
            .lymphodepletionReviewed(
                LymphodepletionReview(
                    creatinineClearance: patient.creatinineClearance, fludarabineDose: dose.milligramsPerSquareMetre,
                    plannedDays: doses.count)), by: .pharmacist)
    }

    /// A severe infection before the cells: until it is over and somebody has looked again, lymphodepletion waits.
    func holdForInfection() {
        write(
            .fitnessChecked(
                FitnessCheck(
                    ecog: patient.ecog, activeInfection: true, creatinineClearance: patient.creatinineClearance)),
            by: .physician)
    }

    /// An infusion, bag by bag: two people, thaw, start, end. The first bag ends at the course's own moment.
    func keep(_ infusion: Infusion, by actor: Actor) {
        let isFirst = papers.given.isEmpty
        let bags = bags(for: infusion)
        for (index, bag) in bags.enumerated() {
            papers.given.insert(bag.bag)
            var given = infusion
            given.bag = bag.bag
            if bags.count > 1 {
                given.carPositiveCells = bag.carPositiveCells
                given.cellsPerKilogram = bag.carPositiveCells / patient.weight
            }
            for (minutes, event, person) in steps(of: given, bag: bag.bag, by: actor) {
                if index == 0 {
                    write(event, by: person, minutesAgo: minutes)
                } else {
                    papers.plan(event, by: person, at: now + (Double(index) * Self.minutesABag - minutes) / 1440)
                }
            }
        }
        if bags.isEmpty { write(.infusionCompleted(infusion), by: actor) }
        papers.identityCheck = nil
        if isFirst { planFollowUp(after: infusion.batch) }
    }

    /// Minutes from the end of one bag to that of the next (assumed).
    static let minutesABag = 45.0

    /// Bags that hold what is given now: of a split dose those of its day, else all.
    private func bags(for infusion: Infusion) -> [FinalBag] {
        let left = (papers.bags[infusion.batch] ?? []).filter { !papers.given.contains($0.bag) }
        guard setting.study.dose.split != nil, papers.given.isEmpty else { return left }
        return left.filter { abs($0.carPositiveCells - infusion.carPositiveCells) <= 1e-9 * infusion.carPositiveCells }
    }

    /// What is done with one bag, with the minutes before its end.
    private func steps(of infusion: Infusion, bag: String, by actor: Actor) -> [(Double, Event, Actor)] {
        let thaw = Thaw(bag: bag, chainOfIdentity: identity)
        var check =
            papers.identityCheck
            ?? IdentityCheck(band: identity, bag: identity, order: identity, certificate: identity, checkedBy: [])
        check.bagIdentifier = bag
        check.cassette = identity
        let start = InfusionStart(
            bag: bag, band: identity, chainOfIdentity: identity, expectedMinutes: 10, leukodepletingFilter: false)
        return [
            (40, .identityVerified(check), .nurse), (30, .thawStarted(thaw), .cellLab),
            (infusion.minutesSinceThaw, .thawEnded(thaw), .cellLab), (10, .infusionStarted(start), .nurse),
            (0, .infusionCompleted(infusion), actor),
        ]
    }

    // MARK: After the infusion

    /// Registry forms and tests for replication-competent virus, as long as the patient is followed; and bags of a split
    /// dose that nobody gave.
    private func planFollowUp(after batch: String) {
        let year = 365.25
        let isUnited = setting.product.definition.jurisdiction == "US"
        func form(_ name: String, at day: Double) {
            papers.plan(.registryFormSent(RegistryForm(form: name)), by: .dataManager, at: now + day)
        }
        form(isUnited ? "CIBMTR 4000, baseline" : "EBMT cellular and gene therapy form, day 0", at: 28)
        let name = isUnited ? "CIBMTR 4100" : "EBMT cellular and gene therapy form"
        form("\(name), day 100", at: 107)
        form("\(name), month 6", at: 190)
        for count in 1...15 { form("\(name), year \(count)", at: year * Double(count) + 7) }
        for day in [91.5, 183, year] + (2...15).map({ year * Double($0) }) {
            papers.plan(
                .replicationTested(ReplicationTest(method: "PCR", positive: false)), by: .laboratory, at: now + day)
        }
        guard let split = setting.study.dose.split else { return }
        for bag in papers.bags[batch] ?? [] where !papers.given.contains(bag.bag) {
            papers.plan(
                .materialDisposed(
                    Disposal(item: bag.bag, fate: .destroyed, evidence: "record of destruction of \(bag.bag)")),
                by: .cellLab, at: now + split.latestDay + 1)
        }
    }
}
