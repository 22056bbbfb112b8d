/// What a finding, task or procedure is about: a code of our own for each, and the public one where there is one.
enum Concept: String, CaseIterable {
    // Vital signs and measures of the body
    case vitalSigns, temperature, meanArterialPressure, heartRate, oxygenSaturation, weight, height, age, sex, ecog,
        oxygenSupport, oxygenFlow, vasopressors, vasopressin, fluidBolus, otherCause
    // Neurology and grades
    case neurology, ice, capd, consciousness, seizure, focalWeakness, oedema, crs, icans
    // Referral and fitness
    case referral, priorLines, eligibility, consent, coverage, fitness, activeInfection, pregnancy, ejectionFraction,
        creatinineClearance, progressing, productOrder, slot, infectiousMarkers, label, cancellation
    // Cells
    case leukapheresis, collectionYield, collectionNumber, cd3Before, volumeProcessed, cd3Collected, collectionCount,
        volume, nucleatedCells, cd3, viability, expectedCD3, cryopreservation, packOut, custody, storageTemperature,
        arrival, materialAcceptance, lineClearance, lotUse, manufacture, cd3Input, transduction, carPositive,
        vectorCopyNumber, cultureCount, cultureDays, viableCells, forecastDose, deviation, harvest, doublings,
        carPositiveCells, memoryFraction, bagContent, certificate, releaseApproval, batchRelease, recall, disposal
    // Infusion
    case bridging, readiness, fludarabineReview, identityCheck, thaw, carTProduct, infusion
    // Outcome and follow-up
    case orderStop, transfusion, alert, hardStop, response, burdenRatio, residualDisease, progression, antigenLoss,
        followUp, registryForm, replicationTest, secondMalignancy, careTransfer, death, correction
    // Parts of tasks
    case chainOfIdentity, batchChainOfIdentity, donation, band, bag, bagIdentifier, order, cassette, item, count,
        evidence, action, inSpecification, outOfSpecification, pendingTest, signature, checkedBy, givenBy, takenBy
    // Shippers
    case shipper, logger, holdDays, holdFactor

    /// Words for people.
    var display: String {
        switch self {
        case .ice: "ICE score"
        case .capd: "CAPD score"
        case .crs: "Cytokine release syndrome, ASTCT 2019 grade"
        case .icans: "ICANS, ASTCT 2019 grade"
        case .ecog: "ECOG performance status"
        case .carTProduct: "CAR-T cell product"
        case .neurology: "Assessment for ICANS"
        case .fludarabineReview: "Review of the dose of fludarabine"
        case .cd3, .cd3Before, .cd3Collected, .cd3Input, .expectedCD3: "CD3+ cells: " + words(rawValue)
        default: words(rawValue)
        }
    }

    /// The public code, if one is known.
    var standard: [StandardCode] {
        switch self {
        case .vitalSigns: [.loinc("85353-1", "Vital signs panel", .unverified)]
        case .temperature: [.loinc("8310-5", "Body temperature")]
        case .meanArterialPressure: [.loinc("8478-0", "Mean blood pressure", .unverified)]
        case .heartRate: [.loinc("8867-4", "Heart rate")]
        case .oxygenSaturation:
            [
                .loinc("2708-6", "Oxygen saturation in Arterial blood"),
                .loinc("59408-5", "Oxygen saturation by Pulse oximetry"),
            ]
        case .weight: [.loinc("29463-7", "Body weight")]
        case .height: [.loinc("8302-2", "Body height")]
        case .age: [.loinc("30525-0", "Age", .unverified)]
        case .sex: [.loinc("46098-0", "Sex", .unverified)]
        case .ecog: [.loinc("89247-1", "ECOG performance status")]
        case .oxygenFlow: [.loinc("3151-8", "Inhaled oxygen flow rate", .unverified)]
        case .consent: [.loinc("59284-0", "Consent Document", .unverified)]
        case .ejectionFraction: [.loinc("10230-1", "Left ventricular Ejection fraction", .unverified)]
        case .response: [.loinc("97509-4", "Cancer disease progression")]
        case .death: [.loinc("69453-9", "Cause of death", .unverified)]
        default: []
        }
    }

    /// As a FHIR CodeableConcept: public codes first, ours last.
    var codeable: JSON {
        ["coding": .array(standard.map(\.coding) + [LocalSystem.concept.coding(rawValue, display)])]
    }
}
