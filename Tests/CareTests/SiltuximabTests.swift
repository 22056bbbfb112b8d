import Care
import Testing

@Suite("Guideline: siltuximab")
struct SiltuximabTests {
    private let policy: ManagementPolicy = {
        var policy = ManagementPolicy.asco2021
        policy.siltuximab = SiltuximabRule(afterTocilizumabDoses: 2)
        return policy
    }()

    private func bedside(tocilizumab hours: [Double], weight: Double = 70) -> Bedside {
        var bedside = Bedside(weight: weight)
        for hour in hours {
            bedside.take(.set(38.5, pressure: 60), hour: hour)
            bedside.give(.tocilizumab, hour: hour)
        }
        return bedside
    }

    @Test("11 mg/kg over an hour for grade 2 that two doses of tocilizumab did not end, 8 h after the second")
    func refractory() throws {
        let twice = bedside(tocilizumab: [48, 56])
        #expect(twice.proposal(.siltuximab, hour: 63.9, policy: policy) == nil)
        let order = try #require(twice.proposal(.siltuximab, hour: 64, policy: policy))
        #expect(order.amount == 770 && order.minutes == 60 && order.doses == 1)
        #expect(order.reason.contains("2 doses of tocilizumab"))
        #expect(bedside(tocilizumab: [48]).proposal(.siltuximab, hour: 64, policy: policy) == nil)
        #expect(twice.proposal(.siltuximab, hour: 64) == nil)
    }

    @Test("Fever alone is not enough, and it is given once")
    func limits() {
        var better = bedside(tocilizumab: [48, 56])
        better.take(.set(38.5), hour: 64)
        #expect(better.proposal(.siltuximab, hour: 64, policy: policy) == nil)
        var given = bedside(tocilizumab: [48, 56])
        given.give(.siltuximab, hour: 64)
        given.take(.set(38.5, pressure: 60), hour: 70)
        #expect(given.proposal(.siltuximab, hour: 70, policy: policy) == nil)
        #expect(given.chart.hardStops(at: Bedside.time(64 + 503)).map(\.action) == ["siltuximab"])
        #expect(given.chart.hardStops(at: Bedside.time(64 + 504)).isEmpty)
    }

    @Test("Fever is not needed for grading after siltuximab")
    func grading() {
        var bedside = bedside(tocilizumab: [])
        bedside.take(.set(38.5, pressure: 60), hour: 48)
        bedside.give(.siltuximab, hour: 48)
        bedside.take(.set(36.8, pressure: 60), hour: 80)
        #expect(bedside.chart.crsGrade == .grade2)
    }
}
