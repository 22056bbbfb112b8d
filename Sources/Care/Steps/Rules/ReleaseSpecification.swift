/// A batch held against its specification: every required test present, readable and in limit.
struct ReleaseAssessment {
    /// Tests that are not there, or cannot be read.
    var missing: [Stop] = []
    /// Tests out of limit, by the name that the certificate uses.
    var outside: [(name: String, stop: Stop, at: Instant)] = []
    /// Tests that may follow, and have not yet come.
    var pending: [Stop] = []
}

extension StepFacts {
    /// - Parameter pending: tests that the release itself says are pending.
    func assess(_ batch: String, pending: [String]) -> ReleaseAssessment {
        var assessment = ReleaseAssessment()
        guard let specification = label?.version.release else {
            assessment.missing.append(
                StopRule.releaseTest.unknown(missing("the specification of release"), about: batch))
            return assessment
        }
        for test in specification { assess(test, of: batch, pending: pending, into: &assessment) }
        assessOwnLimits(of: batch, beside: specification, into: &assessment)
        return assessment
    }

    private func assess(
        _ test: Label.ReleaseTest, of batch: String, pending: [String], into assessment: inout ReleaseAssessment
    ) {
        let name = test.test.rawValue
        let subject = "\(batch)/\(name)"
        let source = RuleSource(test)
        func isMissing(_ finding: String, _ place: (any Placed)?) {
            let reason = StopRule.releaseTest.reason(finding, test.limitInWords, in: place, source: source)
            if place == nil, test.mayFollow == true, pending.contains(where: { $0.folded == name.folded }) {
                assessment.pending.append(StopRule.pendingTest.stop([reason], about: subject, unknown: true))
            } else {
                assessment.missing.append(StopRule.releaseTest.stop([reason], about: subject, unknown: true))
            }
        }
        func isOutside(_ finding: String, _ place: Noted<Certificate>) {
            let rule = test.test.isAboutSafety ? StopRule.safetyTest : StopRule.releaseLimit
            assessment.outside.append(
                (name, rule.found(finding, test.limitInWords, in: place, source: source, about: subject), place.at))
        }
        guard test.test.isNumber else {
            guard let (result, place) = result(test.test, of: batch) else {
                return isMissing("\(test.test.words) of batch \(batch) is not reported", nil)
            }
            guard result.test.value.isFinite else {
                return isMissing("\(test.test.words) of batch \(batch) cannot be read", place)
            }
            if result.isPositive {
                isOutside("\(test.test.words) of batch \(batch) is not \(test.result ?? "as it must be")", place)
            }
            return
        }
        guard let (value, finding, place) = value(of: test, batch: batch) else {
            return isMissing("\(test.test.words) of batch \(batch) is not reported", nil)
        }
        guard let value else {
            return isMissing(
                "\(test.test.words) of batch \(batch), \(finding), cannot be read in \(test.unit ?? "a unit")", place)
        }
        let certified = result(test.test, of: batch)?.0.test.passed ?? true
        if !test.admits(value) || !certified {
            let own = test.admits(value) ? "; the certificate itself says failed" : ""
            isOutside("\(test.test.words) of batch \(batch) is \(finding)\(own)", place)
        }
    }

    /// Tests that the certificate has beyond the label's: their own word counts.
    private func assessOwnLimits(
        of batch: String, beside specification: [Label.ReleaseTest], into assessment: inout ReleaseAssessment
    ) {
        let known = Set(specification.map(\.test.rawValue.folded) + [Self.bulkCopies.folded])
        let names = certificates.filter { $0.value.batch == batch }.flatMap { $0.value.tests.map(\.name) }
        for name in Set(names.map(\.folded)).subtracting(known).sorted() {
            guard let (result, place) = result(named: name, of: batch), !result.test.passed else { continue }
            let stop = StopRule.releaseLimit.found(
                "\(result.test.name) of batch \(batch) is \(result.test.value.asWritten) \(result.test.unit)",
                result.test.limit, in: place, about: "\(batch)/\(result.test.name)")
            assessment.outside.append((result.test.name, stop, place.at))
        }
    }
}

extension Label.ReleaseTest {
    /// Whether a value, as it is and not rounded, is within the limits. No number is not.
    func admits(_ value: Double) -> Bool {
        guard value.isFinite else { return false }
        let isInclusive = inclusive ?? true
        if let least = atLeast, value < least || (!isInclusive && value == least) { return false }
        if let most = atMost, value > most || (!isInclusive && value == most) { return false }
        return true
    }

    /// The limit in words.
    var limitInWords: String {
        if let result { return "must be \(result)" }
        let (low, high) = inclusive ?? true ? ("≥", "≤") : (">", "<")
        let unit = unit.map { $0 == "1" ? "" : " \($0)" } ?? ""
        let limits = [atLeast.map { "\(low) \($0.asWritten)\(unit)" }, atMost.map { "\(high) \($0.asWritten)\(unit)" }]
        return "limit " + limits.compactMap(\.self).joined(separator: " and ")
    }
}
