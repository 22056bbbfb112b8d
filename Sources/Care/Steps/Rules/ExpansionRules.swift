/// Step 9: expansion.
extension StopRule {
    static let contamination = StopRule(
        "expansion.contamination", .expansion, against: [.transduction, .harvest, .release, .thaw, .infusion],
        clearedBy: "stop the batch: record its failure, and destroy or lock it away")
    static let forecast = StopRule(
        "expansion.forecast", .expansion, .warning, against: [.harvest],
        clearedBy: "extend the culture, or stop it and plan another batch")
    static let deviation = StopRule(
        "expansion.deviation", .expansion, .warning, against: [.release],
        clearedBy: "weigh the deviation before release")

    static let expansionRules = [contamination, forecast, deviation]
}

extension StepFacts {
    func expansionStops() -> [Stop] { contaminationStops() + forecastStops() + deviationStops() }

    /// A positive sterility, Gram or mycoplasma test ends a batch, in culture as at release.
    private func contaminationStops() -> [Stop] {
        let stopping: [Label.ReleaseTest.Test] = [.sterility, .gramStain, .mycoplasma]
        return certificateBatches.filter { !isFailed($0) }.flatMap { batch in
            stopping.compactMap { test -> Stop? in
                guard let (result, place) = result(test, of: batch), result.isPositive else { return nil }
                return StopRule.contamination.found(
                    "batch \(batch): \(test.words) is positive", "must be negative", in: place,
                    about: "\(batch)/\(test.rawValue)")
            }
        }
    }

    private func forecastStops() -> [Stop] {
        guard let batch, !harvests.contains(where: { $0.value.batch == batch }),
            let count = cultures.last(where: { $0.value.batch == batch }), let forecast = count.value.forecastDose
        else { return [] }
        guard let range = doseRange else {
            return [
                StopRule.forecast.unknown(
                    "batch \(batch) is forecast to give \(forecast.asWritten) 10*6 cells", "the dose is unknown",
                    in: count,
                    about: batch)
            ]
        }
        guard let wanted = range.least ?? range.target, forecast < wanted else { return [] }
        return [
            StopRule.forecast.found(
                "batch \(batch) is forecast to give \(forecast.asWritten) 10*6 cells",
                "\(wanted.asWritten) are the dose",
                in: count, source: range.source, about: batch)
        ]
    }

    private func deviationStops() -> [Stop] {
        deviations.filter { $0.value.severity != .minor && !isFailed($0.value.batch) }.enumerated().map {
            number, deviation in
            StopRule.deviation.found(
                "\(deviation.value.severity.rawValue) deviation of batch \(deviation.value.batch): "
                    + deviation.value.description, in: deviation,
                about: "\(deviation.value.batch)/\(number + 1)")
        }
    }
}
