extension CourseConstants {
    /// Every number with its place, for checks and tables.
    public var all: [(path: String, value: SourcedValue)] {
        hazards.all.map { ("hazards.\($0)", $1) } + measurement.all.map { ("measurement.\($0)", $1) }
            + support.all.map { ("support.\($0)", $1) } + cells.all.map { ("cells.\($0)", $1) }
    }
}

extension CourseConstants.Hazards {
    var all: [(String, SourcedValue)] {
        [
            ("infectionToDay28", infectionToDay28),
            ("infectionToDay90", infectionToDay90),
            ("infectionLater", infectionLater),
            ("infectionWaiting", infectionWaiting),
            ("infectionHold", infectionHold),
            ("multiplierInBase", multiplierInBase),
            ("severeNeutropenia", severeNeutropenia),
            ("profoundNeutropenia", profoundNeutropenia),
            ("lowIgG", lowIgG),
            ("corticosteroid", corticosteroid),
            ("severeShare", severeShare),
            ("severeShareLater", severeShareLater),
            ("severeFatality", severeFatality),
            ("deathInCRS4", deathInCRS4),
            ("deathInICANS4", deathInICANS4),
            ("background", background),
            ("seizure", seizure),
        ]
    }
}

extension CourseConstants.Measurement {
    var all: [(String, SourcedValue)] {
        [
            ("laboratory", laboratory),
            ("carT", carT),
            ("immunoglobulinG", immunoglobulinG),
            ("burden", burden),
            ("vectorCopies", vectorCopies),
            ("temperature", temperature),
            ("pressure", pressure),
            ("saturation", saturation),
            ("carTDetection", carTDetection),
            ("bCellDetection", bCellDetection),
        ]
    }
}

extension CourseConstants.Support {
    var all: [(String, SourcedValue)] {
        [
            ("fluidRise", fluidRise),
            ("fluidHalfLife", fluidHalfLife),
            ("firstVasopressor", firstVasopressor),
            ("secondVasopressor", secondVasopressor),
            ("thirdVasopressor", thirdVasopressor),
            ("lowFlow", lowFlow),
            ("highCannulaFlow", highCannulaFlow),
            ("highFlow", highFlow),
            ("positivePressure", positivePressure),
        ]
    }
}

extension CourseConstants.Cells {
    var all: [(String, SourcedValue)] {
        [
            ("yieldResidual", yieldResidual),
            ("nextDayYield", nextDayYield),
            ("daysToRecollection", daysToRecollection),
            ("longestExtension", longestExtension),
            ("growthFitnessCorrelation", growthFitnessCorrelation),
            ("engrafting", engrafting),
        ]
    }
}
