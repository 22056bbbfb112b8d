extension ClinicalPicture {
    /// The picture that a chart gives at a time.
    public init(of chart: Chart, at now: Instant) {
        self.init(now: now)
        product = chart.productOrder?.product
        weight = chart.referral.map(\.weight)
        height = chart.referral.map(\.height)
        if let age = chart.referral?.age { self[.age] = Dated(age) }
        note(.leukapheresisPlanned, chart.productOrder != nil || chart.collections > 0)
        takeToxicity(chart)
        takeTreatment(chart)
        takeSigns(chart)
        takeLaboratory(chart)
    }

    /// 2025-06-26, days since 1970: the FDA ended the risk programmes and the US labels' times became shorter.
    private static var labelChange: Double { Double(CivilDate(year: 2025, month: 6, day: 26).daysSince1970) }

    /// A grade of none is known in the first month only by signs of the last day; a grade is one until it is known gone.
    private func grade(_ grade: Int, _ at: Instant?) -> Dated? {
        let isKnown = grade > 0 || at.map { now.hours(since: $0) <= 24 } ?? false
        let isEarly = self[.day].map { $0.value < 30 } ?? true
        return isKnown || !isEarly ? Dated(Double(grade), at: at) : nil
    }

    private mutating func takeToxicity(_ chart: Chart) {
        if let start = chart.lymphodepletionStart {
            self[.daysFromLymphodepletion] = Dated(now.days(since: start), at: start)
        }
        guard let infusedAt = chart.infusedAt else {
            isBeforeInfusion = true
            isBeforeLymphodepletion = chart.lymphodepletionStart == nil
            self[.crsGrade] = Dated(0)
            self[.icansGrade] = Dated(0)
            return
        }
        self[.day] = Dated(now.days(since: infusedAt), at: infusedAt)
        self[.daysFromLabelChange] = Dated(
            (Double(infusedAt.milliseconds) / 86_400_000 + Double(infusedAt.zoneOffsetMinutes) / 1440).rounded(.down)
                - Self.labelChange, at: infusedAt)
        self[.crsGrade] = grade(chart.crsGrade.rawValue, chart.crsMonitor.basis?.at)
        self[.icansGrade] = grade(chart.icansGrade.rawValue, chart.lastNeurologyAt)
        if chart.crsGrade != .none, let onset = chart.crsMonitor.episodes.last?.onset {
            self[.hoursOfCRS] = Dated(now.hours(since: onset), at: onset)
            self[.hoursToCRS] = Dated(onset.hours(since: infusedAt), at: onset)
        }
        guard let (_, at) = chart.icansMonitor.basis else { return }
        let known = chart.icansMonitor.known
        if let seizure = known.seizure {
            note(.seizure, seizure != .none, at: at)
            note(.prolongedSeizure, seizure == .prolonged, at: at)
        }
        if let oedema = known.oedema {
            note(.cerebralOedema, oedema != .none, at: at)
            note(.diffuseOedema, oedema == .diffuse, at: at)
        }
    }

    private mutating func takeTreatment(_ chart: Chart) {
        take(tocilizumab: chart.tocilizumabGivenAt)
        self[.tocilizumabDoses] = Dated(Double(chart.tocilizumabGivenAt.count), at: chart.tocilizumabGivenAt.last)
        if let last = chart.tocilizumabGivenAt.last {
            self[.hoursSinceTocilizumab] = Dated(now.hours(since: last), at: last)
        }
        note(.onCorticosteroid, chart.isOnCorticosteroid, at: chart.corticosteroidGivenAt)
        if chart.isOnCorticosteroid, let since = chart.corticosteroidSince {
            self[.hoursOnCorticosteroid] = Dated(now.hours(since: since), at: since)
        } else {
            self[.hoursOnCorticosteroid] = Dated(0, at: chart.corticosteroidGivenAt)
        }
        let boluses = chart.fluidBoluses.filter { now.hours(since: $0) < 24 }
        self[.fluidBoluses] = Dated(Double(boluses.count), at: boluses.last)
        if let last = chart.immunoglobulinGivenAt {
            self[.daysSinceImmunoglobulin] = Dated(now.days(since: last), at: last)
        }
    }

    private mutating func takeSigns(_ chart: Chart) {
        guard let (signs, at) = chart.latestVitals else { return }
        self[.temperature] = signs.temperature.map { Dated($0, at: at) }
        self[.arterialPressure] = signs.meanArterialPressure.map { Dated($0, at: at) }
        self[.saturation] = signs.oxygenSaturation.map { Dated($0, at: at) }
        self[.vasopressors] = signs.vasopressors.map { Dated(Double($0), at: at) }
    }

    private mutating func takeLaboratory(_ chart: Chart) {
        for (analyte, measure, factor) in Self.analytes {
            guard let (result, at) = chart.latest(analyte) else { continue }
            self[measure] = Dated(result.value * factor, at: at)
        }
        if let clearance = chart.creatinineClearance {
            self[.creatinineClearance] = Dated(clearance, at: chart.latest(.creatinine)?.at)
        }
    }

    /// Results, the measures that they are, and what turns the laboratory's unit into the guidelines'. Molar masses:
    /// triglycerides as triolein 885.7 g/mol, phosphate as phosphorus 30.97 g/mol.
    private static let analytes: [(Analyte, Measure, Double)] = [
        (.neutrophils, .neutrophils, 1), (.platelets, .platelets, 1), (.haemoglobin, .haemoglobin, 1),
        (.leukocytes, .whiteCells, 1), (.cd4, .cd4, 1), (.immunoglobulinG, .immunoglobulinG, 1),
        (.ferritin, .ferritin, 1), (.fibrinogen, .fibrinogen, 100), (.triglycerides, .triglycerides, 88.57),
        (.dDimer, .dDimer, 1), (.alt, .alt, 1), (.bilirubin, .bilirubin, 1), (.potassium, .potassium, 1),
        (.phosphate, .phosphate, 3.097), (.uricAcid, .uricAcid, 1),
    ]
}

extension ClinicalPicture {
    /// Adds what all results of the journal say: haematotoxicity and its risk, and how long neutrophils have been low.
    public mutating func take(_ scales: LaboratoryScales) {
        if let risk = scales.carHematotox?.risk { note(.highHaematotoxicityRisk, risk == .high) }
        if let (days, at) = scales.neutropenia { self[.daysOfNeutropenia] = Dated(days, at: at) }
        let grades = [scales.lateICAHT?.grade, scales.earlyICAHT?.verdict.grade].compactMap(\.self)
        // After day 30 the late grade speaks; the early one then is history.
        if let grade = grades.first {
            self[.icahtGrade] = Dated(Double(grade.rawValue), at: scales.neutropenia?.lastCount)
        }
    }
}
