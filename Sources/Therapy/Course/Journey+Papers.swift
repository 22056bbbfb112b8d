import Care

/// The journal as a centre would keep it: each event of the course with the papers around it.
extension Journey {
    /// Writes an event of the course, what was due before it, and its companions.
    ///
    /// An event keeps its place, day and numbers. What the course does not name is filled in: bag, shipment, cassette,
    /// signature, and the donation that a shipment holds. The identity check bears the time at which it is made, before
    /// the thaw, and an infusion of several bags is written bag by bag.
    func keep(_ event: Event, by actor: Actor) {
        writePapers(dueBy: now)
        switch event {
        case .productOrdered: keepOrder(event, by: actor)
        case .leukapheresisCompleted(let collection): keep(collection, by: actor)
        case .shipmentReceived(let shipment):
            shipment.content == .product ? keepProduct(shipment, by: actor) : keepMaterial(shipment, by: actor)
        case .batchStarted(let start): keep(start, by: actor)
        case .transductionCompleted(let transduction): keep(transduction, by: actor)
        case .batchHarvested(let harvest): keep(harvest, by: actor)
        case .releaseTested(let certificate): keep(certificate, by: actor)
        case .batchReleased(let release): keep(release, by: actor)
        case .batchFailed(let failure): keep(failure, by: actor)
        case .drugGiven(let dose)
        where !papers.isPrepared && setting.study.lymphodepletion.contains { $0.drug == dose.drug }:
            prepare()
            write(event, by: actor)
        case .admitted where !outcome.infused && !papers.isPrepared:
            prepare()
            write(event, by: actor)
        case .identityVerified(let check): papers.identityCheck = check
        case .infusionCompleted(let infusion): keep(infusion, by: actor)
        case .therapyCancelled:
            write(event, by: actor)
            keepEnd()
        case .died:
            write(event, by: actor)
            papers.drop()
        default: write(event, by: actor)
        }
    }

    /// Writes an entry now, of something that happened now, or so many minutes before.
    ///
    /// - Parameter minutes: how long ago it happened, cut at the entry before: order of writing and order of happening
    ///   are one.
    func write(_ event: Event, by actor: Actor, minutesAgo minutes: Double = 0) {
        write(event, by: actor, on: now - minutes / 1440, recordedOn: now)
    }

    private func write(_ event: Event, by actor: Actor, on day: Double, recordedOn: Double) {
        let day = max(papers.lastDay, day)
        papers.lastDay = day
        journal?.record(
            event, by: actor, at: setting.instant(of: day), recordedAt: setting.instant(of: max(day, recordedOn)),
            simulatedDay: day, productVersion: setting.productVersion)
    }

    private func writePapers(dueBy day: Double) {
        while let paper = papers.take(dueBy: day) {
            if case .materialDisposed(let disposal) = paper.event, papers.given.contains(disposal.item) { continue }
            write(paper.event, by: paper.actor, on: paper.day, recordedOn: paper.day)
        }
    }

    /// The identifier that every label and scan of this therapy bears.
    var identity: String { chart.therapy }

    /// From hand to hand; whoever takes it signs.
    func handOver(_ item: String, from: Actor, to: Actor) -> Event {
        .custodyTransferred(CustodyTransfer(item: item, from: from, to: to, chainOfIdentity: identity))
    }

    /// What becomes of a label.
    func label(_ serial: String, _ fate: LabelUse.Fate, on item: String? = nil) -> Event {
        .labelUsed(LabelUse(serial: serial, fate: fate, chainOfIdentity: identity, item: item))
    }

    /// The therapy ends before the infusion: a product that is there is destroyed.
    private func keepEnd() {
        papers.drop()
        guard !outcome.infused, outcome.manufactured == true, let batch = plan.product?.harvest.batch else { return }
        write(
            .materialDisposed(Disposal(item: batch, fate: .destroyed, evidence: "record of destruction of \(batch)")),
            by: .quality)
    }
}
