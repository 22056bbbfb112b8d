import Care

/// Numbers of the product, the study and the disease that vary between patients.
extension TornadoLever {
    nonisolated(unsafe) static let processes: [(String, String, WritableKeyPath<Product, SourcedValue>)] = [
        ("collectionEfficiency", "Collection efficiency", \.process.collectionEfficiency),
        ("bloodVolumes", "Blood volumes processed", \.process.bloodVolumes),
        ("thawRecovery", "Cells recovered after thawing", \.process.thawRecovery),
        ("selectionRecovery", "Cells recovered by selection", \.process.selectionRecovery),
        ("inboundDays", "Days to the factory", \.process.inboundDays),
        ("slotWaitDays", "Days until a slot", \.process.slotWaitDays),
        ("vectorCopiesMean", "Vector copies per cell", \.process.vectorCopiesMean),
        ("lagDays", "Lag before growth in culture", \.process.lagDays),
        ("doublingHours", "Doubling time in culture", \.process.doublingHours),
        ("cultureDays", "Days in culture", \.process.cultureDays),
        ("viability", "Viability at harvest", \.process.viability),
        ("memoryFraction", "Memory-like share of the product", \.process.memoryFraction),
        ("releaseDays", "Days of release testing", \.process.releaseDays),
        ("outboundDays", "Days to the hospital", \.process.outboundDays),
    ]

    nonisolated(unsafe) static let logistics: [(String, String, WritableKeyPath<Study, SourcedValue>)] = [
        ("enrolmentToCollection", "Days from enrolment to collection", \.logistics.enrolmentToCollection),
        ("arrivalToLymphodepletion", "Days from arrival to lymphodepletion", \.logistics.arrivalToLymphodepletion),
        ("plannedStayDays", "Planned days in hospital", \.logistics.plannedStayDays),
        ("bridgingRemaining", "Tumour left by bridging", \.bridging.remaining),
    ]

    nonisolated(unsafe) static let limits: [(String, String, WritableKeyPath<Disease, SourcedValue>)] = [
        ("detectable", "Tumour that a test just sees", \.rules.detectable),
        ("unfit", "Tumour at which a patient is unfit", \.rules.unfit),
        ("lethal", "Tumour at which a patient dies", \.rules.lethal),
    ]
}

extension VirtualPatient {
    /// A covariate in its unit; 0 and 1 for men and women.
    func value(of covariate: Covariate) -> Double {
        switch covariate {
        case .age: age
        case .sex: sex == .female ? 1 : 0
        case .weight: weight
        case .height: height
        case .burden: burden
        case .priorLines: Double(priorLines)
        case .ecog: Double(ecog)
        case .ldh: ldh
        case .lymphocytes: lymphocytes
        case .cd3Share: cd3 / lymphocytes
        case .fitness: fitnessScore
        case .creatinineClearance: creatinineClearance
        case .neutrophils: neutrophils
        case .platelets: platelets
        case .haemoglobin: haemoglobin
        case .crp: crp
        case .ferritin: ferritin
        case .immunoglobulinG: immunoglobulinG
        }
    }
}

extension Covariate {
    /// UCUM unit; "" for sex, where 1 is a woman.
    var unit: String {
        switch self {
        case .age: "a"
        case .weight: "kg"
        case .height: "cm"
        case .burden: "mL"
        case .ldh: "U/L"
        case .lymphocytes, .neutrophils, .platelets: "10*9/L"
        case .creatinineClearance: "mL/min/{1.73_m2}"
        case .haemoglobin: "g/dL"
        case .crp: "mg/L"
        case .ferritin: "ng/mL"
        case .immunoglobulinG: "g/L"
        case .sex: ""
        case .fitness: "{score}"
        case .priorLines, .ecog, .cd3Share: "1"
        }
    }
}
