import Therapy

extension ValidationReport {
    /// How many agree.
    struct Summary: Encodable {
        /// Endpoints.
        struct Count: Encodable {
            let compared: Int
            let inside: Int
            @Nullable var share: Double?

            init(_ agreement: Agreement) {
                compared = agreement.compared
                inside = agreement.agreeing
                share = agreement.share
            }
        }

        /// One study's endpoints.
        struct StudyCount: Encodable {
            let study: String
            let title: String
            let role: StudyRole
            let patients: Int
            let infused: Int
            /// Patients whose integration failed; they are in no endpoint.
            let failures: Int
            let compared: Int
            let inside: Int
            @Nullable var share: Double?

            init(_ comparison: StudyComparison) {
                study = comparison.study
                title = comparison.title
                role = comparison.role
                patients = comparison.patients
                infused = comparison.infused
                failures = comparison.failures
                compared = comparison.agreement.compared
                inside = comparison.agreement.agreeing
                share = comparison.agreement.share
            }
        }

        /// Quantities: what could not be simulated counts as not holding, arithmetic is not counted.
        struct QuantityCount: Encodable {
            struct Part: Encodable {
                let compared: Int
                let holding: Int
                @Nullable var share: Double?

                init(_ agreement: Agreement) {
                    compared = agreement.compared
                    holding = agreement.agreeing
                    share = agreement.share
                }
            }
            let compared: Int
            let holding: Int
            let not_simulated: Int
            let arithmetic: Int
            @Nullable var share: Double?
            /// Of those that, or the like of which, parameters were fitted to.
            let fitted: Part
            /// Of the others.
            let predicted: Part

            init(_ results: [QuantityResult]) {
                let agreement = results.agreement
                compared = agreement.compared
                holding = agreement.agreeing
                share = agreement.share
                not_simulated = results.filter { $0.simulated == nil }.count
                arithmetic = results.count - agreement.compared
                fitted = Part(results.filter(\.quantity.fitted).agreement)
                predicted = Part(results.filter { !$0.quantity.fitted }.agreement)
            }
        }

        /// Policies.
        struct PolicyCount: Encodable {
            let compared: Int
            let holding: Int
        }

        let patients_per_study: Int
        let seed: UInt64
        let wall_seconds: Double
        let calibration: Count
        let validation: Count
        let quantities: QuantityCount
        let policies: PolicyCount
        let required: RequiredAgreement
        /// What falls short of what is required, in words; empty if nothing does.
        let shortfalls: [String]
        let studies: [StudyCount]
    }
}
