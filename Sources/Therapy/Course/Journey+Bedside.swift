import Care
import Dynamics

/// What a nurse and a laboratory measure, and what follows from it at once.
extension Journey {
    /// Days between ICE assessments in hospital: twice a day (usual practice; reference, from memory).
    private static let neurologyInterval = 0.5

    /// One look at the patient: measure, grade, advise, order; then decide where they are next.
    func look() {
        if dies() { return }
        measurement = chance.measurement(at: now)
        let inHospital = phase == .hospital
        takeVitals()
        if inHospital || now <= Calendar.dailyUntil, now - lastNeurology >= Self.neurologyInterval - 1e-9 {
            assessNeurology()
        }
        if now - lastLaboratory >= (inHospital ? 1 : 0) - 1e-9 { takeBlood() }
        writeGrades()
        if !inHospital {
            outcome.ledger[.visit] += 1
            whereabouts?.visits.append(now)
            record(.followUpVisited(FollowUpVisit(visit: "day \(Int(now.rounded()))")), by: .nurse)
        }
        followGuideline()
        sufferHazards()
        guard phase != .ended else { return }
        movePatient()
        nextLook = phase == .hospital ? now + Calendar.hospitalInterval : Calendar.nextVisit(after: now)
    }

    private func noisy(_ value: Double, cv: Double? = nil) -> Double {
        let cv = cv ?? setting.numbers.measurement.laboratory
        return value * exponential(logNormalSigma(cv: cv) * measurement.normal())
    }

    // MARK: Measuring

    private func takeVitals() {
        let errors = setting.numbers.measurement
        let pressure =
            support.pressure(unsupported: reading(\.mapUnsupported), at: now) + errors.pressure
            * measurement.normal()
        let saturation = min(
            100, support.saturation(roomAir: reading(\.spo2RoomAir)) + errors.saturation * measurement.normal())
        let temperature = reading(\.temperature) + errors.temperature * measurement.normal()
        if support.vasopressors > 0 { outcome.vasopressor = true }
        // Penn grade 3: fluid for the pressure, a vasopressor, or any oxygen (Porter 2018; from memory).
        if chart.crsGrade >= .grade2 { outcome.pennSevere = true }
        record(
            .vitalsTaken(
                VitalSigns(
                    temperature: rounded(temperature, to: 10), meanArterialPressure: pressure.rounded(),
                    oxygenSaturation: saturation.rounded(), oxygen: support.oxygen,
                    vasopressors: support.vasopressors, vasopressin: false, fluidBolus: support.hadFluid(at: now),
                    otherCause: false)), by: .nurse)
    }

    private func assessNeurology() {
        lastNeurology = now
        let severity = min(10, max(0, reading(\.ice)))
        let ice = ICEScore(Int(severity.rounded()))
        // Below one point the patient cannot take the test; who can still be roused is a matter of depth.
        let consciousness: NeurologicalAssessment.Consciousness =
            switch severity {
            case 0.2...: severity < 3 ? .voice : .spontaneous
            case 0.05...: .tactile
            default: .unarousable
            }
        let seizing =
            severity < 2.5
            && chance.seizes(
                at: now,
                probability: CourseNumbers.Hazards.probability(
                    hazard: setting.numbers.hazards.seizure, days: 0.5))
        record(
            .neurologyAssessed(
                NeurologicalAssessment(
                    ice: ice, consciousness: consciousness,
                    seizure: seizing ? .brief : NeurologicalAssessment.Seizure.none,
                    focalWeakness: false, oedema: NeurologicalAssessment.Oedema.none)), by: .nurse)
    }

    private func takeBlood() {
        lastLaboratory = now
        let carT = noisy(reading(\.carT), cv: setting.numbers.measurement.carT)
        report(.carT, carT, detection: carTDetection)
        report(.bCells, noisy(reading(\.bCells)), detection: bCellDetection)
        report(.interleukin6, noisy(reading(\.il6)))
        report(.crp, noisy(reading(\.crp)))
        report(.ferritin, noisy(reading(\.ferritin)))
        report(.interferonGamma, noisy(reading(\.ifng)))
        report(.neutrophils, noisy(reading(\.anc)))
        report(.platelets, noisy(reading(\.platelets)))
        report(.lymphocytes, noisy(reading(\.alc)))
        report(.immunoglobulinG, noisy(reading(\.igg), cv: setting.numbers.measurement.immunoglobulinG))
        noteLaboratory(carT: carT)
        trace?.sample(self)
    }

    private func report(_ analyte: Analyte, _ value: Double, detection: Double = 0) {
        let below = value < detection
        record(
            .labReported(LabResult(analyte, significant(below ? detection : value), belowDetection: below)),
            by: .laboratory)
    }

    /// Three significant digits, as a laboratory reports.
    func significant(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        let scale = powerOfTen(2 - Int(floorLog10(value)))
        return (value * scale).rounded() / scale
    }

    private func rounded(_ value: Double, to scale: Double) -> Double { (value * scale).rounded() / scale }

    /// Lowest counts seen, cells/µL.
    private var carTDetection: Double { setting.numbers.measurement.carTDetection }
    private var bCellDetection: Double { setting.numbers.measurement.bCellDetection }

