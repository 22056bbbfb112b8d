/// Numbers of the course that belong to no product, disease or study: hazards, measurement, support, collection. Data
/// (`Evidence/course.yaml`), each with its origin.
public struct CourseConstants: Codable, Sendable, Equatable {
    /// What can befall a patient.
    public var hazards: Hazards
    /// How exactly things are measured.
    public var measurement: Measurement
    /// What support does to what the monitor shows.
    public var support: Support
    /// Leukapheresis and manufacture.
    public var cells: Cells

    /// Hazards per day, and what follows an event.
    public struct Hazards: Codable, Sendable, Equatable {
        /// Infections of any grade, days 0 to 28; days 29 to 90; later, per day
        public var infectionToDay28, infectionToDay90, infectionLater: SourcedValue
        /// Infections of any grade from enrolment to lymphodepletion, per day. (From then to infusion: as to day 28.)
        public var infectionWaiting: SourcedValue
        /// Days for which a severe infection holds lymphodepletion
        public var infectionHold: SourcedValue
        /// Mean of the multipliers below that the phase hazards already contain
        public var multiplierInBase: SourcedValue
        /// Factors on the hazard: neutrophils below 0.5 × 10⁹/L; below 0.1 × 10⁹/L, on top; IgG below 4 g/L; corticosteroid
        public var severeNeutropenia, profoundNeutropenia, lowIgG, corticosteroid: SourcedValue
        /// Share of infections that reach grade 3, to day 90; later
        public var severeShare, severeShareLater: SourcedValue
        /// Share of infections of grade 3 that kill
        public var severeFatality: SourcedValue
        /// Deaths a day while CRS, or ICANS, is of grade 4
        public var deathInCRS4, deathInICANS4: SourcedValue
        /// Deaths a day from other causes
        public var background: SourcedValue
        /// Seizures a day while ICE is 2 or less
        public var seizure: SourcedValue
    }

    /// Errors and limits of measurement.
    public struct Measurement: Codable, Sendable, Equatable {
        /// Coefficients of variation: laboratory results; CAR-T counts; IgG; tumour burden; vector copies per cell
        public var laboratory, carT, immunoglobulinG, burden, vectorCopies: SourcedValue
        /// Standard deviations: temperature, °C; mean arterial pressure, mmHg; oxygen saturation, %
        public var temperature, pressure, saturation: SourcedValue
        /// Lowest counts seen, cells/µL: CAR-T cells; B cells
        public var carTDetection, bCellDetection: SourcedValue
    }

    /// Effects of support, sized so that one fluid bolus corrects a mild fall and each vasopressor a shock.
    public struct Support: Codable, Sendable, Equatable {
        /// Rise of the mean arterial pressure by a bolus, mmHg; time to half of it, d
        public var fluidRise, fluidHalfLife: SourcedValue
        /// Rise by the first, second and third vasopressor, mmHg
        public var firstVasopressor, secondVasopressor, thirdVasopressor: SourcedValue
        /// Rise of the saturation, %: cannula to 6 L/min; above; high flow; positive pressure
        public var lowFlow, highCannulaFlow, highFlow, positivePressure: SourcedValue
    }

    /// Collection and manufacture.
    public struct Cells: Codable, Sendable, Equatable {
        /// Standard deviation of the logarithm of the yield of a leukapheresis
        public var yieldResidual: SourcedValue
        /// What a second or third day yields of the day before
        public var nextDayYield: SourcedValue
        /// Days from a failed batch to the next leukapheresis
        public var daysToRecollection: SourcedValue
        /// Days by which a culture may be prolonged
        public var longestExtension: SourcedValue
        /// Correlation of growth in culture with the patient's T-cell fitness
        public var growthFitnessCorrelation: SourcedValue
        /// Share of the infused cells that are not exhausted from the start
        public var engrafting: SourcedValue
    }
}
