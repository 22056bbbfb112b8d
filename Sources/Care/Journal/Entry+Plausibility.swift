/// A number of an entry and the limits beyond which it must be a slip or in another unit.
struct Quantity {
    var field: String
    var value: Double
    var limits: ClosedRange<Double>
    var unit: String

    /// Whether the value is a number within the limits.
    var isPlausible: Bool { limits.contains(value) }
}

extension Event {
    /// The numbers of the payload that are known, with their limits. The limits are wide: they catch degrees Fahrenheit,
    /// percent for a share and a slipped decimal point, and judge no patient. All are assumed.
    var quantities: [Quantity] {
        var all: [Quantity] = []
        func check(_ field: String, _ value: Double?, _ limits: ClosedRange<Double>, _ unit: String) {
            if let value { all.append(Quantity(field: field, value: value, limits: limits, unit: unit)) }
        }
        func count(_ field: String, _ value: Int?, _ limits: ClosedRange<Int>) {
            check(field, value.map(Double.init), Double(limits.lowerBound)...Double(limits.upperBound), "{count}")
        }
        func share(_ field: String, _ value: Double) { check(field, value, 0...1, "1") }
        func amount(_ field: String, _ value: Double?, _ unit: String) {
            check(field, value, 0...Double.greatestFiniteMagnitude, unit)
        }
        switch self {
        case .referralReceived(let value):
            check("age", value.age, 0...120, "a")
            check("weight", value.weight, 1...400, "kg")
            check("height", value.height, 30...260, "cm")
            count("priorLines", value.priorLines, 0...50)
            count("ecog", value.ecog, 0...4)
        case .leukapheresisCompleted(let value):
            count("collection", value.collection, 1...100)
            amount("cd3Before", value.cd3Before, "10*9/L")
            amount("volumeProcessed", value.volumeProcessed, "L")
            amount("cd3Collected", value.cd3Collected, "10*9")
        case .shipmentReceived(let value): amount("days", value.days, "d")
        case .batchStarted(let value):
            count("attempt", value.attempt, 1...100)
            amount("cd3Input", value.cd3Input, "10*9")
        case .transductionCompleted(let value):
            share("carPositive", value.carPositive)
            amount("vectorCopyNumber", value.vectorCopyNumber, "{copies}/{cell}")
        case .batchHarvested(let value):
            amount("cultureDays", value.cultureDays, "d")
            amount("carPositiveCells", value.carPositiveCells, "10*6")
            share("viability", value.viability)
            share("memoryFraction", value.memoryFraction)
        case .infusionCompleted(let value):
            amount("carPositiveCells", value.carPositiveCells, "10*6")
            amount("cellsPerKilogram", value.cellsPerKilogram, "10*6/kg")
            amount("minutesSinceThaw", value.minutesSinceThaw, "min")
        case .vitalsTaken(let value):
            check("temperature", value.temperature, 25...45, "Cel")
            check("meanArterialPressure", value.meanArterialPressure, 0...300, "mm[Hg]")
            check("heartRate", value.heartRate, 0...350, "/min")
            check("oxygenSaturation", value.oxygenSaturation, 0...100, "%")
            count("vasopressors", value.vasopressors, 0...10)
            if case .nasalCannula(let flow) = value.oxygen { check("oxygen.nasalCannula", flow, 0...80, "L/min") }
        case .neurologyAssessed(let value): count("capd", value.capd, 0...32)
        case .labReported(let value):
            let (plausible, unit) = (value.analyte.plausible, value.analyte.unit)
            check("value", value.value, plausible, unit)
            check("lowerLimit", value.lowerLimit, plausible, unit)
            check("upperLimit", value.upperLimit, plausible, unit)
        case .orderPlaced(let value):
            amount("amount", value.amount, value.unit)
            amount("minutes", value.minutes, "min")
            check("intervalHours", value.intervalHours, 0.25...8760, "h")
            count("doses", value.doses, 1...10_000)
        case .drugGiven(let value):
            amount("amount", value.amount, value.unit)
            amount("minutes", value.minutes, "min")
        case .fitnessChecked(let value):
            count("ecog", value.ecog, 0...4)
            check("oxygenSaturation", value.oxygenSaturation, 0...100, "%")
            check("ejectionFraction", value.ejectionFraction, 0...100, "%")
            check("creatinineClearance", value.creatinineClearance, 0...400, "mL/min")
        case .collectionStarted(let value): count("identifiersAsked", value.identifiersAsked, 0...10)
        case .bagSealed(let value): check("volume", value.volume, 0...5000, "mL")
        case .collectionCounted(let value):
            check("volume", value.volume, 0...5000, "mL")
            amount("nucleatedCells", value.nucleatedCells, "10*9")
            amount("cd3", value.cd3, "10*9")
            check("viability", value.viability, 0...1, "1")
            amount("expectedCD3", value.expectedCD3, "10*9")
        case .packedOut(let value):
            check("holdDays", value.holdDays, 0...60, "d")
            check("holdFactor", value.holdFactor, 0...1, "1")
            check("transitDays", value.transitDays, 0...60, "d")
            check("lowestTemperature", value.lowestTemperature, -273.15...60, "Cel")
            check("highestTemperature", value.highestTemperature, -273.15...60, "Cel")
        case .temperatureLogged(let value): check("temperature", value.temperature, -273.15...60, "Cel")
        case .cultureCounted(let value):
            amount("cultureDays", value.cultureDays, "d")
            amount("viableCells", value.viableCells, "10*9")
            check("viability", value.viability, 0...1, "1")
            amount("forecastDose", value.forecastDose, "10*6")
        case .bagFilled(let value):
            count("number", value.number, 1...50)
            count("of", value.of, 1...50)
            amount("carPositiveCells", value.carPositiveCells, "10*6")
            check("volume", value.volume, 0...5000, "mL")
        case .readinessConfirmed(let value): count("count", value.count, 0...1000)
        case .lymphodepletionReviewed(let value):
            check("creatinineClearance", value.creatinineClearance, 0...400, "mL/min")
            check("fludarabineDose", value.fludarabineDose, 0...100, "mg/m2")
            count("plannedDays", value.plannedDays, 1...10)
        case .infusionStarted(let value): check("expectedMinutes", value.expectedMinutes, 0...1440, "min")
        case .transfused(let value): count("units", value.units, 1...100)
        case .infectionReported(let value): count("grade", value.grade, 1...5)
        case .responseAssessed(let value): amount("burdenRatio", value.burdenRatio, "1")
        default: break
        }
        return all
    }
}

extension Analyte {
    /// Values that can be in the canonical unit. They catch the units that laboratories also use (per µL for 10⁹/L, g/L
    /// for haemoglobin, µmol/L for creatinine, mg/dL for IgG), where a slip would hide what the rules look for: an IgG
    /// of 400 mg/dL read as 400 g/L is never replaced. All are assumed, beyond what disease reaches.
    var plausible: ClosedRange<Double> {
        switch self {
        case .neutrophils: 0...300
        case .platelets: 0...5000
        case .lymphocytes: 0...1000
        case .haemoglobin: 0...25
        case .creatinine: 0...40
        case .immunoglobulinG, .mProtein: 0...150
        case .leukocytes: 0...1000
        case .fibrinogen: 0...20
        case .bilirubin: 0...80
        case .potassium: 1...12
        case .phosphate: 0...10
        case .uricAcid: 0...100
        case .triglycerides: 0...150
        case .carT, .bCells, .interleukin6, .crp, .ferritin, .interferonGamma, .ldh, .cd3, .cd4, .dDimer, .alt, .ast:
            0...Double.greatestFiniteMagnitude
        }
    }
}