    /// qPCR copies per µg of DNA for one CAR-T cell per µL of blood.
    private var copiesPerCell: Double { integrator.parameter(setting.body.inputs.copiesPerCell, lane: lane) }

    private func noteLaboratory(carT: Double) {
        if carT >= carTDetection { outcome.lastDetected = now }
        if carT > outcome.cmax ?? -1 {
            outcome.cmax = carT
            outcome.tmax = now
            outcome.cmaxCopies = carT * copiesPerCell
        }
        // Area by trapezoids between the counts, to day 28.
        if let last = lastCarT, last.day < 28 {
            let end = min(now, 28)
            let share = now > last.day ? (end - last.day) / (now - last.day) : 0
            let atEnd = last.value + share * (carT - last.value)
            outcome.auc28 = (outcome.auc28 ?? 0) + 0.5 * (last.value + atEnd) * (end - last.day)
            outcome.auc28Copies = (outcome.auc28 ?? 0) * copiesPerCell
        }
        lastCarT = (now, carT)
        outcome.peakInterleukin6 = max(outcome.peakInterleukin6 ?? 0, reading(\.il6))
        outcome.peakCRP = max(outcome.peakCRP ?? 0, reading(\.crp))
        outcome.peakFerritin = max(outcome.peakFerritin ?? 0, reading(\.ferritin))
        outcome.neutrophilNadir = min(outcome.neutrophilNadir ?? .infinity, reading(\.anc))
        outcome.lowestIgG = min(outcome.lowestIgG ?? .infinity, reading(\.igg))
        neutrophilCourse.note(reading(\.anc), day: now)
        outcome.neutrophilRecovery = neutrophilCourse.recovery
        if now <= 28.5 {
            outcome.neutrophilsDay28 = reading(\.anc)
            outcome.plateletsDay28 = reading(\.platelets)
        }
        let bCells = reading(\.bCells)
        if now >= 168, outcome.bCellAplasia6Months == nil, now <= 203 {
            outcome.bCellAplasia6Months = bCells < bCellDetection
        }
        if now >= 168, outcome.carTDetected6Months == nil, now <= 203 {
            outcome.carTDetected6Months = carT >= carTDetection
        }
        if now >= 364, outcome.bCellsDetected12Months == nil, now <= 400 {
            outcome.bCellsDetected12Months = bCells >= bCellDetection
        }
        if now > 28, bCells >= bCellDetection, outcome.bCellRecovery == nil { outcome.bCellRecovery = now }
        outcome.fludarabineAUC = integrator.state(setting.body.compartments.fludarabineExposure, lane: lane)
    }

    // MARK: Grading and moving

    private func writeGrades() {
        if chart.crsGrade != chart.recordedCRS {
            record(.crsGraded(CRSGrading(grade: chart.crsGrade)), by: .physician)
        }
        if chart.icansGrade != chart.recordedICANS {
            record(.icansGraded(ICANSGrading(grade: chart.icansGrade)), by: .physician)
        }
        trace?.grade(crs: chart.crsGrade, icans: chart.icansGrade, day: now)
    }

    /// Ward, intensive care or home, by the rules.
    private func movePatient() {
        let instant = setting.instant(of: now)
        switch phase {
        case .hospital:
            let intensive = CareRules.needsIntensiveCare(chart)
            if intensive, intensiveSince == nil {
                admit(to: .intensiveCare, because: "CRS or ICANS of grade 3 or more")
            } else if !intensive, intensiveSince != nil {
                admit(to: .ward, because: "stepped down from intensive care")
            }
            let rule = setting.guideline.policy.discharge ?? .usual
            if CareRules.readyForDischarge(chart, at: instant, earliestDay: plannedStay, rule: rule) { discharge() }
        case .home:
            if CareRules.needsAdmission(chart, at: instant) { admit(to: .ward, because: "fever or toxicity at home") }
        default: break
        }
    }

    /// Admission, or a move between units.
    func admit(to unit: Admission.Unit, because reason: String) {
        if admittedAt == nil { admittedAt = now }
        if unit == .intensiveCare {
            intensiveSince = now
        } else if let since = intensiveSince {
            outcome.intensiveCareDays = (outcome.intensiveCareDays ?? 0) + now - since
            intensiveSince = nil
        }
        if outcome.infused { phase = .hospital }
        record(.admitted(Admission(unit: unit, reason: reason)), by: .physician)
        trace?.move(to: unit == .intensiveCare ? .intensiveCare : .hospital, day: now)
        whereabouts?.move(to: unit == .intensiveCare ? .intensiveCare : .ward, day: now)
    }

    private func discharge() {
        leaveHospital()
        phase = .home
        record(.discharged(Discharge(destination: "home, near the centre")), by: .physician)
        trace?.move(to: .home, day: now)
        whereabouts?.move(to: .home, day: now)
    }

    /// Books the stay.
    func leaveHospital() {
        guard let since = admittedAt else { return }
        if let intensive = intensiveSince {
            outcome.intensiveCareDays = (outcome.intensiveCareDays ?? 0) + now - intensive
            intensiveSince = nil
        }
        outcome.hospitalDays = (outcome.hospitalDays ?? 0) + now - max(0, since)
        if outcome.stepDays[.hospital] == nil { outcome.stepDays[.hospital] = now - max(0, since) }
        admittedAt = nil
        support = Support(setting.numbers.support)
    }
}
