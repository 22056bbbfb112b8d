import Care
import Testing

@Suite("Residual disease")
struct ResidualDiseaseTests {
    private static let day = Bedside.time(24 * 28)

    private func test(
        _ result: ResidualDiseaseTest.Result, sensitivity: Double? = 1e-5,
        _ method: ResidualDiseaseTest.Method = .nextGenerationFlow, at instant: Instant = day
    ) -> ResidualDiseaseTest {
        ResidualDiseaseTest(method: method, sensitivity: sensitivity, result: result, at: instant)
    }

    private func status(_ test: ResidualDiseaseTest?, at level: Double) -> ResidualDisease {
        ResidualDisease.status(of: test, at: level).grade
    }

    @Test("None found is negative only at a level that the test reaches")
    func sensitivity() {
        #expect(status(test(.notDetected, sensitivity: 1e-4), at: 1e-4) == .negative)
        #expect(status(test(.notDetected, sensitivity: 1.1e-4), at: 1e-4) == .indeterminate)
        #expect(status(test(.notDetected, sensitivity: 1e-4), at: 1e-5) == .indeterminate)
        #expect(status(test(.notDetected, sensitivity: nil), at: 1e-4) == .indeterminate)
        #expect(status(test(.notDetected, sensitivity: 0), at: 1e-4) == .indeterminate)
        #expect(status(nil, at: 1e-4) == .indeterminate)
    }

    @Test("What is found counts against the level, both sides")
    func detected() {
        #expect(status(test(.detected(1e-4)), at: 1e-4) == .positive)
        #expect(status(test(.detected(0.99e-4)), at: 1e-4) == .negative)
        #expect(status(test(.detected(-1)), at: 1e-4) == .indeterminate)
        #expect(status(test(.detected(.nan)), at: 1e-4) == .indeterminate)
        #expect(status(test(.detected(2)), at: 1e-4) == .indeterminate)
    }

    @Test("The verdict names method, level, time and source, and what is unknown")
    func reasons() throws {
        let verdict = ResidualDisease.status(of: test(.notDetected, sensitivity: 1e-4), at: 1e-5)
        let reason = try #require(verdict.reasons.first)
        #expect(reason.at == Self.day)
        #expect(reason.finding.contains("next-generation flow"))
        #expect(reason.finding.contains("does not reach 1e-05"))
        #expect(verdict.unknown == ["residual disease at 1e-05"])
    }

    @Test("IMWG: categories are of complete responses, by next-generation flow or sequencing, at 1 in 100,000")
    func imwg() {
        func category(
            _ response: IMWGResponse, _ test: ResidualDiseaseTest?, imaging: Bool? = nil,
            earlier: Instant? = nil
        ) -> IMWGResidualDisease {
            IMWGResidualDisease.category(response: response, test: test, imagingNegative: imaging, earlier: earlier)
                .grade
        }
        #expect(category(.complete, test(.notDetected)) == .flowNegative)
        #expect(category(.complete, test(.notDetected, .sequencing)) == .sequencingNegative)
        #expect(category(.complete, test(.notDetected, .flowCytometry)) == .indeterminate)
        #expect(category(.complete, test(.notDetected, .quantitativePCR)) == .indeterminate)
        #expect(category(.complete, test(.notDetected, sensitivity: 1e-4)) == .indeterminate)
        #expect(category(.complete, test(.detected(1e-5))) == .positive)
        #expect(category(.complete, nil) == .indeterminate)
        #expect(category(.veryGoodPartial, test(.notDetected)) == .notInCompleteResponse)
        #expect(category(.stringentComplete, test(.notDetected), imaging: true) == .imagingNegative)
        #expect(category(.complete, test(.notDetected), imaging: false) == .flowNegative)
        let year = Self.day.advanced(byDays: -365)
        #expect(category(.complete, test(.notDetected), imaging: true, earlier: year) == .sustainedNegative)
        #expect(
            category(.complete, test(.notDetected), imaging: true, earlier: year.advanced(byDays: 1))
                == .imagingNegative)
        #expect(category(.complete, test(.notDetected), imaging: nil, earlier: year) == .flowNegative)
    }
}
