import Dynamics
import Therapy

/// A product with its diseases: the parameters that only its own studies can tell, tried together before the descent.
struct ScreenBlock: Sendable {
    /// The product.
    let product: String
    /// Its parameters and those of its diseases that no earlier block has.
    let parameters: [Int]
    /// Its studies.
    let studies: [Int]

    static func all(_ problem: CalibrationProblem) -> [ScreenBlock] {
        var taken: Set<Int> = []
        return Set(problem.material.studies.map(\.study.product)).sorted().compactMap { product in
            let studies = problem.material.studies.indices.filter {
                problem.material.studies[$0].study.product == product
            }
            let diseases = Set(studies.map { problem.material.studies[$0].study.disease })
            let parameters = problem.parameters.indices.filter { index in
                guard !taken.contains(index) else { return false }
                switch problem.parameters[index].owner {
                case .body: return false
                case .product(let id): return id == product
                case .disease(let id): return diseases.contains(id)
                }
            }
            taken.formUnion(parameters)
            return parameters.isEmpty ? nil : ScreenBlock(product: product, parameters: parameters, studies: studies)
        }
    }

    /// Points to try: the one that stands, then a Latin hypercube over the central 95 % of the priors, drawn towards
    /// the standing point by nothing, a half and three quarters in turn. In twenty dimensions a draw of the whole prior
    /// is seldom any good.
    func candidates(from point: [Double], draws: Int, seed: UInt64) -> [[Double]] {
        guard draws > 0 else { return [point] }
        let columns = parameters.map { Self.stratified(draws, seed: seed, parameter: $0) }
        let pulls = [1, 0.5, 0.25]
        return [point]
            + (0..<draws).map { draw in
                var candidate = point
                for (column, parameter) in zip(columns, parameters) {
                    let target = (2 * column[draw] - 1) * z95
                    candidate[parameter] += pulls[draw % 3] * (target - candidate[parameter])
                }
                return candidate
            }
    }

    /// One number in each of `count` equal parts of 0 to 1, in random order.
    private static func stratified(_ count: Int, seed: UInt64, parameter: Int) -> [Double] {
        var stream = RandomStream(
            seed: seed, patient: UInt64(parameter), purpose: RandomPurpose("latin hypercube of a calibration"))
        var order = Array(0..<count)
        for last in order.indices.dropFirst().reversed() {
            order.swapAt(last, min(last, Int(stream.uniform() * Double(last + 1))))
        }
        return order.map { (Double($0) + stream.uniform()) / Double(count) }
    }
}
