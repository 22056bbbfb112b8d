import Dispatch
import Dynamics

/// Differences of medians by drawing patients again, both arms of a patient together.
///
/// The medians are those of each arm's own patients (the onset of CRS of those who have it), so the two groups may
/// differ; drawing whole patients keeps what they have in common. Replicate *r* of a seed is the same on any machine
/// and any number of threads.
struct PairedBootstrap {
    /// Replicates: enough for the 2.5th percentile to rest on 25 of them.
    static let replicates = 1000

    /// Patients drawn, with their number of times, for one replicate.
    let seed: UInt64

    /// - Parameter pairs: for each endpoint the values by patient under the reference and in the arm, not a number where
    ///   there is none; all equally long.
    func medians(_ pairs: [(reference: [Double], arm: [Double])], units: [String]) -> [PairedDifference] {
        guard let patients = pairs.first?.reference.count, patients > 0 else {
            return units.map { PairedDifference(unit: $0, pairs: 0, method: .pairedBootstrap) }
        }
        let orders = pairs.map { (OrderedValues($0.reference), OrderedValues($0.arm)) }
        let replicates = Self.replicates
        var found = [Double](repeating: .nan, count: replicates * pairs.count)
        found.withUnsafeMutableBufferPointer { buffer in
            nonisolated(unsafe) let buffer = buffer
            DispatchQueue.concurrentPerform(iterations: replicates) { replicate in
                let times = drawn(patients, replicate: replicate)
                for (index, order) in orders.enumerated() {
                    guard let a = order.0.median(times), let b = order.1.median(times) else { continue }
                    buffer[replicate * pairs.count + index] = b - a
                }
            }
        }
        return pairs.indices.map { index in
            let once = [Int32](repeating: 1, count: patients)
            let differences = (0..<replicates).map { found[$0 * pairs.count + index] }.filter { !$0.isNaN }
            let a = orders[index].0.median(once)
            let b = orders[index].1.median(once)
            let judged = zip(pairs[index].reference, pairs[index].arm).filter { !$0.isNaN || !$1.isNaN }.count
            guard let a, let b else {
                return PairedDifference(unit: units[index], pairs: judged, method: .pairedBootstrap)
            }
            return PairedDifference(
                value: b - a, low: Quantile.of(differences, 0.025), high: Quantile.of(differences, 0.975),
                unit: units[index], pairs: judged, method: .pairedBootstrap)
        }
    }

    /// How often each patient is drawn in one replicate.
    private func drawn(_ patients: Int, replicate: Int) -> [Int32] {
        var stream = RandomStream(seed: seed, patient: UInt64(replicate), purpose: .bootstrap)
        var times = [Int32](repeating: 0, count: patients)
        for _ in 0..<patients { times[stream.index(below: patients)] += 1 }
        return times
    }
}

/// Values in ascending order with the patients they belong to, so that a median of patients drawn again needs no sort.
private struct OrderedValues {
    private let values: [Double]
    private let patients: [Int]

    init(_ all: [Double]) {
        patients = all.indices.filter { !all[$0].isNaN }.sorted { all[$0] < all[$1] }
        values = patients.map { all[$0] }
    }

    /// The median when patient *i* counts `times[i]` times; nil if nobody is left.
    func median(_ times: [Int32]) -> Double? {
        let total = patients.reduce(0) { $0 + Int(times[$1]) }
        guard total > 0 else { return nil }
        let (lower, upper) = ((total - 1) / 2, total / 2)
        var seen = 0
        var first: Double?
        for (value, patient) in zip(values, patients) {
            seen += Int(times[patient])
            if first == nil, seen > lower { first = value }
            if seen > upper { return 0.5 * ((first ?? value) + value) }
        }
        return nil
    }
}

extension RandomStream {
    /// A whole number from 0 to below `count`, all equally likely (Lemire's multiplication, without its rejection: with
    /// 64 bits the bias is below 10⁻¹²).
    mutating func index(below count: Int) -> Int { Int(UInt64(count).multipliedFullWidth(by: bits()).high) }
}

extension RandomPurpose {
    /// Drawing patients again for an interval.
    static let bootstrap = RandomPurpose("bootstrap")
}
