/// Tocilizumab: by weight, capped, counted, and when the next dose may be given.
extension Dosing {
    static func tocilizumabDose(_ picture: ClinicalPicture) -> CounselDose {
        var dose = Plan(drug: "tocilizumab", known: .tocilizumab, route: .intravenous, minutes: 60).empty
        dose.given = picture.tocilizumab.count
        dose.maximum = Tocilizumab.totalLimit
        let recent = picture.tocilizumab.filter { picture.now.hours(since: $0) < 24 }.count
        dose.rules.append(
            "again after \(plain(Tocilizumab.interval)) h if there is no improvement; at most "
                + "\(Tocilizumab.dailyLimit) doses in 24 h (\(recent) given), \(Tocilizumab.totalLimit) in all")
        if let next = nextTocilizumab(picture) {
            dose.rules.append("not before \(next.iso8601)")
        }
        guard let weight = picture.knownWeight else { return dose.lacking("body weight, not recorded") }
        let perKilogram = weight < Tocilizumab.adultWeight ? 12.0 : 8.0
        dose.amount = Tocilizumab.dose(weight: weight).rounded()
        dose.calculation =
            "\(plain(perKilogram)) mg/kg × \(plain(weight)) kg (12 mg/kg below 30 kg), at most "
            + "\(plain(Tocilizumab.cap)) mg"
        if weight * perKilogram > Tocilizumab.cap { dose.rules.insert("capped at 800 mg", at: 0) }
        return dose
    }

    /// When the next dose may be given; nil if it may be now, or never again.
    private static func nextTocilizumab(_ picture: ClinicalPicture) -> Instant? {
        let given = picture.tocilizumab
        guard let last = given.last, given.count < Tocilizumab.totalLimit else { return nil }
        var next = last.advanced(byDays: Tocilizumab.interval / 24)
        if given.count >= Tocilizumab.dailyLimit {
            next = max(next, given[given.count - Tocilizumab.dailyLimit].advanced(byDays: 1))
        }
        return next > picture.now ? next : nil
    }
}
