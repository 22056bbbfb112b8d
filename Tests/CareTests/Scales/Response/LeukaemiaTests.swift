import Care
import Testing

@Suite("Response of acute lymphoblastic leukaemia")
struct LeukaemiaTests {
    static let remission = LeukaemiaFindings(
        at: Bedside.time(24 * 28), marrowBlasts: 1, lowestMarrowBlasts: 40, circulatingBlasts: false,
        extramedullary: LeukaemiaFindings.Extramedullary.none, neutrophils: 2, platelets: 150, transfused: false,
        wasInRemission: false)

    private func response(_ change: (inout LeukaemiaFindings) -> Void) -> LeukaemiaResponse {
        var now = Self.remission
        change(&now)
        return now.response.grade
    }

    @Test("Blasts in the marrow, both sides of 5 %, of a quarter more, and after a remission")
    func blasts() {
        #expect(response { $0.marrowBlasts = 4.9 } == .complete)
        #expect(response { $0.marrowBlasts = 5 } == .noResponse)
        #expect(response { $0.marrowBlasts = 49.9 } == .noResponse)
        #expect(response { $0.marrowBlasts = 50 } == .progressive)
        #expect(response { $0.marrowBlasts = nil } == .notEvaluable)
        #expect(response { $0.marrowBlasts = -1 } == .notEvaluable)
        #expect(response { $0.marrowBlasts = 101 } == .notEvaluable)
        #expect(
            response {
                $0.marrowBlasts = 5
                $0.wasInRemission = true
            } == .progressive)
        #expect(
            response {
                $0.marrowBlasts = 20
                $0.lowestMarrowBlasts = nil
            } == .notEvaluable)
    }

    @Test("Neutrophils and platelets: recovered, partly, not; both sides")
    func counts() {
        #expect(response { $0.neutrophils = 1.0 } == .complete)
        #expect(response { $0.neutrophils = 0.99 } == .partialRecovery)
        #expect(response { $0.neutrophils = 0.51 } == .partialRecovery)
        #expect(response { $0.neutrophils = 0.5 } == .incompleteRecovery)
        #expect(response { $0.platelets = 100 } == .complete)
        #expect(response { $0.platelets = 99 } == .partialRecovery)
        #expect(response { $0.platelets = 51 } == .partialRecovery)
        #expect(response { $0.platelets = 50 } == .incompleteRecovery)
        #expect(response { $0.neutrophils = nil } == .incompleteRecovery)
        #expect(response { $0.platelets = nil } == .incompleteRecovery)
        #expect(response { $0.transfused = true } == .incompleteRecovery)
        #expect(response { $0.transfused = nil } == .incompleteRecovery)
    }

    @Test("Blasts in the blood and disease elsewhere: present, new, unknown")
    func elsewhere() {
        #expect(response { $0.circulatingBlasts = true } == .noResponse)
        #expect(response { $0.circulatingBlasts = nil } == .notEvaluable)
        #expect(response { $0.extramedullary = .persisting } == .noResponse)
        #expect(response { $0.extramedullary = .newOrRecurrent } == .progressive)
        #expect(response { $0.extramedullary = nil } == .notEvaluable)
        #expect(
            response {
                $0.circulatingBlasts = true
                $0.wasInRemission = true
            } == .progressive)
    }

    @Test("Residual disease is told beside the remission: negative only at 1 in 10,000 or better")
    func residual() {
        var now = Self.remission
        #expect(now.residualDisease.grade == .indeterminate)
        now.residual = ResidualDiseaseTest(
            method: .flowCytometry, sensitivity: 1e-4, result: .notDetected, at: Bedside.time(600))
        #expect(now.residualDisease.grade == .negative)
        #expect(now.response.grade == .complete)
        now.residual?.sensitivity = 1e-3
        #expect(now.residualDisease.grade == .indeterminate)
    }

    @Test("A remission counts when it is still there after 28 days")
    func maintained() {
        func best(_ series: [(LeukaemiaResponse, Double)]) -> LeukaemiaResponse? {
            LeukaemiaResponse.confirmation.best(of: series.map { ($0.0, Bedside.time(24 * $0.1)) })
        }
        #expect(best([(.complete, 28), (.complete, 55.9)]) == nil)
        #expect(best([(.complete, 28), (.complete, 56)]) == .complete)
        #expect(best([(.complete, 28), (.noResponse, 40), (.complete, 60), (.complete, 70)]) == .noResponse)
        #expect(best([(.incompleteRecovery, 28), (.complete, 60), (.complete, 90)]) == .complete)
        #expect(best([(.complete, 28), (.progressive, 50), (.complete, 60)]) == nil)
    }
}
