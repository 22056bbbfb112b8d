import Economics

/// What a therapy asks of patients and carers beside health care: journeys, nights near the centre, days of a carer and
/// days of lost work, computed from what was used and a few shares.
struct SocietalUse {
    /// Shares and days that a price list gives.
    enum Name: String, CaseIterable {
        /// Share of patients who live too far away to go home each night
        case farShare
        /// Share of the days in hospital on which a carer is there
        case carerShareInHospital
        /// Share of patients (or of their parents) who work
        case employed
        /// Days off work after the infusion, with recovery
        case daysOffWork
    }
    let trips, nights, carerDays, lostWorkDays: Double

    init(_ use: CohortUse, _ numbers: Numbers) throws(Fault) {
        func share(_ name: Name) throws(Fault) -> Double {
            try numbers[StudyModel.society(name.rawValue), name.rawValue]
        }
        func count(_ resource: Price.Resource) -> Double { use.counts[resource.index] }
        trips = count(.consultation) + count(.leukapheresis) + count(.lymphodepletion) + use.infused + count(.visit)
        // At home near the centre after discharge: those from afar need a bed, and everybody a carer (labels).
        nights = use.nearDays * (try share(.farShare))
        carerDays = use.nearDays + use.hospitalDays * (try share(.carerShareInHospital))
        lostWorkDays = use.infused * (try share(.employed)) * (try share(.daysOffWork))
    }

    /// Uses by what they are priced as.
    var uses: [(what: PriceBook.Societal, amount: Double)] {
        [(.travelTrip, trips), (.lodgingNight, nights), (.carerDay, carerDays), (.lostWorkDay, lostWorkDays)]
    }
}
