/// The numbers of the course without their origins, as the simulation reads them many times a patient: copying them
/// touches no text. Units and meaning: `CourseConstants`.
struct CourseNumbers: Sendable {
    let hazards: Hazards
    let measurement: Measurement
    let support: Support
    let cells: Cells

    init(_ constants: CourseConstants) {
        hazards = Hazards(constants.hazards)
        measurement = Measurement(constants.measurement)
        support = Support(constants.support)
        cells = Cells(constants.cells)
    }

    struct Hazards: Sendable {
        let infectionToDay28, infectionToDay90, infectionLater, infectionWaiting, infectionHold, multiplierInBase,
            severeNeutropenia, profoundNeutropenia, lowIgG, corticosteroid, severeShare, severeShareLater,
            severeFatality, deathInCRS4, deathInICANS4, background, seizure: Double

        init(_ constants: CourseConstants.Hazards) {
            infectionToDay28 = constants.infectionToDay28.value
            infectionToDay90 = constants.infectionToDay90.value
            infectionLater = constants.infectionLater.value
            infectionWaiting = constants.infectionWaiting.value
            infectionHold = constants.infectionHold.value
            multiplierInBase = constants.multiplierInBase.value
            severeNeutropenia = constants.severeNeutropenia.value
            profoundNeutropenia = constants.profoundNeutropenia.value
            lowIgG = constants.lowIgG.value
            corticosteroid = constants.corticosteroid.value
            severeShare = constants.severeShare.value
            severeShareLater = constants.severeShareLater.value
            severeFatality = constants.severeFatality.value
            deathInCRS4 = constants.deathInCRS4.value
            deathInICANS4 = constants.deathInICANS4.value
            background = constants.background.value
            seizure = constants.seizure.value
        }
    }

    struct Measurement: Sendable {
        let laboratory, carT, immunoglobulinG, burden, vectorCopies, temperature, pressure, saturation, carTDetection,
            bCellDetection: Double

        init(_ constants: CourseConstants.Measurement) {
            laboratory = constants.laboratory.value
            carT = constants.carT.value
            immunoglobulinG = constants.immunoglobulinG.value
            burden = constants.burden.value
            vectorCopies = constants.vectorCopies.value
            temperature = constants.temperature.value
            pressure = constants.pressure.value
            saturation = constants.saturation.value
            carTDetection = constants.carTDetection.value
            bCellDetection = constants.bCellDetection.value
        }
    }

    struct Support: Sendable {
        let fluidRise, fluidHalfLife, firstVasopressor, secondVasopressor, thirdVasopressor, lowFlow, highCannulaFlow,
            highFlow, positivePressure: Double

        init(_ constants: CourseConstants.Support) {
            fluidRise = constants.fluidRise.value
            fluidHalfLife = constants.fluidHalfLife.value
            firstVasopressor = constants.firstVasopressor.value
            secondVasopressor = constants.secondVasopressor.value
            thirdVasopressor = constants.thirdVasopressor.value
            lowFlow = constants.lowFlow.value
            highCannulaFlow = constants.highCannulaFlow.value
            highFlow = constants.highFlow.value
            positivePressure = constants.positivePressure.value
        }
    }

    struct Cells: Sendable {
        let yieldResidual, nextDayYield, daysToRecollection, longestExtension, growthFitnessCorrelation,
            engrafting: Double

        init(_ constants: CourseConstants.Cells) {
            yieldResidual = constants.yieldResidual.value
            nextDayYield = constants.nextDayYield.value
            daysToRecollection = constants.daysToRecollection.value
            longestExtension = constants.longestExtension.value
            growthFitnessCorrelation = constants.growthFitnessCorrelation.value
            engrafting = constants.engrafting.value
        }
    }
}
