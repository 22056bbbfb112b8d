import Therapy

extension Inspection {
    /// The covariates of the patients.
    mutating func check(_ population: Population, _ path: FieldPath) {
        let distributions: [(String, Population.Distribution, String)] = [
            ("age", population.age, "a"), ("weight", population.weight, "kg"), ("height", population.height, "cm"),
            ("priorLines", population.priorLines, "1"), ("burden", population.burden, "mL"),
            ("ldh", population.ldh, "U/L"),
            ("creatinineClearance", population.creatinineClearance, "mL/min/{1.73_m2}"),
            ("lymphocytes", population.lymphocytes, "10*9/L"), ("cd3Share", population.cd3Share, "1"),
            ("neutrophils", population.neutrophils, "10*9/L"), ("platelets", population.platelets, "10*9/L"),
            ("haemoglobin", population.haemoglobin, "g/dL"), ("crp", population.crp, "mg/L"),
            ("ferritin", population.ferritin, "ng/mL"), ("immunoglobulinG", population.immunoglobulinG, "g/L"),
        ]
        for (name, distribution, unit) in distributions { check(distribution, path + name, unit: unit) }
        require(
            population.cd3Share.maximum.map { $0 <= 1 } ?? false, path + "cd3Share" + "maximum",
            "a limit of 1 or less", "A share cannot pass 1; cut the distribution.")
        checkShare(population.female, path + "female")
        let shares = population.ecogShares
        require(
            shares.count == 3 && shares.allSatisfy((0...1).contains), path + "ecogShares",
            "three shares from 0 to 1, of ECOG 0, 1 and 2", found: "\(shares)", "Write a fraction for each.")
        require(
            abs(shares.reduce(0, +) - 1) < 1e-6, path + "ecogShares", "shares that add up to 1",
            found: "\(shares)", "Correct them.")
    }

    private mutating func check(_ covariate: Population.Distribution, _ path: FieldPath, unit: String) {
        require(unit: covariate.unit, unit, path + "unit")
        require(covariate.cv >= 0, path + "cv", "a spread of 0 or more", "Write the coefficient of variation.")
        require(covariate.median >= 0, path + "median", "0 or more", "No covariate here can be negative.")
        require(
            covariate.shape == .normal || covariate.median > 0, path + "median", "more than 0 for a log-normal",
            "Use `shape: normal` or a median above 0.")
        require(
            (covariate.minimum ?? covariate.median) <= covariate.median, path + "minimum",
            "no more than the median", "Lower it, or draws would never end inside.")
        require(
            (covariate.maximum ?? covariate.median) >= covariate.median, path + "maximum",
            "no less than the median", "Raise it, or draws would never end inside.")
        require(
            covariate.shape == .lognormal || (covariate.minimum ?? -1) >= 0, path + "minimum",
            "a limit of 0 or more for a normal distribution", "Add it: a normal draw could be negative.")
        requireSource(covariate.source, covariate.origin, path + "source")
    }
}
