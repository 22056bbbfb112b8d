import Therapy

extension Inspection {
    /// Correlations of covariates: each pair once, and all together possible.
    mutating func check(_ covariates: CovariateModel) {
        for (index, pair) in covariates.correlations.enumerated() {
            let place = FieldPath("correlations") + index
            require(
                pair.between != pair.and, place + "and", "another covariate", "A covariate goes with itself anyway.")
            for (field, covariate) in [("between", pair.between), ("and", pair.and)] {
                require(
                    covariate.hasScore, place + field, "a covariate with a normal score", found: "'\(covariate.name)'",
                    "Sex, ECOG status and height are drawn otherwise.")
            }
            require((-1...1).contains(pair.value), place + "value", "a value from -1 to 1", "Correct the correlation.")
            requireSource(pair.source, pair.origin, place + "source")
            let earlier = covariates.correlations[..<index].contains {
                ($0.between, $0.and) == (pair.between, pair.and) || ($0.and, $0.between) == (pair.between, pair.and)
            }
            require(!earlier, place, "each pair once", found: "\(pair.between) and \(pair.and) again", "Keep one.")
        }
        require(
            covariates.factor != nil, "correlations", "correlations that can hold together",
            found: "a matrix that is not positive definite", "Lower the largest ones.")
        checkShare(covariates.fitnessInBody, "fitnessInBody")
        check(covariates.fitnessPerPriorLine, "fitnessPerPriorLine", unit: "1")
        check(covariates.linesAtReference, "linesAtReference", unit: "1", in: .notNegative)
    }
}
