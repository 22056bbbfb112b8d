import Therapy

/// A model's page as it stands in `model.yaml`, before it is known to make sense.
struct ModelPage: Decodable {
    var id: String
    var title: String
    var citation: String
    var doi: String?
    var product: String
    var data: String
    var timeUnit: String
    var verification: Verification
    var note: String?
    var absoluteTolerance: Double?
    var parameters: [String: Parameter]
    var checks: [Check]

    /// Absolute tolerance of the checks' integration if the page gives none.
    static let usualTolerance = 1e-12

    struct Parameter: Decodable {
        var unit: String
        var origin: Origin
        var source: String
        var meaning: String
        var omega2: Double?
        var normal: Double?
        var uniform: [Double]?
        var exponential: Double?
    }

    struct Check: Decodable {
        var id: String
        var says: String
        var origin: ModelCheck.Origin
        var set: [String: Double]?
        var quantity: Quantity
        var over: Members?
        var expect: Double
        var tolerance: Double?
        var absolute: Double?
        var verdict: Verdict
        var note: String?

        enum Verdict: String, Decodable, CaseIterable { case reproduced, mismatch }
    }

    /// One of the forms is given.
    struct Quantity: Decodable {
        var of: String
        var at: Double?
        var maximum: [Double]?
        var minimum: [Double]?
        var timeOfMaximum: [Double]?
        var timeOfMinimum: [Double]?
        var halfLife: [Double]?
        var doublingTime: [Double]?
        var area: [Double]?
        var crosses: Crossing?
        var relativeTo: Reference?

        struct Crossing: Decodable {
            var value: Double
            var after: Double
            var before: Double?
        }
        struct Reference: Decodable {
            var of: String
            var at: Double
        }
    }

    /// Members of a table, or drawn.
    struct Members: Decodable {
        var table: String?
        var row: String?
        var rows: String?
        var sampled: Int?
        var seed: UInt64?
        var omega: SpreadReading?
        var statistic: StatisticName?
        var probability: Double?
        var between: [Double]?

        enum StatisticName: String, Decodable, CaseIterable {
            case median, mean, minimum, maximum, geometricMean, logSD, geometricCV, quantile, share, shareOfOccurring
        }
    }
}
