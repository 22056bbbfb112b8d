import Foundation
import Therapy

/// What `validate --json` prints, and `validate.json` holds.
struct ValidationReport: Encodable {
    let endpoints: [EndpointRow]
    let summary: Summary

    /// How many agree.
    struct Summary: Encodable {
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
        }
        let patients_per_study: Int
        let seed: UInt64
        let wall_seconds: Double
        let calibration: Count
        let validation: Count
        let studies: [StudyCount]
    }

    init(_ studies: [StudyComparison], patients: Int, seed: UInt64, seconds: Double) {
        endpoints = studies.flatMap(\.endpoints).map(EndpointRow.init)
        summary = Summary(
            patients_per_study: patients, seed: seed, wall_seconds: (seconds * 1000).rounded() / 1000,
            calibration: .init(studies.agreement(of: .calibration)),
            validation: .init(studies.agreement(of: .validation)),
            studies: studies.map {
                .init(
                    study: $0.study, title: $0.title, role: $0.role, patients: $0.patients, infused: $0.infused,
                    failures: $0.failures, compared: $0.agreement.compared, inside: $0.agreement.agreeing,
                    share: $0.agreement.share)
            })
    }

    func json() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }
}

/// One published endpoint in the JSON. Every field is there for every row; what there is none of is null.
struct EndpointRow: Encodable {
    let study: String
    let role: StudyRole
    let endpoint: String
    let label: String
    let unit: String
    @Nullable var simulated: Double?
    @Nullable var low: Double?
    @Nullable var high: Double?
    let published: Double
    let published_low: Double
    let published_high: Double
    /// How the published interval was got.
    let basis: PublishedInterval.Basis
    let inside: Bool
    let n: Int
    let analysis_set: String
    @Nullable var scale: String?
    /// Whether the study graded by another scale than the simulation.
    let scale_differs: Bool
    let verification: Verification
    let source: String
    @Nullable var note: String?

    init(_ comparison: EndpointComparison) {
        let other = comparison.published
        study = comparison.study
        role = comparison.role
        endpoint = comparison.name.rawValue
        label = comparison.name.label
        unit = comparison.name.unit
        published = other.value
        published_low = comparison.interval.low
        published_high = comparison.interval.high
        basis = comparison.interval.basis
        inside = comparison.isInside
        n = other.n
        analysis_set = other.analysisSet
        scale_differs = comparison.scaleDiffers
        verification = other.verification
        source = other.source
        simulated = comparison.simulated.value
        low = comparison.simulated.low
        high = comparison.simulated.high
        scale = other.scale
        note = other.note
    }
}

/// A value that is written as null when there is none, so that every row of a table has the same fields.
@propertyWrapper
struct Nullable<Value: Encodable>: Encodable {
    var wrappedValue: Value?

    init(wrappedValue: Value?) { self.wrappedValue = wrappedValue }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        if let wrappedValue { try container.encode(wrappedValue) } else { try container.encodeNil() }
    }
}
