import Dispatch

/// Arms of a trial that ran in the same virtual patients, endpoint by endpoint, each beside the first.
public struct ArmComparison: Sendable {
    /// One endpoint in all arms.
    public struct Row: Sendable {
        /// Which.
        public let measure: ComparedMeasure
        /// The estimate in each arm, by itself.
        public let estimates: [Endpoint]
        /// Each further arm less the reference, in the order of the arms.
        public let differences: [PairedDifference]
    }

    /// In the order of tables.
    public let rows: [Row]
    /// Patients infused, by arm.
    public let infused: [Int]

    /// Compares arms.
    /// - Parameters:
    ///   - arms: outcomes by arm, the reference first; patient *i* stands at the same place in each.
    ///   - seed: of the bootstrap.
    public init(_ arms: [[Outcome]], study: Study, seed: UInt64) {
        precondition(Set(arms.map(\.count)).count == 1, "arms of one trial have the same patients")
        let measures = ComparedMeasure.all(for: study)
        // The differences are those of patients infused in both arms.
        let endpoints = arms.map { Endpoints($0, study: study, asPublished: false) }
        infused = endpoints.map(\.infused)
        let values = arms.map { Self.values($0, measures) }
        let medians = measures.indices.filter { measures[$0].statistic == .median }
        let units = medians.map { measures[$0].unit }
        let bootstrapped = values.dropFirst().map { arm in
            PairedBootstrap(seed: seed).medians(medians.map { (values[0][$0], arm[$0]) }, units: units)
        }
        rows = measures.indices.map { index in
            let measure = measures[index]
            let differences = values.dropFirst().enumerated().map { position, arm in
                switch measure.statistic {
                case .share: PairedDifference.share(values[0][index], arm[index], unit: measure.unit)
                case .mean: PairedDifference.mean(values[0][index], arm[index], unit: measure.unit)
                case .median: bootstrapped[position][medians.firstIndex(of: index) ?? 0]
                }
            }
            let estimates = arms.indices.map { arm in
                endpoints[arm].values[measure.name] ?? Self.mean(values[arm][index], unit: measure.unit)
            }
            return Row(measure: measure, estimates: estimates, differences: differences)
        }
    }

    /// Values by measure, then patient; not a number where there is none.
    private static func values(_ outcomes: [Outcome], _ measures: [ComparedMeasure]) -> [[Double]] {
        var columns = [[Double]](repeating: [], count: measures.count)
        columns.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let buffer = buffer
            DispatchQueue.concurrentPerform(iterations: measures.count) { index in
                buffer[index] = outcomes.map { $0.failure == nil ? measures[index].value($0) ?? .nan : .nan }
            }
        }
        return columns
    }

    private static func mean(_ values: [Double], unit: String) -> Endpoint {
        let mean = MeanEstimate(values)
        return Endpoint(value: mean?.value, low: mean?.low, high: mean?.high, unit: unit)
    }
}
