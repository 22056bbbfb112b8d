import Testing

@testable import Therapy

/// When a simulated endpoint agrees with a published one.
@Suite struct EndpointComparisonTests {
    private static func comparison(
        _ name: EndpointName = .crs_any, simulated: Double?, published: Double = 0.5, low: Double? = 0.4,
        high: Double? = 0.6, n: Int = 100, scale: String? = nil
    ) -> EndpointComparison {
        EndpointComparison(
            study: "a", role: .calibration, name: name,
            simulated: Endpoint(value: simulated, low: nil, high: nil, unit: name.unit),
            published: PublishedEndpoint(
                endpoint: name.rawValue, value: published, low: low, high: high, unit: name.unit, n: n,
                analysisSet: "infused", scale: scale, source: "a test", verification: .read))
    }

    @Test("a simulated value agrees from the lower published limit to the upper, and no further")
    func limits() {
        for (value, agrees) in [(0.399, false), (0.4, true), (0.5, true), (0.6, true), (0.601, false)] {
            #expect(Self.comparison(simulated: value).isInside == agrees, "\(value)")
        }
    }

    @Test("what could not be simulated does not agree")
    func notSimulated() {
        #expect(!Self.comparison(simulated: nil).isInside)
        #expect(!Self.comparison(simulated: .nan).isInside)
    }

    @Test("without published limits the interval follows from n, and says so")
    func basis() {
        #expect(Self.comparison(simulated: 0.5).interval.basis == .published)
        let wilson = Self.comparison(simulated: 0.41, low: nil, high: nil, n: 100)
        #expect(wilson.interval.basis == .wilson && wilson.isInside)
        #expect(!Self.comparison(simulated: 0.41, low: nil, high: nil, n: 1000).isInside)
        let days = Self.comparison(.crs_onset_days_median, simulated: 3, published: 2.5, low: nil, high: nil)
        #expect(days.interval.basis == .assumedSpread)
    }

    @Test("grades by another scale than the simulation's are marked")
    func scales() {
        #expect(Self.comparison(.crs_grade_3_or_higher, simulated: 0.1, scale: "Lee 2014").scaleDiffers)
        #expect(!Self.comparison(.crs_grade_3_or_higher, simulated: 0.1, scale: "ASTCT").scaleDiffers)
        #expect(!Self.comparison(.crs_grade_3_or_higher_penn, simulated: 0.1, scale: "Penn").scaleDiffers)
        #expect(Self.comparison(.crs_any, simulated: 0.1, scale: "Penn").scaleDiffers)
        #expect(Self.comparison(.icans_any, simulated: 0.1, scale: "CTCAE v4.03").scaleDiffers)
        #expect(!Self.comparison(.neutropenia_grade_3_or_higher_day_28, simulated: 0.1, scale: "CTCAE").scaleDiffers)
        #expect(!Self.comparison(.objective_response_rate, simulated: 0.5).scaleDiffers)
    }

    @Test("studies that were fitted to are counted apart from those that judge")
    func roles() throws {
        var study = try Shipped.setting("zuma-1").study
        let outcomes = try Shipped.outcomes(Shipped.setting("zuma-1"), patients: 60)
        let fitted = StudyComparison(outcomes, study: study)
        study.role = .validation
        study.published = Array(study.published.prefix(3))
        let judged = StudyComparison(outcomes, study: study)
        #expect(fitted.endpoints.count == fitted.agreement.compared && fitted.endpoints.count > 10)
        #expect(judged.agreement.compared == 3)
        let both = [fitted, judged]
        #expect(both.agreement(of: .calibration) == fitted.agreement)
        #expect(both.agreement(of: .validation) == judged.agreement)
        #expect(fitted.patients == 60 && fitted.infused > 30 && fitted.failures == 0)
    }

    @Test("a share that falls short is named; nothing compared is no pass")
    func shortfalls() {
        let required = RequiredAgreement(calibration: 0.85, validation: 0.6, quantities: 0.75)
        let enough = Agreement(compared: 20, agreeing: 17)
        let none = Agreement(compared: 0, agreeing: 0)
        #expect(required.shortfalls(calibration: enough, validation: enough, quantities: enough).isEmpty)
        let short = required.shortfalls(
            calibration: Agreement(compared: 20, agreeing: 16), validation: none, quantities: enough)
        #expect(short.count == 2)
        #expect(short[0].contains("calibration") && short[0].contains("16 of 20") && short[0].contains("85 %"))
        #expect(short[1].contains("validation") && short[1].contains("nothing was compared"))
    }
}
