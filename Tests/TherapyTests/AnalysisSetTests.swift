import Care
import Testing

@testable import Therapy

/// Who counts in an endpoint: the same patients as in the study beside which it stands.
@Suite struct AnalysisSetTests {
    @Test(
        "a study's words say whom it counts",
        arguments: [
            ("enrolled", AnalysisSet.enrolled), ("randomised", .enrolled), ("randomised and treated", .collected),
            ("collected", .collected), ("collections for the commercial product, 2022 to 2025", .collected),
            ("treated", .collected), ("safety set of the arm", .collected),
            ("infused", .infused), ("infused with CRS", .infused), ("infused, KarMMa and KarMMa-3", .infused),
            ("evaluable", .infused), ("registry (CIBMTR), not ELIANA", .infused),
            ("responders", .responders), ("in CR within 3 months", .completeResponders),
        ])
    func words(words: String, set: AnalysisSet) {
        #expect(AnalysisSet(words: words) == set)
    }

    /// Ten who were referred: one not eligible, one who left before collection, one who died and one who progressed
    /// while they waited, one without a product, five infused 50 days after enrolment.
    private static func cohort() throws -> [Outcome] {
        let patient = try Shipped.outcomes(Shipped.setting("zuma-1"), patients: 1)[0].patient
        var outcomes = [Outcome](repeating: Outcome(patient: patient), count: 10)
        for index in 1..<10 { outcomes[index].eligible = true }
        for index in 2..<10 { outcomes[index].collections = 1 }
        outcomes[1].notInfused = .withdrawal
        outcomes[2].diedWaiting = true
        outcomes[3].notInfused = .progression
        outcomes[4].notInfused = .manufacturingFailure
        for index in 5..<10 {
            outcomes[index].infused = true
            outcomes[index].enrolmentToInfusion = 50
            outcomes[index].progressionFree = 730
            outcomes[index].survival = 730
            outcomes[index].crsPeak = .grade1
            outcomes[index].cmax = Double(index)
        }
        let best: [Response] = [.progressive, .partial, .completeIncompleteRecovery, .complete, .complete]
        for (index, response) in zip(5..<10, best) {
            outcomes[index].bestResponse = response
            outcomes[index].responseDay = response == .progressive ? nil : 28
            outcomes[index].residualDiseaseNegative = response != .progressive && index != 8
        }
        outcomes[5].progressionFree = 28
        outcomes[5].progressed = true
        // Progression 150 days after infusion, 200 after enrolment: before half a year, and after it.
        outcomes[6].progressionFree = 150
        outcomes[6].progressed = true
        outcomes[6].survival = 340
        outcomes[6].died = true
        return outcomes
    }

    private static func study(_ words: [EndpointName: String]) throws -> Study {
        var study = try Shipped.setting("zuma-1").study
        study.published = words.map { name, words in
            PublishedEndpoint(
                endpoint: name.rawValue, value: 0.5, unit: name.unit, n: 100, analysisSet: words, source: "a test",
                verification: .read)
        }
        return study
    }

    @Test("who was never infused counts in a trial's response of everybody enrolled, and not in that of the infused")
    func response() throws {
        let outcomes = try Self.cohort()
        for (words, value) in [("infused", 4.0 / 5), ("randomised", 4.0 / 9), ("treated", 4.0 / 8)] {
            let study = try Self.study([.objective_response_rate: words])
            let endpoint = try #require(Endpoints(outcomes, study: study).values["objective_response_rate"])
            #expect(endpoint.value == value, "\(words)")
            #expect(endpoint.analysisSet == AnalysisSet(words: words))
            let infused = Endpoints(outcomes, study: study, asPublished: false).values["objective_response_rate"]
            #expect(infused?.value == 4.0 / 5)
            #expect(infused?.analysisSet == .infused)
        }
    }

    @Test("survival of everybody enrolled runs from enrolment, and those who left the path alive are not followed")
    func survival() throws {
        let outcomes = try Self.cohort()
        func value(_ name: EndpointName, _ words: String) throws -> Double {
            let study = try Self.study([name: words])
            return try #require(Endpoints(outcomes, study: study).values[name.rawValue]?.value)
        }
        func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-12 }
        // From infusion: progressions on days 28 and 150 of five. From enrolment: two on the way, then days 78 and 200, of
        // seven.
        #expect(isNear(try value(.progression_free_survival_6_months, "infused"), 3.0 / 5))
        #expect(isNear(try value(.progression_free_survival_6_months, "enrolled"), 4.0 / 7))
        #expect(isNear(try value(.progression_free_survival_12_months, "enrolled"), 3.0 / 7))
        // One death of five on day 340 from infusion, 390 from enrolment; one on the way, of six.
        #expect(isNear(try value(.overall_survival_12_months, "infused"), 4.0 / 5))
        #expect(isNear(try value(.overall_survival_12_months, "enrolled"), 5.0 / 6))
        #expect(isNear(try value(.overall_survival_24_months, "enrolled"), 4.0 / 6))
    }

    @Test("cells are those of responders where a label says responders")
    func cells() throws {
        let outcomes = try Self.cohort()
        for (words, value) in [("infused", 7.0), ("responders", 7.5), ("in CR", 8.5)] {
            let study = try Self.study([.car_t_cmax_median: words])
            #expect(Endpoints(outcomes, study: study).values["car_t_cmax_median"]?.value == value, "\(words)")
        }
    }

    @Test("residual disease that is looked for in complete responses only counts in complete responses only")
    func residualDisease() throws {
        // Negative are a partial response, one complete response with and one without recovered counts.
        let values = Endpoints(try Self.cohort(), study: try Self.study([:])).values
        #expect(values["mrd_negative_rate"]?.value == 3.0 / 5)
        #expect(values["mrd_negative_complete_response_rate"]?.value == 2.0 / 5)
    }

    @Test(
        "endpoints that say themselves who counts take no other set, and a label names the set if it is not the infused"
    )
    func ownSets() throws {
        let outcomes = try Self.cohort()
        let study = try Self.study([
            .infused: "enrolled", .crs_any: "safety set of the arm", .response_lasting_12_months: "responders",
        ])
        let values = Endpoints(outcomes, study: study).values
        #expect(values["infused"]?.value == 5.0 / 9)
        #expect(values["infused"]?.analysisSet == .infused)
        #expect(values["response_lasting_12_months"]?.analysisSet == .infused)
        #expect(values["crs_any"]?.value == 5.0 / 8)
        #expect(EndpointName.crs_any.label(of: .collected) == "CRS, any grade, of the collected")
        #expect(EndpointName.crs_any.label(of: .infused) == "CRS, any grade")
    }
}
