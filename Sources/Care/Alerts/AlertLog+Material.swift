/// Bags, lots and markers: thaw and expiry.
extension AlertLog {
    mutating func watchMaterial(_ entry: Entry) {
        let at = entry.occurredAt
        switch entry.event {
        case .thawStarted(let thaw): startThaw(thaw.bag, from: [.thawStarted, .removed], entry)
        case .thawEnded(let thaw): startThaw(thaw.bag, from: [.thawed], entry)
        case .infusionStarted(let start):
            if label?.thaw?.until == .infusionStarted { endThaw(start.bag, "its infusion has begun", entry) }
        case .infusionCompleted(let infusion):
            if let bag = infusion.bag { endBag(bag, "it was infused", entry) } else { endBatch(infusion.batch, entry) }
        case .materialDisposed(let disposal): endBag(disposal.item, "it is \(disposal.fate.rawValue)", entry)
        case .bagFilled(let bag):
            memory.bags[bag.batch, default: []].append(bag.bag)
            if let expiry = bag.expiresAt {
                expire("expires/\(bag.bag)", "Bag \(bag.bag)", expiry, days: rules.bagDays, .cellLab, entry)
            }
        case .lotUsed(let lot):
            if let expiry = lot.expiresAt {
                expire("lot-expires/\(lot.batch)/\(lot.lot)", "Lot \(lot.lot) in use", expiry, days: 1, .factory, entry)
            }
        case .batchHarvested(let harvest):
            resolve(prefix: "lot-expires/\(harvest.batch)/", at: at, why: "harvested", entry: entry.sequence)
        case .packedOut(let pack): send(pack, entry)
        case .shipmentReceived(let shipment): receive(shipment, entry)
        case .infectiousMarkersReported(let markers): validate(markers, entry)
        case .leukapheresisCompleted:
            resolve("markers-expire", at: at, why: "collected", entry: entry.sequence)
        case .batchReleased(let release): watchPending(release, entry)
        case .releaseTested(let certificate): watchLateTests(certificate, entry)
        case .batchRecalled(let recall): recalled(recall, entry)
        default: break
        }
    }

    func reason(
        _ finding: String, _ threshold: String, _ entry: Entry, _ source: String, _ flag: SourceStanding = .memory
    ) -> AlertReason {
        AlertReason(
            finding: finding, threshold: threshold, at: entry.occurredAt, entry: entry.sequence, source: source,
            flag: flag)
    }

    // MARK: Thaw

    private mutating func startThaw(_ bag: String, from origins: [Label.Thaw.Origin], _ entry: Entry) {
        guard let rule = label?.thaw else {
            guard origins == [.thawed] else { return }
            return raise(
                Draft(
                    family: "thaw-clock/\(bag)", title: "Bag \(bag) is thawed, and how long it keeps is not known",
                    owner: .cellLab, urgency: .now,
                    reasons: [reason("thawed", "the label is unknown", entry, "no label was named")]),
                at: entry.occurredAt)
        }
        guard origins.contains(rule.from) else { return }
        let end = rule.until == .infusionComplete ? "the infusion must be complete" : "the infusion must have begun"
        func draft(_ family: String, _ title: String) -> Draft {
            Draft(
                family: family, title: title, owner: .cellLab, urgency: .now,
                reasons: [
                    reason(
                        "bag \(bag) \(rule.from.rawValue)", "\(rule.minutes) min, then \(end)", entry, rule.source,
                        rule.flag)
                ])
        }
        let half = entry.occurredAt.advanced(byDays: rule.minutes / 2 / 1440)
        set(
            "thaw-clock/\(bag)", at: half,
            .raise(draft("thaw-clock/\(bag)", "Half of the thaw window of bag \(bag) is gone")))
        let over = entry.occurredAt.advanced(byDays: rule.minutes / 1440)
        set("thaw-over/\(bag)", at: over, .raise(draft("thaw-over/\(bag)", "The thaw window of bag \(bag) has passed")))
    }

    private mutating func endThaw(_ bag: String, _ why: String, _ entry: Entry) {
        for family in ["thaw-clock", "thaw-over"] {
            resolve("\(family)/\(bag)", at: entry.occurredAt, why: why, entry: entry.sequence)
        }
    }

    private mutating func endBag(_ bag: String, _ why: String, _ entry: Entry) {
        endThaw(bag, why, entry)
        resolve("expires/\(bag)", at: entry.occurredAt, why: why, entry: entry.sequence)
    }

    /// An infusion, or a disposal, that names no bag speaks for all of its batch.
    private mutating func endBatch(_ batch: String, _ entry: Entry) {
        for bag in memory.bags[batch] ?? [] { endBag(bag, "batch \(batch) was infused", entry) }
    }

    // MARK: Expiry

    mutating func expire(
        _ family: String, _ name: String, _ expiry: Instant, days: Double, _ owner: Role, _ entry: Entry
    ) {
        let draft = Draft(
            family: family, title: "\(name) expires \(expiry.iso8601)", owner: owner, urgency: .today,
            reasons: [reason("\(name) expires \(expiry.iso8601)", "\(days) days or less", entry, "assumed")])
        let fires = max(expiry.advanced(byDays: -days), entry.occurredAt)
        set(family, at: fires, .raise(draft))
    }

    private mutating func validate(_ markers: InfectiousMarkers, _ entry: Entry) {
        guard chart.collections == 0 else { return }
        let end = markers.takenAt.advanced(byDays: rules.markerDays)
        guard end > entry.occurredAt else { return }
        resolve("markers-expire", at: entry.occurredAt, why: "taken anew", entry: entry.sequence)
        let draft = Draft(
            family: "markers-expire", title: "Infectious markers end on \(Day(of: end)), before collection",
            owner: .coordinator, urgency: .week,
            reasons: [
                reason(
                    "taken \(markers.takenAt.iso8601)", "valid for \(Int(rules.markerDays)) days", entry,
                    "EU tissue and cell rules, FDA 21 CFR 1271")
            ])
        set(
            "markers-expire", at: max(end.advanced(byDays: -rules.markerWarningDays), entry.occurredAt), .raise(draft))
    }
}
